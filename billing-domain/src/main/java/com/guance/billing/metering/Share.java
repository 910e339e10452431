package com.guance.billing.metering;

import com.guance.billing.Required;
import com.guance.billing.WorkspaceId;
import com.guance.billing.site.SiteId;

/**
 * What one workspace brings into a metering record (MET-4).
 *
 * @param whose the workspace
 * @param carried the remainder of earlier records
 * @param charged the charges of this one
 */
public record Share(Of whose, Quantity carried, Quantity charged) {

    /** Refuses nulls. */
    public Share {
        Required.value(whose, "whose");
        Required.value(carried, "carried");
        Required.value(charged, "charged");
    }

    /**
     * A workspace, as a record sees it.
     *
     * @param workspace which
     * @param site where it lives
     * @param isSettled whether the record's subscription pays for it now
     */
    public record Of(WorkspaceId workspace, SiteId site, boolean isSettled) {

        /** Refuses nulls. */
        public Of {
            Required.value(workspace, "workspace");
            Required.value(site, "site");
        }
    }

    /** The workspace. */
    public WorkspaceId workspace() {
        return whose.workspace();
    }

    /** Where it lives. */
    public SiteId site() {
        return whose.site();
    }

    /** All that is owed: nothing is rounded. */
    Quantity owed() {
        return carried.plus(charged);
    }

    /** The whole units that go into the record, as far as there is room. */
    long units(long room) {
        return Math.min(owed().wholeUnits(), room);
    }
}
