package com.guance.billing.inmemory.marketplace;

import org.jspecify.annotations.Nullable;

/**
 * How a usage record names its customer: by one of the first two in the legacy scheme.
 *
 * @param customerIdentifier as ResolveCustomer gave it
 * @param awsAccountId digits
 * @param licenseArn the license scheme's; refused here
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
}
