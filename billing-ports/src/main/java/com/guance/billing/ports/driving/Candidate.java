package com.guance.billing.ports.driving;

import com.guance.billing.Required;
import com.guance.billing.WorkspaceId;
import com.guance.billing.workspace.SettlementRefusal;
import io.vavr.control.Option;

/**
 * A workspace that a cloud account might bind (SET-11).
 *
 * @param workspace which
 * @param refusal why it may not be bound now; none: it may
 */
public record Candidate(WorkspaceId workspace, Option<SettlementRefusal> refusal) {

    /** Refuses nulls. */
    public Candidate {
        Required.value(workspace, "workspace");
        Required.option(refusal, "refusal");
    }
}
