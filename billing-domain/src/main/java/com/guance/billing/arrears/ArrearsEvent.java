package com.guance.billing.arrears;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
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
    record ArrearsWatched(BillingCenterAccountId account, Request request) implements ArrearsEvent {}

    /**
     * It cannot pay: the workspaces that it settles are to be locked (LOCK-7).
     *
     * @param account the account
     * @param request who and when
     */
    record ArrearsBegan(BillingCenterAccountId account, Request request) implements ArrearsEvent {}

    /**
     * It has paid: what its arrears locked is to be released (UNL-2).
     *
     * @param account the account
     * @param request who and when
     */
    record ArrearsSettled(BillingCenterAccountId account, Request request) implements ArrearsEvent {}

    /**
     * The last change has reached every workspace.
     *
     * @param account the account
     * @param request who and when
     */
    record ArrearsReached(BillingCenterAccountId account, Request request) implements ArrearsEvent {}

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
