package com.guance.billing.inmemory.marketplace;

/**
 * What ResolveCustomer answers in the legacy scheme.
 *
 * @param customerIdentifier stable per AWS account and product
 * @param customerAwsAccountId digits
 * @param productCode of the product that was subscribed to; the caller has to check that it is his
 */
record ResolveCustomerAnswer(String customerIdentifier, String customerAwsAccountId, String productCode) {}
