package com.guance.billing.subscription;

import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.policy.EndPolicy;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionConfirmed;
import io.vavr.control.Option;
import java.util.List;

/** The lives of one customer, numbered from 1, one after the other: what each is called, and how the next begins. */
final class Lives {

    private static final String MARK = "#";

    private Lives() {}

    static SubscriptionId id(MarketplaceCustomer customer, int life) {
        return new SubscriptionId(customer.key() + MARK + life);
    }

    /** What the ids of all lives of one customer begin with. */
    static String customerOf(SubscriptionId life) {
        return life.value().substring(0, life.value().lastIndexOf(MARK) + 1);
    }

    static Option<SubscriptionId> before(SubscriptionId next) {
        int mark = next.value().lastIndexOf(MARK) + 1;
        int life = Integer.parseInt(next.value().substring(mark));
        return Option.when(life > 1, () -> new SubscriptionId(next.value().substring(0, mark) + (life - 1)));
    }

    static boolean isFollowed(Subscription last, Sign by) {
        boolean ofALivingOne = by.kind() == Kind.ACTIVATED || by.kind() == Kind.ENDING;
        return last.isOver() && ofALivingOne && last.newest().forAll(end -> by.compareTo(end) > 0);
    }

    static Change<Subscription> begun(Subscription last, Sign sign, EndPolicy policy, Request by) {
        Change<Subscription> next = seen(last, by);
        return next.then(moved(next, new Consequences(next.after(), sign, policy, by).events()));
    }

    static Change<Subscription> expected(Subscription last, Request by) {
        Change<Subscription> next = seen(last, by);
        return last.newest()
                .map(end -> next.then(moved(
                        next, List.of(new SubscriptionConfirmed(next.after().id(), end, by)))))
                .getOrElse(next);
    }

    /** The life after the last, of the same account. */
    private static Change<Subscription> seen(Subscription last, Request by) {
        Change<Subscription> seen = Subscription.seen(last.customer(), last.life() + 1, by);
        return last.cloudAccount()
                .map(account -> seen.then(seen.after().tracedTo(account, by)))
                .getOrElse(seen);
    }

    private static Change<Subscription> moved(Change<Subscription> next, List<SubscriptionEvent> events) {
        return Change.of(next.after(), SubscriptionFold::when, events);
    }
}
