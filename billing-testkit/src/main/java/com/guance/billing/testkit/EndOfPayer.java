package com.guance.billing.testkit;

import com.guance.billing.Change;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.cloudaccount.Payer;
import com.guance.billing.policy.EndConsequence;
import com.guance.billing.policy.EndPolicy;
import com.guance.billing.policy.LockPolicy;
import com.guance.billing.policy.Policies;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.workspace.Loss;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/** The end of an account's first subscription, in every variety of what it brings. */
record EndOfPayer(Loss loss) {

    /** Nobody pays on, and those it paid for are locked (END-2). */
    static EndOfPayer locking(String account, Instant at) {
        return new EndOfPayer(Given.loss(account, new Sign(Sign.Kind.ENDED, at.minusNanos(1)), at));
    }

    /** The Billing Center pays on (END-9). */
    static EndOfPayer switching(String account, Instant at) {
        return of(Sign.Kind.CANCELLED, account, at);
    }

    /** A sign of the end, at a cloud whose workspaces fall to the Billing Center. */
    static EndOfPayer of(Sign.Kind kind, String account, Instant at) {
        EndPolicy policy = EndPolicy.defaults().withConsequences(cloud -> EndConsequence.BILLING_CENTER);
        return new EndOfPayer(loss(kind, account, Given.accountOnFile(account), policy, at));
    }

    /** Another subscription of the account pays on, as of a moment later (END-5). */
    static EndOfPayer takenOver(String account, Instant at) {
        Change<CloudAccount> one = Given.accountOnFile(account);
        Payer next = new Payer(
                Given.subscriptionId(account + "b"),
                Given.PROFILE.product(),
                at.plus(Duration.ofMillis(1)),
                Option.none());
        Change<CloudAccount> two = one.then(one.after().opened(next, Given.byMarketplace(at)));
        return new EndOfPayer(loss(Sign.Kind.ENDED, account, two, EndPolicy.defaults(), at));
    }

    Change<Workspace> of(Workspace workspace) {
        return workspace.payerEnded(loss, LockPolicy.defaults(), false);
    }

    private static Loss loss(
            Sign.Kind kind, String number, Change<CloudAccount> account, EndPolicy policy, Instant at) {
        Subscription ended = Given.activeSubscription(number)
                .after()
                .hear(new Sign(kind, at.minusNanos(1)), policy, Given.byMarketplace(at))
                .get()
                .after();
        CloudAccount left = account.after()
                .follow(ended, Policies.defaults(), Given.byMarketplace(at))
                .after();
        return Loss.of(ended, left, policy).get();
    }
}
