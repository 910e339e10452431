package com.guance.billing.testkit;

import com.guance.billing.Change;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.cloudaccount.Payer;
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
        steps = List.copyOf(steps);
    }

    /** What may happen to a cloud account. */
    public enum Step {
        /** Its holder claims it. */
        CLAIM,
        /** Its first subscription becomes active. */
        OPEN_1,
        /** Its second subscription becomes active, as of earlier than the first. */
        OPEN_2,
        /** Its first subscription ends. */
        CLOSE_1,
        /** Its second subscription ends. */
        CLOSE_2,
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
            case OPEN_1 -> account.opened(payer(1, at), Given.byMarketplace(at));
            case OPEN_2 -> account.opened(payer(2, at.minusSeconds(1)), Given.byMarketplace(at));
            case CLOSE_1 -> closed(account, 1, at);
            case CLOSE_2 -> closed(account, 2, at);
            case TOUCH -> Change.none(account);
        };
    }

    private static Payer payer(int subscription, Instant activatedAt) {
        return new Payer(Given.subscriptionId("s" + subscription), Given.PROFILE.product(), activatedAt);
    }

    private static Change<CloudAccount> closed(CloudAccount account, int subscription, Instant at) {
        return account.closed(
                Given.subscriptionId("s" + subscription), at.plus(Duration.ofDays(2)), Given.byMarketplace(at));
    }
}
