package com.guance.billing.subscription;

import com.guance.billing.AgreementId;
import com.guance.billing.Required;
import io.vavr.control.Option;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The agreement that is to follow another, as notices have named it: a successor that is known to have ended is not awaited, but its own
 * successor is (END-5).
 *
 * @param agreement the first of the chain that is not known to have ended, or the last one
 * @param ended whether it is known to have ended, and nobody is to follow it
 */
public record NamedSuccessor(AgreementId agreement, boolean ended) {

    /** Refuses nulls. */
    public NamedSuccessor {
        Required.value(agreement, "agreement");
    }

    /**
     * Who is to follow an agreement. Agreements that name each other in a circle have all ended, or one of them has not.
     *
     * @param first the agreement
     * @param known what is known of an agreement
     * @param isOver whether an agreement is known to have ended
     * @return its successor; none if no notice named one
     */
    public static Option<NamedSuccessor> of(
            Agreement first, Function<AgreementId, Option<Agreement>> known, Predicate<Agreement> isOver) {
        Set<AgreementId> seen = new HashSet<>(Set.of(first.id()));
        Option<NamedSuccessor> last = Option.none();
        Option<AgreementId> next = first.successor().filter(seen::add);
        while (next.isDefined()) {
            Option<Agreement> over = next.flatMap(known).filter(isOver);
            boolean unnamed = over.exists(ended -> ended.successor().isEmpty() && ended.isSuperseded());
            last = Option.some(new NamedSuccessor(next.get(), over.isDefined() && !unnamed));
            next = over.flatMap(Agreement::successor).filter(seen::add);
        }
        return last;
    }
}
