package com.guance.billing.cloudaccount;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.Required;
import com.guance.billing.SubscriptionId;
import com.guance.billing.site.Cloud;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Currency;
import java.util.function.Function;

/** What happens to a cloud account. */
public sealed interface CloudAccountEvent extends DomainEvent {

    /** The account it happened to. */
    CloudAccountId account();

    @Override
    default String subject() {
        return account().value();
    }

    /**
     * Arrived for the first time.
     *
     * @param account the account
     * @param cloud its vendor
     * @param currency what its marketplace bills in
     * @param request who and when
     */
    record CloudAccountRecorded(CloudAccountId account, Cloud cloud, Currency currency, Request request)
            implements CloudAccountEvent {

        /** Refuses nulls. */
        public CloudAccountRecorded {
            Required.value(account, "account");
            Required.value(cloud, "cloud");
            Required.value(currency, "currency");
            Required.value(request, "request");
        }
    }

    /**
     * 登记: linked to a Billing Center account (ARR-3).
     *
     * @param account the account
     * @param under its holder from now on
     * @param request who and when
     */
    record CloudAccountRegistered(CloudAccountId account, BillingCenterAccountId under, Request request)
            implements CloudAccountEvent {

        /** Refuses nulls. */
        public CloudAccountRegistered {
            Required.value(account, "account");
            Required.value(under, "under");
            Required.value(request, "request");
        }
    }

    /**
     * No longer linked: its last subscription ended, and the last countdown is over or its holder released it (END-7).
     *
     * @param account the account
     * @param from its holder until now
     * @param request who and when
     */
    record RegistrationForgotten(CloudAccountId account, BillingCenterAccountId from, Request request)
            implements CloudAccountEvent {

        /** Refuses nulls. */
        public RegistrationForgotten {
            Required.value(account, "account");
            Required.value(from, "from");
            Required.value(request, "request");
        }
    }

    /**
     * A subscription of its is pending, or the next life of one that ends, whose buyer has landed again: changes may wait for it
     * (ARR-6).
     *
     * @param account the account
     * @param subscription the pending subscription, or what that life will be called
     * @param request who and when
     */
    record PayerExpected(CloudAccountId account, SubscriptionId subscription, Request request)
            implements CloudAccountEvent {

        /** Refuses nulls. */
        public PayerExpected {
            Required.value(account, "account");
            Required.value(subscription, "subscription");
            Required.value(request, "request");
        }
    }

    /**
     * A subscription of its can pay from now on.
     *
     * @param account the account
     * @param payer the subscription
     * @param request who and when
     */
    record PayerOpened(CloudAccountId account, Payer payer, Request request) implements CloudAccountEvent {

        /** Refuses nulls. */
        public PayerOpened {
            Required.value(account, "account");
            Required.value(payer, "payer");
            Required.value(request, "request");
        }
    }

    /**
     * No workspace can be bound any more to a subscription of its (END-4). Told again when it pays no more, where the policy waits for
     * the final sign (END-3). Told of an expected next life, too, when the life before it returns (END-6).
     *
     * @param account the account
     * @param subscription the subscription that ended, or will never begin
     * @param rememberedUntil how long the registration stands if this was the last one (END-7); none while it pays on
     * @param request who and when
     */
    record PayerClosed(
            CloudAccountId account, SubscriptionId subscription, Option<Instant> rememberedUntil, Request request)
            implements CloudAccountEvent {

        /** Refuses nulls. */
        public PayerClosed {
            Required.value(account, "account");
            Required.value(subscription, "subscription");
            Required.option(rememberedUntil, "rememberedUntil");
            Required.value(request, "request");
        }
    }

    /**
     * A mail of the vendor: charges that can no longer be metered, kept as unsettled (END-8).
     *
     * @param account the account that was to pay
     * @param charges how many more there are; its books say how much
     * @param request who and when
     */
    record ChargesUnsettled(CloudAccountId account, int charges, Request request) implements CloudAccountEvent {

        /** Refuses nulls. */
        public ChargesUnsettled {
            Required.value(account, "account");
            Required.value(request, "request");
        }
    }

    /**
     * Although no subscription may be active, the registration is remembered at least until then (END-7).
     *
     * @param account the account
     * @param why what keeps it
     * @param until until when; where a change keeps it, no longer than any change waits
     * @param request who and when
     */
    record RegistrationKept(CloudAccountId account, KeptFor why, Instant until, Request request)
            implements CloudAccountEvent {

        /** Refuses nulls. */
        public RegistrationKept {
            Required.value(account, "account");
            Required.value(why, "why");
            Required.value(until, "until");
            Required.value(request, "request");
        }
    }

    /** The case that this event is. */
    default <R> R fold(
            Function<CloudAccountRecorded, R> recorded,
            Function<CloudAccountRegistered, R> registered,
            Function<RegistrationForgotten, R> forgotten,
            Function<PayerExpected, R> expected,
            Function<PayerOpened, R> opened,
            Function<PayerClosed, R> closed,
            Function<ChargesUnsettled, R> unsettled,
            Function<RegistrationKept, R> kept) {
        if (this instanceof CloudAccountRecorded e) {
            return recorded.apply(e);
        } else if (this instanceof CloudAccountRegistered e) {
            return registered.apply(e);
        } else if (this instanceof RegistrationForgotten e) {
            return forgotten.apply(e);
        } else if (this instanceof PayerExpected e) {
            return expected.apply(e);
        } else if (this instanceof PayerOpened e) {
            return opened.apply(e);
        } else if (this instanceof PayerClosed e) {
            return closed.apply(e);
        } else if (this instanceof ChargesUnsettled e) {
            return unsettled.apply(e);
        }
        return kept.apply((RegistrationKept) this);
    }
}
