package com.guance.billing.workspace;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Required;
import com.guance.billing.SubscriptionId;
import com.guance.billing.Text;
import com.guance.billing.UserId;
import com.guance.billing.subscription.Product;
import io.vavr.control.Option;

/** Why a workspace is locked. Each cause has its own remedy, and no remedy helps against another cause (LOCK-1). */
public sealed interface LockCause {

    /**
     * The subscription that paid ended; released by having a payer again (UNL-1).
     *
     * @param subscription which
     * @param account the cloud account that it was of
     * @param product the product that it was for
     */
    record SubscriptionEnded(SubscriptionId subscription, CloudAccountId account, Product product)
            implements LockCause {

        /** Refuses nulls. */
        public SubscriptionEnded {
            Required.value(subscription, "subscription");
            Required.value(account, "account");
            Required.value(product, "product");
        }
    }

    /**
     * 欠费: the Billing Center account that settles it cannot pay; released when the arrears are settled (UNL-2).
     *
     * @param account which
     */
    record Arrears(BillingCenterAccountId account) implements LockCause {

        /** Refuses nulls. */
        public Arrears {
            Required.value(account, "account");
        }
    }

    /**
     * Staff locked it; released by staff only (UNL-3).
     *
     * @param why the reason given, 1–256 characters
     * @param staff who
     */
    record Administrative(String why, UserId staff) implements LockCause {

        /**
         * Checks the reason.
         *
         * @throws IllegalArgumentException if it is blank, too long or not well-formed
         */
        public Administrative {
            Required.value(why, "why");
            Required.value(staff, "staff");
            Text.bounded(why, 256, "reason of a lock");
        }
    }

    /** The payer's end, if it is one. */
    default Option<SubscriptionEnded> ended() {
        return this instanceof SubscriptionEnded end ? Option.some(end) : Option.none();
    }

    /** Whether having a payer again is its remedy (UNL-1). */
    default boolean isReleasedByAPayer() {
        return this instanceof SubscriptionEnded;
    }
}
