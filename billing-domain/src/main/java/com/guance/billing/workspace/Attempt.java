package com.guance.billing.workspace;

import com.guance.billing.UserId;
import io.vavr.control.Option;

/** All that a settlement rule may look at. */
record Attempt(UserId owner, Option<Workspace> workspace, Asked asked, Circumstances around) {

    /** Who would pay: the cloud account by the subscription of SET-12; none if it has no active one. */
    Option<SettlementMethod> method() {
        return asked.through()
                .<Option<SettlementMethod>>map(account -> account.payer()
                        .map(payer -> new SettlementMethod.ThroughCloudAccount(account.id(), payer.subscription())))
                .getOrElse(() -> Option.some(new SettlementMethod.ThroughBillingCenter(
                        around.holder().id())));
    }
}
