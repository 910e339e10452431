package com.guance.billing.inmemory.marketplace;

import com.guance.billing.inmemory.marketplace.ListedProduct.UnknownCustomer;
import java.time.Instant;
import java.util.Optional;

/** What one record must satisfy or fail its whole batch (SUB-6). */
final class RecordRules {

    private final ListedProduct product;
    private final Buyers buyers;
    private final TimestampRules timestamps;

    RecordRules(ListedProduct product, Buyers buyers) {
        this.product = product;
        this.buyers = buyers;
        this.timestamps = new TimestampRules(product.window(), product.rulings().clockSkew());
    }

    void check(UsageRecord record, Instant now) {
        identityScheme(record.customer());
        Optional<Buyer> buyer = buyers.find(record.customer());
        if (buyer.isEmpty() && product.rulings().unknownCustomer() == UnknownCustomer.FAILS_THE_BATCH) {
            throw AwsException.refused("InvalidCustomerIdentifierException", "customer does not exist");
        }
        if (!product.dimensions().contains(record.dimension())) {
            throw AwsException.refused(
                    "InvalidUsageDimensionException", "not a dimension of the product: " + record.dimension());
        }
        timestamps.check(record.timestamp(), now);
        buyer.ifPresent(known -> TimestampRules.checkStart(known, record.timestamp()));
        AllocationRules.check(record);
    }

    private static void identityScheme(CustomerReference customer) {
        if (customer.licenseArn() != null) {
            throw AwsException.refused("InvalidLicenseException", "the product is not metered by license");
        }
        if ((customer.customerIdentifier() == null) == (customer.awsAccountId() == null)) {
            throw AwsException.refused(
                    "InvalidCustomerIdentifierException",
                    "either CustomerIdentifier or CustomerAWSAccountId is needed, and never both");
        }
    }
}
