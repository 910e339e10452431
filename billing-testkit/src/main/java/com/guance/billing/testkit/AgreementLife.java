package com.guance.billing.testkit;

import com.guance.billing.AgreementId;
import com.guance.billing.Change;
import com.guance.billing.Required;
import com.guance.billing.subscription.Agreement;
import com.guance.billing.subscription.Sign;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * What becomes known of an agreement, in order, by the domain's real commands.
 *
 * @param steps what is learned after it was heard of first; what is known changes nothing
 */
public record AgreementLife(List<Step> steps) {

    /** Takes a copy. */
    public AgreementLife {
        steps = Required.list(steps, "steps");
    }

    /** What may become known of an agreement. */
    public enum Step {
        /** Its license. */
        LINKED,
        /** That it ended, with an unknown status. */
        STATUS_UNKNOWN,
        /** That it ended for another to follow. */
        SUPERSEDED,
        /** That it ended. */
        CANCELLED,
        /** What happened to it long ago. */
        LATE,
        /** Which agreement follows it. */
        SUCCEEDED,
        /** Which agreement it follows. */
        FOLLOWS,
        /** Nothing. */
        TOUCH
    }

    /** Lives of all kinds. */
    public static Arbitrary<AgreementLife> lives() {
        return Arbitraries.of(Step.class).list().ofMaxSize(8).map(AgreementLife::new);
    }

    /** The changes of an agreement that lives this life, its birth first. */
    public List<Change<Agreement>> of(AgreementId id) {
        List<Change<Agreement>> changes = new ArrayList<>();
        Change<Agreement> last = Agreement.seen(id, Given.byMarketplace(Given.NOW));
        changes.add(last);
        for (Step step : steps) {
            Instant at = Given.NOW.plus(Duration.ofHours(changes.size())).plusNanos(changes.size());
            last = change(last.after(), step, at);
            changes.add(last);
        }
        return changes;
    }

    private static Change<Agreement> change(Agreement agreement, Step step, Instant at) {
        return switch (step) {
            case LINKED -> agreement.linkedTo(Given.licensed("1"), Given.byMarketplace(at));
            case STATUS_UNKNOWN -> agreement.endedBy(new Sign(Sign.Kind.STATUS_UNKNOWN, at), Given.byMarketplace(at));
            case SUPERSEDED -> agreement.endedBy(new Sign(Sign.Kind.SUPERSEDED, at), Given.byMarketplace(at));
            case CANCELLED -> agreement.endedBy(new Sign(Sign.Kind.CANCELLED, at), Given.byMarketplace(at));
            case LATE ->
                agreement.endedBy(new Sign(Sign.Kind.CANCELLED, Given.NOW.minusNanos(1)), Given.byMarketplace(at));
            case SUCCEEDED -> agreement.succeededBy(Given.agreementId("next"), Given.byMarketplace(at));
            case FOLLOWS -> agreement.follows(Given.agreementId("before"), Given.byMarketplace(at));
            case TOUCH -> Change.none(agreement);
        };
    }
}
