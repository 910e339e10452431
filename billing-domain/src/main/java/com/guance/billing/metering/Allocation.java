package com.guance.billing.metering;

import com.guance.billing.Required;
import com.guance.billing.WorkspaceId;
import com.guance.billing.site.SiteId;

/**
 * One workspace's part of a record (MET-5); the marketplace shows it to the buyer as tags.
 *
 * @param workspace whose
 * @param site where it lives
 * @param units whole units, at least 1
 */
public record Allocation(WorkspaceId workspace, SiteId site, long units) {

    /**
     * Checks the units.
     *
     * @throws IllegalArgumentException if there are none
     */
    public Allocation {
        Required.value(workspace, "workspace");
        Required.value(site, "site");
        if (units < 1) {
            throw new IllegalArgumentException("an allocation has at least one unit, not " + units);
        }
    }
}
