package com.guance.billing.subscription;

/** By which of the marketplace's names the customers of a product are known and metered (ARR-9). */
public enum IdentityForm {
    /** By the customer identifier and the product code: products listed before 2026-06-01, and China. */
    LEGACY,
    /** By the AWS account and the license, without a product code: products listed since. */
    LICENSE,
    /** By the AWS account and the product code, whatever licenses the account has. */
    ACCOUNT;

    /**
     * The form that names a customer.
     *
     * @param customer the customer
     * @return its form
     */
    public static IdentityForm of(MarketplaceCustomer customer) {
        if (customer instanceof MarketplaceCustomer.Licensed) {
            return LICENSE;
        }
        return customer instanceof MarketplaceCustomer.Account ? ACCOUNT : LEGACY;
    }
}
