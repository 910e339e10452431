package com.guance.billing.testkit;

import com.guance.billing.Change;
import com.guance.billing.Required;
import com.guance.billing.SubscriptionId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.cloudaccount.Payer;
import com.guance.billing.policy.Policies;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * What happens to a cloud account, in order, by the domain's real commands.
 *
 * @param steps what happens after it landed first; what is refused changes nothing
 */
public record CloudAccountLife(List<Step> steps) {

    /** Takes a copy. */
    public CloudAccountLife {
        steps = Required.list(steps, "steps");
    }

    /** What may happen to a cloud account. */
    public enum Step {
        /** Its holder claims it. */
        CLAIM,
        /** Its holder releases it. */
        RELEASE,
        /** Its first subscription is pending. */
        EXPECT_1,
        /** Its second subscription is pending. */
        EXPECT_2,
        /** Its first subscription becomes active. */
        OPEN_1,
        /** Its second subscription becomes active, as of earlier than the first, by an agreement. */
        OPEN_2,
        /** Its first subscription ends. */
        CLOSE_1,
        /** Its second subscription ends. */
        CLOSE_2,
        /** Charges came that nobody can meter. */
        LEAVE_CHARGES,
        /** A change waits for it. */
        AWAITED,
        /** Nothing. */
        TOUCH
    }

    /** Lives of all kinds. */
    public static Arbitrary<CloudAccountLife> lives() {
        return Arbitraries.of(Step.class).list().ofMaxSize(12).map(CloudAccountLife::new);
    }

    /** The changes of an account that lives this life, its birth first. */
    public List<Change<CloudAccount>> of(String number) {
        List<Change<CloudAccount>> changes = new ArrayList<>();
        Change<CloudAccount> last = Given.recordedAccount(number);
        changes.add(last);
        for (Step step : steps) {
            Instant at = Given.NOW.plus(Duration.ofDays(changes.size())).plusNanos(changes.size());
            last = change(last.after(), step, at);
            changes.add(last);
        }
        return changes;
    }

    private static Change<CloudAccount> change(CloudAccount account, Step step, Instant at) {
        return switch (step) {
            case CLAIM -> account.claimedBy(Given.HOLDER, Given.byClock(at)).getOrElse(() -> Change.none(account));
            case RELEASE -> account.released(Given.byHolder()).getOrElse(() -> Change.none(account));
            case EXPECT_1 -> expecting(account, 1, at);
            case EXPECT_2 -> expecting(account, 2, at);
            case OPEN_1 ->
                account.opened(
                        new Payer(subscription(1), Given.PROFILE.product(), at, Option.none()),
                        Given.byMarketplace(at));
            case OPEN_2 ->
                account.opened(
                        new Payer(
                                subscription(2),
                                Given.PROFILE.product(),
                                at.minusSeconds(1),
                                Option.some(Given.agreementId("2"))),
                        Given.byMarketplace(at));
            case CLOSE_1 -> closed(account, 1, at);
            case CLOSE_2 -> closed(account, 2, at);
            case LEAVE_CHARGES -> account.unsettled(3, Given.byClock(at));
            case AWAITED -> account.awaited(at.plus(Duration.ofDays(14)), Given.byHolder());
            case TOUCH -> Change.none(account);
        };
    }

    private static SubscriptionId subscription(int number) {
        return Given.subscriptionId("s" + number);
    }

    private static Change<CloudAccount> expecting(CloudAccount account, int subscription, Instant at) {
        Subscription pending = Given.seenSubscription("s" + subscription, 1).after();
        return account.follow(pending, Policies.defaults(), Given.byMarketplace(at));
    }

    private static Change<CloudAccount> closed(CloudAccount account, int subscription, Instant at) {
        return account.closed(
                subscription(subscription), Option.some(at.plus(Duration.ofDays(2))), Given.byMarketplace(at));
    }
}
