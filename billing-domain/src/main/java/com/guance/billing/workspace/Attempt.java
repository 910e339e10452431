package com.guance.billing.workspace;

import com.guance.billing.UserId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.cloudaccount.Payer;
import com.guance.billing.workspace.SettlementMethod.ThroughBillingCenter;
import com.guance.billing.workspace.SettlementMethod.ThroughCloudAccount;
import io.vavr.control.Option;
import java.time.Instant;

/** All that a settlement rule may look at. */
record Attempt(UserId owner, Option<Workspace> workspace, Asked asked, Circumstances around, Instant month) {

    Attempt {
        asked = asked.from(around.holder().id());
    }

    static Attempt of(Workspace workspace, Asked asked, Circumstances around) {
        UserId owner = workspace.registration().ownership().owner();
        return new Attempt(
                owner, Option.some(workspace), asked, around, asked.by().at());
    }

    /** Who would pay: the cloud account by the subscription of SET-12; none if that is not active. */
    Option<SettlementMethod> method() {
        if (asked.unknown().isDefined()) {
            return Option.none();
        }
        return asked.through()
                .map(this::through)
                .getOrElse(() ->
                        Option.some(new ThroughBillingCenter(around.holder().id())));
    }

    /** Whether exactly this waits already: asking again is no new request (SET-13). */
    boolean waitsAlready() {
        return asked.through()
                .exists(account -> workspace
                        .flatMap(Workspace::waiting)
                        .exists(change -> change.isFor(account.id(), asked.subscription())));
    }

    /** Who pays now. */
    Option<SettlementMethod> inForce() {
        return workspace.flatMap(bound -> bound.bindings().inForce());
    }

    /** A binding does not move while its subscription is active; a new one names the account's first. */
    private Option<SettlementMethod> through(CloudAccount account) {
        return inForce()
                .flatMap(SettlementMethod::cloud)
                .filter(paid -> paid.account().equals(account.id()))
                .filter(paid -> asked.subscription().forAll(paid.subscription()::equals))
                .filter(paid -> account.payer(Option.some(paid.subscription())).isDefined())
                .<SettlementMethod>map(paid -> paid)
                .orElse(() -> account.payer(asked.subscription())
                        .map(Payer::subscription)
                        .map(subscription -> new ThroughCloudAccount(account.id(), subscription)));
    }
}
