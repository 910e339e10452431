package com.guance.billing.inmemory.marketplace;

import org.jspecify.annotations.Nullable;

/**
 * How a usage record names its customer: by one of the first two in the legacy scheme, by the last two in the license scheme.
 *
 * @param customerIdentifier as ResolveCustomer gave it
 * @param awsAccountId digits
 * @param licenseArn the license scheme's, in any spelling
 */
record CustomerReference(
        @Nullable String customerIdentifier,
        @Nullable String awsAccountId,
        @Nullable String licenseArn) {

    static CustomerReference identifier(String customerIdentifier) {
        return new CustomerReference(customerIdentifier, null, null);
    }

    static CustomerReference account(String awsAccountId) {
        return new CustomerReference(null, awsAccountId, null);
    }

    static CustomerReference license(String awsAccountId, String licenseArn) {
        return new CustomerReference(null, awsAccountId, licenseArn);
    }
}
