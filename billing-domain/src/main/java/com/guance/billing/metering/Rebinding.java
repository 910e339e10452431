package com.guance.billing.metering;

import com.guance.billing.Required;
import com.guance.billing.WorkspaceId;
import com.guance.billing.workspace.Binding;

/**
 * A binding that began before it was known: usage within it belongs to who paid by it, as far as it is in no record yet (MET-2, MET-7).
 *
 * @param workspace whose usage
 * @param binding since when, and until when
 * @param to through whom it is metered now
 */
public record Rebinding(WorkspaceId workspace, Binding binding, Destination.Metered to) {

    /** Refuses nulls. */
    public Rebinding {
        Required.value(workspace, "workspace");
        Required.value(binding, "binding");
        Required.value(to, "to");
    }
}
