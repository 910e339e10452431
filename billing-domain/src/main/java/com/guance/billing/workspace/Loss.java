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
    private final Aftermath aftermath;
    private final Request heard;

    private Loss(SubscriptionEnded cause, Instant freeze, Aftermath aftermath, Request heard) {
        this.cause = cause;
        this.freeze = freeze;
        this.aftermath = aftermath;
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
        return ended.endHeard()
                .map(heard -> new Loss(
                        new SubscriptionEnded(
                                ended.id(), account.id(), ended.customer().product()),
                        ended.freeze().get(),
                        aftermath(ended, account, policy, heard),
                        heard));
    }

    private static Aftermath aftermath(Subscription ended, CloudAccount account, EndPolicy policy, Request heard) {
        EndConsequence consequence = policy.consequences().of(account.cloud());
        return account.takerOf(ended)
                .<Aftermath>map(taker -> takenOver(account, taker))
                .getOrElse(() -> ended.isSucceeded()
                        ? new Aftermath.Awaited(heard.at().plus(policy.waits().successor()), consequence)
                        : new Aftermath.Final(consequence));
    }

    private static Aftermath takenOver(CloudAccount account, Payer taker) {
        return new Aftermath.TakenOver(
                new ThroughCloudAccount(account.id(), taker.subscription()), taker.activatedAt());
    }

    SubscriptionEnded cause() {
        return cause;
    }

    Instant freeze() {
        return freeze;
    }

    Aftermath aftermath() {
        return aftermath;
    }

    Request heard() {
        return heard;
    }
}
