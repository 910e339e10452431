package com.guance.billing.metering;

import com.guance.billing.WorkspaceId;
import com.guance.billing.site.SiteId;

/**
 * One workspace's part of a record (MET-5); the marketplace shows it to the buyer as tags.
 *
 * @param workspace whose
 * @param site where it lives
 * @param units whole units, at least 1
 */
public record Allocation(WorkspaceId workspace, SiteId site, long units) {}
