package com.guance.billing;

import java.util.Currency;

/**
 * The customer in the Billing Center (费用中心账号): holds workspaces and registered cloud accounts. Not an aggregate of this
 * library; the host says what is true of it.
 *
 * @param id its identity
 * @param currency the currency it is settled in
 * @param arbitrarySelection 结算方式任意选择: staff have lifted the site rule for it (SET-5)
 */
public record BillingCenterAccount(BillingCenterAccountId id, Currency currency, boolean arbitrarySelection) {

    /** Refuses nulls. */
    public BillingCenterAccount {
        Required.value(id, "id");
        Required.value(currency, "currency");
    }
}
