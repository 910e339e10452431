package com.guance.billing.workspace;

import com.guance.billing.UserId;
import com.guance.billing.cloudaccount.CloudAccount;
import io.vavr.control.Option;
import java.util.List;

/** All that a settlement rule may look at. */
record Attempt(UserId owner, Option<Workspace> workspace, Asked asked, Circumstances around) {

    /** Who would pay: the cloud account by the subscription of SET-12; none if it has no active one. */
    Option<SettlementMethod> method() {
        return asked.through()
                .map(this::through)
                .getOrElse(() -> Option.some(new SettlementMethod.ThroughBillingCenter(
                        around.holder().id())));
    }

    /** A binding does not move while its subscription is active; a new one names the account's first. */
    private Option<SettlementMethod> through(CloudAccount account) {
        List<SettlementMethod> ways = account.payers().stream()
                .<SettlementMethod>map(
                        payer -> new SettlementMethod.ThroughCloudAccount(account.id(), payer.subscription()))
                .toList();
        return workspace
                .flatMap(bound -> bound.bindings().inForce())
                .filter(ways::contains)
                .orElse(() -> Option.ofOptional(ways.stream().findFirst()));
    }
}
