package com.guance.billing.testkit;

import com.guance.billing.Change;
import com.guance.billing.Required;
import com.guance.billing.arrears.Arrears;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * What happens to what a Billing Center account owes, in order, by the domain's real commands.
 *
 * @param steps what happens after it is watched; what is so already changes nothing
 */
public record ArrearsLife(List<Step> steps) {

    /** Takes a copy. */
    public ArrearsLife {
        steps = Required.list(steps, "steps");
    }

    /** What may happen to a Billing Center account. */
    public enum Step {
        /** It cannot pay. */
        BEGIN,
        /** It has paid. */
        SETTLED,
        /** The last change has reached every workspace. */
        REACHED,
        /** Nothing. */
        TOUCH
    }

    /** Lives of all kinds. */
    public static Arbitrary<ArrearsLife> lives() {
        return Arbitraries.of(Step.class).list().ofMaxSize(8).map(ArrearsLife::new);
    }

    /** The changes of an account that lives this life, its birth first. */
    public List<Change<Arrears>> of(String account) {
        List<Change<Arrears>> changes = new ArrayList<>();
        Change<Arrears> last = GivenWorkspaces.watched(account);
        changes.add(last);
        for (Step step : steps) {
            Instant at = Given.NOW.plus(Duration.ofHours(changes.size())).plusNanos(changes.size());
            last = change(last.after(), step, at);
            changes.add(last);
        }
        return changes;
    }

    private static Change<Arrears> change(Arrears arrears, Step step, Instant at) {
        return switch (step) {
            case BEGIN -> arrears.begin(Given.byClock(at));
            case SETTLED -> arrears.settled(Given.byHolder());
            case REACHED -> arrears.cascadeCompleted();
            case TOUCH -> Change.none(arrears);
        };
    }
}
