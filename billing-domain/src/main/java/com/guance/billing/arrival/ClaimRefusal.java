package com.guance.billing.arrival;

import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Required;
import java.time.Instant;
import java.util.Currency;
import java.util.function.Function;

/** Why a claim cannot register its cloud account. */
public sealed interface ClaimRefusal {

    /** No such claim was handed out. */
    record ClaimUnknown() implements ClaimRefusal {}

    /**
     * The claim is too old; landing again gives another.
     *
     * @param at when it expired
     */
    record ClaimExpired(Instant at) implements ClaimRefusal {

        /** Refuses nulls. */
        public ClaimExpired {
            Required.value(at, "at");
        }
    }

    /**
     * The claim was used.
     *
     * @param at when
     */
    record ClaimUsed(Instant at) implements ClaimRefusal {

        /** Refuses nulls. */
        public ClaimUsed {
            Required.value(at, "at");
        }
    }

    /**
     * ARR-3: only the holder of the Billing Center account, staff, or the Owner of a workspace under it that awaits a subscription may claim
     * for it. Who may not is told only that (SET-11).
     *
     * @param actor who asked
     */
    record NotForThisActor(Actor actor) implements ClaimRefusal {

        /** Refuses nulls. */
        public NotForThisActor {
            Required.value(actor, "actor");
        }
    }

    /**
     * The host knows no such Billing Center account.
     *
     * @param account the account named
     */
    record HolderUnknown(BillingCenterAccountId account) implements ClaimRefusal {

        /** Refuses nulls. */
        public HolderUnknown {
            Required.value(account, "account");
        }
    }

    /**
     * The account is on file, or remembered, under another Billing Center account (ARR-3, END-7).
     *
     * @param account the cloud account
     * @param under where it is registered: for staff, never to be shown to the one who asked (SET-11)
     */
    record RegisteredElsewhere(CloudAccountId account, BillingCenterAccountId under) implements ClaimRefusal {

        /** Refuses nulls. */
        public RegisteredElsewhere {
            Required.value(account, "account");
            Required.value(under, "under");
        }
    }

    /**
     * The marketplace bills in another currency than the Billing Center account (ARR-3).
     *
     * @param marketplace the marketplace's currency
     * @param billingCenter the Billing Center account's
     */
    record CurrencyMismatch(Currency marketplace, Currency billingCenter) implements ClaimRefusal {

        /** Refuses nulls. */
        public CurrencyMismatch {
            Required.value(marketplace, "marketplace");
            Required.value(billingCenter, "billingCenter");
        }
    }

    /** The case that this refusal is. */
    default <R> R fold(
            Function<ClaimUnknown, R> unknown,
            Function<ClaimExpired, R> expired,
            Function<ClaimUsed, R> used,
            Function<NotForThisActor, R> actor,
            Function<HolderUnknown, R> holderUnknown,
            Function<RegisteredElsewhere, R> elsewhere,
            Function<CurrencyMismatch, R> currency) {
        if (this instanceof ClaimUnknown r) {
            return unknown.apply(r);
        } else if (this instanceof ClaimExpired r) {
            return expired.apply(r);
        } else if (this instanceof ClaimUsed r) {
            return used.apply(r);
        } else if (this instanceof NotForThisActor r) {
            return actor.apply(r);
        } else if (this instanceof HolderUnknown r) {
            return holderUnknown.apply(r);
        } else if (this instanceof RegisteredElsewhere r) {
            return elsewhere.apply(r);
        }
        return currency.apply((CurrencyMismatch) this);
    }
}
