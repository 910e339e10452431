package com.guance.billing.application;

import com.guance.billing.Change;
import com.guance.billing.SubscriptionId;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.workspace.SettlementMethod;
import com.guance.billing.workspace.SettlementMethod.ThroughCloudAccount;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.Map;

/**
 * Applies the end of a subscription to a workspace. The cascade brings it to all of them in time (END-4); a command that meets a
 * workspace earlier judges it as if that had happened.
 */
record Ends(Duration countdown) {

    /** The workspace that lost its payer, if its subscription has an end; else no change (END-2). */
    Change<Workspace> reach(Workspace workspace, Subscription subscription) {
        return subscription
                .freeze()
                .flatMap(freeze -> subscription
                        .endHeard()
                        .map(heard -> workspace.payerEnded(subscription.id(), freeze, countdown, heard)))
                .getOrElse(() -> Change.none(workspace));
    }

    /** The same, where the subscriptions that workspaces name were loaded before. */
    Change<Workspace> reach(Workspace workspace, Map<SubscriptionId, Versioned<Subscription>> subscriptions) {
        return payer(workspace)
                .flatMap(payer -> Option.of(subscriptions.get(payer)))
                .map(subscription -> reach(workspace, subscription.aggregate()))
                .getOrElse(() -> Change.none(workspace));
    }

    /** The subscription that pays for a workspace now, as far as the workspace knows. */
    static Option<SubscriptionId> payer(Workspace workspace) {
        return workspace.bindings().inForce().flatMap(SettlementMethod::cloud).map(ThroughCloudAccount::subscription);
    }
}
