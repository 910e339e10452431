package com.guance.billing.subscription;

import com.guance.billing.AgreementId;
import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.Required;
import java.util.function.Function;

/** What becomes known of an agreement. */
public sealed interface AgreementEvent extends DomainEvent {

    /** The agreement. */
    AgreementId agreement();

    @Override
    default String subject() {
        return agreement().value();
    }

    /**
     * First heard of.
     *
     * @param agreement the agreement
     * @param request who and when
     */
    record AgreementSeen(AgreementId agreement, Request request) implements AgreementEvent {

        /** Refuses nulls. */
        public AgreementSeen {
            Required.value(agreement, "agreement");
            Required.value(request, "request");
        }
    }

    /**
     * Its license is known.
     *
     * @param agreement the agreement
     * @param customer the license, as its customer
     * @param request who and when
     */
    record AgreementLinked(AgreementId agreement, MarketplaceCustomer.Licensed customer, Request request)
            implements AgreementEvent {

        /** Refuses nulls. */
        public AgreementLinked {
            Required.value(agreement, "agreement");
            Required.value(customer, "customer");
            Required.value(request, "request");
        }
    }

    /**
     * It ended.
     *
     * @param agreement the agreement
     * @param sign how, and when by the marketplace's clock
     * @param request who and when
     */
    record AgreementEnded(AgreementId agreement, Sign sign, Request request) implements AgreementEvent {

        /** Refuses nulls. */
        public AgreementEnded {
            Required.value(agreement, "agreement");
            Required.value(sign, "sign");
            Required.value(request, "request");
        }
    }

    /**
     * Another agreement renews or replaces it (END-5).
     *
     * @param agreement the agreement
     * @param successor the one that follows
     * @param request who and when
     */
    record AgreementSucceeded(AgreementId agreement, AgreementId successor, Request request) implements AgreementEvent {

        /** Refuses nulls. */
        public AgreementSucceeded {
            Required.value(agreement, "agreement");
            Required.value(successor, "successor");
            Required.value(request, "request");
        }
    }

    /**
     * It renews or replaces another agreement (END-5).
     *
     * @param agreement the agreement
     * @param previous the one that it follows
     * @param request who and when
     */
    record AgreementFollows(AgreementId agreement, AgreementId previous, Request request) implements AgreementEvent {

        /** Refuses nulls. */
        public AgreementFollows {
            Required.value(agreement, "agreement");
            Required.value(previous, "previous");
            Required.value(request, "request");
        }
    }

    /** The case that this event is. */
    default <R> R fold(
            Function<AgreementSeen, R> seen,
            Function<AgreementLinked, R> linked,
            Function<AgreementEnded, R> ended,
            Function<AgreementSucceeded, R> succeeded,
            Function<AgreementFollows, R> follows) {
        if (this instanceof AgreementSeen e) {
            return seen.apply(e);
        } else if (this instanceof AgreementLinked e) {
            return linked.apply(e);
        } else if (this instanceof AgreementEnded e) {
            return ended.apply(e);
        } else if (this instanceof AgreementSucceeded e) {
            return succeeded.apply(e);
        }
        return follows.apply((AgreementFollows) this);
    }
}
