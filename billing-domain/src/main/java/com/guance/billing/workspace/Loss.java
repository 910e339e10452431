package com.guance.billing.workspace;

import com.guance.billing.Request;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.cloudaccount.Payer;
import com.guance.billing.policy.EndConsequence;
import com.guance.billing.policy.EndPolicy;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.workspace.LockCause.SubscriptionEnded;
import com.guance.billing.workspace.SettlementMethod.ThroughCloudAccount;
import io.vavr.control.Option;
import java.time.Instant;

/** The end of a subscription, as its workspaces meet it: who ended, when it stopped paying, and what that brings. */
public final class Loss {

    private final SubscriptionEnded cause;
    private final Instant freeze;
    private final CloudAccount account;
    private final Option<Payer> taker;
    private final Aftermath otherwise;
    private final Request heard;

    private Loss(Subscription ended, CloudAccount account, Aftermath otherwise, Request heard) {
        this.cause =
                new SubscriptionEnded(ended.id(), account.id(), ended.customer().product());
        this.freeze = ended.freeze().get();
        this.account = account;
        this.taker = account.takerOf(ended);
        this.otherwise = otherwise;
        this.heard = heard;
    }

    /**
     * What the end of a subscription means to its workspaces now.
     *
     * @param ended the subscription
     * @param account its cloud account, as it is now
     * @param policy END, what an end means
     * @return the loss; none while the subscription has no end, or one that is not decided yet (END-3)
     */
    public static Option<Loss> of(Subscription ended, CloudAccount account, EndPolicy policy) {
        return ended.lossHeard()
                .filter(heard -> ended.endHeard().isDefined())
                .map(heard -> new Loss(ended, account, otherwise(ended, account, policy, heard), heard));
    }

    private static Aftermath otherwise(Subscription ended, CloudAccount account, EndPolicy policy, Request heard) {
        EndConsequence consequence = policy.consequences().of(account.cloud());
        return ended.isSucceeded()
                ? new Aftermath.Awaited(heard.at().plus(policy.waits().successor()), consequence)
                : new Aftermath.Final(consequence);
    }

    /**
     * What it brings to one workspace. A registration given up since takes nothing over, whoever holds it now (END-7, INV-2).
     *
     * @param workspace which
     * @param until when its binding ends
     */
    Aftermath aftermath(Workspace workspace, Instant until) {
        boolean registered =
                account.holder().contains(workspace.registration().ownership().holder())
                        && account.registeredSince().exists(since -> !until.isBefore(since));
        return taker.filter(active -> registered)
                .<Aftermath>map(active -> new Aftermath.TakenOver(
                        new ThroughCloudAccount(account.id(), active.subscription()), active.activatedAt()))
                .getOrElse(otherwise);
    }

    SubscriptionEnded cause() {
        return cause;
    }

    Instant freeze() {
        return freeze;
    }

    Request heard() {
        return heard;
    }
}
