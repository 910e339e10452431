package com.guance.billing.subscription;

import com.guance.billing.AgreementId;
import com.guance.billing.BillingStyle;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.subscription.AgreementEvent.AgreementEnded;
import com.guance.billing.subscription.AgreementEvent.AgreementFollows;
import com.guance.billing.subscription.AgreementEvent.AgreementLinked;
import com.guance.billing.subscription.AgreementEvent.AgreementSeen;
import com.guance.billing.subscription.AgreementEvent.AgreementSucceeded;
import io.vavr.control.Option;
import java.util.List;
import org.immutables.value.Value;

/**
 * What notices have said of an agreement. They name neither license nor product, so it is kept here until a notice of the license
 * tells whose agreement it is; an end that comes first is the tombstone of what follows (NOT-2).
 */
@BillingStyle
@Value.Immutable
public abstract sealed class Agreement permits ImmutableAgreement {

    /** Its identity. */
    public abstract AgreementId id();

    /** The license that comes from it; none while no notice told. */
    public abstract Option<MarketplaceCustomer.Licensed> customer();

    /** How it ended. */
    public abstract Option<Sign> ended();

    /** The agreement that renews or replaces it. */
    public abstract Option<AgreementId> successor();

    /** The agreement that it renews or replaces; none while no notice named one. */
    public abstract Option<AgreementId> previous();

    /** Whether it ended, and with a status that is known (END-3). */
    public boolean hasKnownStatus() {
        return ended().exists(sign -> sign.kind().isKnownStatus());
    }

    /** Whether it ended for another to follow, named or not. */
    boolean isSuperseded() {
        return ended().exists(sign -> sign.kind() == Sign.Kind.SUPERSEDED);
    }

    /**
     * Hears of an agreement for the first time.
     *
     * @param id the agreement
     * @param by who says so
     * @return the agreement, of which nothing else is known
     */
    public static Change<Agreement> seen(AgreementId id, Request by) {
        AgreementSeen seen = new AgreementSeen(id, by);
        return new Change<>(born(seen), List.of(seen));
    }

    /**
     * Learns which license comes from it.
     *
     * @param license the license
     * @param by who says so
     * @return the change; none if it was known
     */
    public Change<Agreement> linkedTo(MarketplaceCustomer.Licensed license, Request by) {
        return customer().contains(license) ? Change.none(this) : becomes(new AgreementLinked(id(), license, by));
    }

    /**
     * Learns how it ended.
     *
     * @param sign how, and when
     * @param by who says so
     * @return the change; none if something newer is known
     */
    public Change<Agreement> endedBy(Sign sign, Request by) {
        return ended().exists(known -> sign.compareTo(known) <= 0)
                ? Change.none(this)
                : becomes(new AgreementEnded(id(), sign, by));
    }

    /**
     * Learns which agreement follows it.
     *
     * @param next the agreement that renews or replaces it
     * @param by who says so
     * @return the change; none if one was named before
     */
    public Change<Agreement> succeededBy(AgreementId next, Request by) {
        return successor().isDefined() ? Change.none(this) : becomes(new AgreementSucceeded(id(), next, by));
    }

    /**
     * Learns which agreement it renews or replaces.
     *
     * @param before the agreement that it follows
     * @param by who says so
     * @return the change; none if one was named before
     */
    public Change<Agreement> follows(AgreementId before, Request by) {
        return previous().isDefined() ? Change.none(this) : becomes(new AgreementFollows(id(), before, by));
    }

    /**
     * The agreement that a history leads to.
     *
     * @param history all its events in order, the birth first
     * @return its state
     * @throws IllegalArgumentException if the history does not start with a birth
     */
    public static Agreement replay(List<? extends AgreementEvent> history) {
        if (history.isEmpty() || !(history.get(0) instanceof AgreementSeen seen)) {
            throw new IllegalArgumentException("an agreement's history starts with its being seen");
        }
        return Change.of(born(seen), Agreement::when, history.subList(1, history.size()))
                .after();
    }

    private Change<Agreement> becomes(AgreementEvent event) {
        return Change.of(this, Agreement::when, List.of(event));
    }

    private static Agreement born(AgreementSeen seen) {
        return ImmutableAgreement.builder()
                .id(seen.agreement())
                .customer(Option.none())
                .ended(Option.none())
                .successor(Option.none())
                .previous(Option.none())
                .build();
    }

    private Agreement when(AgreementEvent event) {
        ImmutableAgreement self = (ImmutableAgreement) this;
        return event.fold(
                seen -> this,
                linked -> self.withCustomer(Option.some(linked.customer())),
                ended -> self.withEnded(Option.some(ended.sign())),
                succeeded -> self.withSuccessor(Option.some(succeeded.successor())),
                follows -> self.withPrevious(Option.some(follows.previous())));
    }
}
