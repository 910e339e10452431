package com.guance.billing.workspace;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Required;
import com.guance.billing.SubscriptionId;
import io.vavr.control.Option;

/** Who pays for a workspace. 结算方式 */
public sealed interface SettlementMethod {

    /**
     * The Billing Center account pays.
     *
     * @param account which
     */
    record ThroughBillingCenter(BillingCenterAccountId account) implements SettlementMethod {

        /** Refuses nulls. */
        public ThroughBillingCenter {
            Required.value(account, "account");
        }
    }

    /**
     * A cloud account pays, by one subscription (SET-12).
     *
     * @param account which
     * @param subscription the subscription that pays
     */
    record ThroughCloudAccount(CloudAccountId account, SubscriptionId subscription) implements SettlementMethod {

        /** Refuses nulls. */
        public ThroughCloudAccount {
            Required.value(account, "account");
            Required.value(subscription, "subscription");
        }
    }

    /** The cloud account's part, if a cloud account pays. */
    default Option<ThroughCloudAccount> cloud() {
        return this instanceof ThroughCloudAccount through ? Option.some(through) : Option.none();
    }
}
