package com.guance.billing.ports.driving;

import com.guance.billing.CloudAccountId;
import com.guance.billing.Required;
import com.guance.billing.workspace.SettlementRefusal;
import io.vavr.control.Option;

/**
 * A settlement method that a workspace might choose (SET-11).
 *
 * @param through the cloud account that would pay; none: the Billing Center account
 * @param refusal why it may not now; none: it may
 */
public record Choice(Option<CloudAccountId> through, Option<SettlementRefusal> refusal) {

    /** Refuses nulls. */
    public Choice {
        Required.option(through, "through");
        Required.option(refusal, "refusal");
    }
}
