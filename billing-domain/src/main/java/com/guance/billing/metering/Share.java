package com.guance.billing.metering;

import com.guance.billing.WorkspaceId;
import com.guance.billing.site.SiteId;

/**
 * What one workspace brings into a metering record (MET-4).
 *
 * @param workspace whose
 * @param site where it lives
 * @param carried the remainder of earlier records
 * @param charged the charges of this one
 */
public record Share(WorkspaceId workspace, SiteId site, Quantity carried, Quantity charged) {

    /** All that is owed: nothing is rounded. */
    Quantity owed() {
        return carried.plus(charged);
    }

    /** The whole units that go into the record, as far as there is room. */
    long units(long room) {
        return Math.min(owed().wholeUnits(), room);
    }
}
