package com.guance.billing.subscription;

import com.guance.billing.AgreementId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Required;
import io.vavr.control.Option;
import java.util.function.Function;

/** What an understood notice says. */
public sealed interface Fact {

    /** The marketplace's product it speaks of; none where the marketplace does not name it. */
    Option<Product> product();

    /** What it says that became so, with its own time; none where it only correlates. */
    Option<Sign> dated();

    /**
     * Something of a customer's subscription: the legacy scheme's notices.
     *
     * @param customer whose subscription
     * @param sign what became of it
     */
    record OfCustomer(MarketplaceCustomer customer, Sign sign) implements Fact {

        /** Refuses nulls. */
        public OfCustomer {
            Required.value(customer, "customer");
            Required.value(sign, "sign");
        }

        @Override
        public Option<Product> product() {
            return Option.some(customer.product());
        }

        @Override
        public Option<Sign> dated() {
            return Option.some(sign);
        }
    }

    /**
     * Something of a license; it also tells which agreement and account the license belongs to.
     *
     * @param agreement the agreement
     * @param customer the license
     * @param account the account that accepted the agreement
     * @param sign what became of the license
     */
    record OfLicense(AgreementId agreement, MarketplaceCustomer.Licensed customer, CloudAccountId account, Sign sign)
            implements Fact {

        /** Refuses nulls. */
        public OfLicense {
            Required.value(agreement, "agreement");
            Required.value(customer, "customer");
            Required.value(account, "account");
            Required.value(sign, "sign");
        }

        @Override
        public Option<Product> product() {
            return Option.some(customer.product());
        }

        @Override
        public Option<Sign> dated() {
            return Option.some(sign);
        }
    }

    /**
     * Something of an agreement: such notices name neither license nor product.
     *
     * @param agreement the agreement
     * @param ended how it ended, {@link Sign.Kind#SUPERSEDED}, {@link Sign.Kind#CANCELLED} or {@link Sign.Kind#STATUS_UNKNOWN}; none if it did not
     * @param previous the agreement that it renews or replaces, if it does
     */
    record OfAgreement(AgreementId agreement, Option<Sign> ended, Option<AgreementId> previous) implements Fact {

        /**
         * Checks that no agreement follows itself.
         *
         * @throws IllegalArgumentException if it does
         */
        public OfAgreement {
            Required.value(agreement, "agreement");
            Required.option(ended, "ended");
            Required.option(previous, "previous");
            if (previous.contains(agreement)) {
                throw new IllegalArgumentException("an agreement does not follow itself");
            }
        }

        @Override
        public Option<Product> product() {
            return Option.none();
        }

        @Override
        public Option<Sign> dated() {
            return ended;
        }
    }

    /**
     * The end of a customer's subscription, by a notice without an id and a time of the marketplace's: it raises a suspicion, and nothing
     * more (NOT-7, SUB-5).
     *
     * @param customer whose subscription
     * @param sign what is said to have become of it, as of the transport's time
     */
    record OfSuspectedEnd(MarketplaceCustomer customer, Sign sign) implements Fact {

        /** Refuses nulls. */
        public OfSuspectedEnd {
            Required.value(customer, "customer");
            Required.value(sign, "sign");
        }

        @Override
        public Option<Product> product() {
            return Option.some(customer.product());
        }

        @Override
        public Option<Sign> dated() {
            return Option.some(sign);
        }
    }

    /** The case that this fact is. */
    default <R> R fold(
            Function<OfCustomer, R> customer,
            Function<OfSuspectedEnd, R> suspected,
            Function<OfLicense, R> license,
            Function<OfAgreement, R> agreement) {
        if (this instanceof OfCustomer f) {
            return customer.apply(f);
        } else if (this instanceof OfSuspectedEnd f) {
            return suspected.apply(f);
        } else if (this instanceof OfLicense f) {
            return license.apply(f);
        }
        return agreement.apply((OfAgreement) this);
    }
}
