package com.guance.billing.arrears;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.Required;
import java.util.function.Function;

/** What happens to what a Billing Center account owes. */
public sealed interface ArrearsEvent extends DomainEvent {

    /** The account that owes. */
    BillingCenterAccountId account();

    @Override
    default String subject() {
        return account().value();
    }

    /**
     * The account pays for a workspace for the first time, or is in arrears before it ever did.
     *
     * @param account the account
     * @param request who and when
     */
    record ArrearsWatched(BillingCenterAccountId account, Request request) implements ArrearsEvent {

        /** Refuses nulls. */
        public ArrearsWatched {
            Required.value(account, "account");
            Required.value(request, "request");
        }
    }

    /**
     * It cannot pay: the workspaces that it settles are to be locked (LOCK-7).
     *
     * @param account the account
     * @param request who and when
     */
    record ArrearsBegan(BillingCenterAccountId account, Request request) implements ArrearsEvent {

        /** Refuses nulls. */
        public ArrearsBegan {
            Required.value(account, "account");
            Required.value(request, "request");
        }
    }

    /**
     * It has paid: what its arrears locked is to be released (UNL-2).
     *
     * @param account the account
     * @param request who and when
     */
    record ArrearsSettled(BillingCenterAccountId account, Request request) implements ArrearsEvent {

        /** Refuses nulls. */
        public ArrearsSettled {
            Required.value(account, "account");
            Required.value(request, "request");
        }
    }

    /**
     * The last change has reached every workspace.
     *
     * @param account the account
     * @param request who and when
     */
    record ArrearsReached(BillingCenterAccountId account, Request request) implements ArrearsEvent {

        /** Refuses nulls. */
        public ArrearsReached {
            Required.value(account, "account");
            Required.value(request, "request");
        }
    }

    /** The case that this event is. */
    default <R> R fold(
            Function<ArrearsWatched, R> watched,
            Function<ArrearsBegan, R> began,
            Function<ArrearsSettled, R> settled,
            Function<ArrearsReached, R> reached) {
        if (this instanceof ArrearsWatched e) {
            return watched.apply(e);
        } else if (this instanceof ArrearsBegan e) {
            return began.apply(e);
        } else if (this instanceof ArrearsSettled e) {
            return settled.apply(e);
        }
        return reached.apply((ArrearsReached) this);
    }
}
