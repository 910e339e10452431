package com.guance.billing.inmemory.marketplace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What ResolveCustomer answers.
 *
 * @param customerIdentifier stable per AWS account and product; null in the license scheme
 * @param customerAwsAccountId digits
 * @param productCode of the product that was subscribed to; the caller has to check that it is his
 * @param licenseArn of the license that the buyer landed with; null where the product has none
 */
record ResolveCustomerAnswer(
        @Nullable String customerIdentifier,
        String customerAwsAccountId,
        String productCode,
        @Nullable String licenseArn) {

    /** What the account is to the seller's other product, which is of the same scheme. */
    static ResolveCustomerAnswer ofAnother(ListedProduct product, String awsAccountId, Instant now) {
        String code = product.productCode() + "-other";
        boolean byLicense = product.resolvesByLicense(now);
        return new ResolveCustomerAnswer(
                byLicense || product.namedByAccount() ? null : Opaque.customerIdentifier(code, awsAccountId),
                awsAccountId,
                code,
                byLicense ? LicenseArn.of(product.partition(), Opaque.license(code, awsAccountId, 1)) : null);
    }
}
