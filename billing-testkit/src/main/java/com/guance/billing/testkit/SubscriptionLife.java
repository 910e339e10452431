package com.guance.billing.testkit;

import com.guance.billing.Change;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * What happens to a subscription, in order, by the domain's real commands.
 *
 * @param steps what happens after it was seen first; what is stale changes nothing
 */
public record SubscriptionLife(List<Step> steps) {

    /** Takes a copy. */
    public SubscriptionLife {
        steps = List.copyOf(steps);
    }

    /** What may happen to a subscription. */
    public enum Step {
        /** Its account lands. */
        TRACE,
        /** It is active. */
        ACTIVATED,
        /** It could not begin. */
        NOT_ACTIVATED,
        /** Its end begins. */
        ENDING,
        /** Its end is final. */
        ENDED,
        /** An activation of long ago is heard late. */
        LATE_ACTIVATED,
        /** Its workspaces are unbound. */
        CASCADE_COMPLETED
    }

    /** Lives of all kinds. */
    public static Arbitrary<SubscriptionLife> lives() {
        return Arbitraries.of(Step.class).list().ofMaxSize(12).map(SubscriptionLife::new);
    }

    /** The changes of a customer's first subscription that lives this life, its birth first. */
    public List<Change<Subscription>> of(String number) {
        List<Change<Subscription>> changes = new ArrayList<>();
        Change<Subscription> last = Given.seenSubscription(number, 1);
        changes.add(last);
        for (Step step : steps) {
            Instant at = Given.NOW.plus(Duration.ofHours(changes.size())).plusNanos(changes.size());
            last = change(last.after(), step, at);
            changes.add(last);
        }
        return changes;
    }

    private static Change<Subscription> change(Subscription subscription, Step step, Instant at) {
        return switch (step) {
            case TRACE -> subscription.tracedTo(Given.accountId("1"), Given.byMarketplace(at));
            case ACTIVATED -> heard(subscription, Sign.Kind.ACTIVATED, at);
            case NOT_ACTIVATED -> heard(subscription, Sign.Kind.NOT_ACTIVATED, at);
            case ENDING -> heard(subscription, Sign.Kind.ENDING, at);
            case ENDED -> heard(subscription, Sign.Kind.ENDED, at);
            case LATE_ACTIVATED -> heard(subscription, Sign.Kind.ACTIVATED, Given.NOW.minusNanos(1));
            case CASCADE_COMPLETED -> subscription.cascadeCompleted(Given.byClock(at));
        };
    }

    private static Change<Subscription> heard(Subscription subscription, Sign.Kind kind, Instant ownTime) {
        return subscription
                .hear(new Sign(kind, ownTime), Given.byMarketplace(ownTime.plusNanos(1)))
                .getOrElse(() -> Change.none(subscription));
    }
}
