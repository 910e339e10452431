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

    /** Passes a record of a request in the license scheme, or in the legacy one. */
    void check(UsageRecord record, boolean byLicense, Instant now) {
        identity(record.customer(), byLicense);
        Optional<Payer> payer = buyers.find(record.customer());
        if (payer.isEmpty()) {
            unknown(byLicense);
        }
        if (!product.dimensions().contains(record.dimension())) {
            throw AwsException.refused(
                    "InvalidUsageDimensionException", "not a dimension of the product: " + record.dimension());
        }
        timestamps.check(record.timestamp(), now);
        payer.ifPresent(known -> known.checkLife(record.timestamp()));
        AllocationRules.check(record);
    }

    private void identity(CustomerReference customer, boolean byLicense) {
        if (byLicense && customer.licenseArn() == null) {
            throw invalidLicense("LicenseArn is needed in every record or in none");
        }
        if (byLicense && customer.awsAccountId() == null) {
            throw invalidCustomer("CustomerAWSAccountId is needed with LicenseArn");
        }
        if ((customer.customerIdentifier() == null) == (customer.awsAccountId() == null)) {
            throw invalidCustomer("either CustomerIdentifier or CustomerAWSAccountId is needed, and never both");
        }
    }

    private void unknown(boolean byLicense) {
        if (byLicense) {
            throw invalidLicense("the product has no such license of this account");
        }
        if (product.rulings().unknownCustomer() == UnknownCustomer.FAILS_THE_BATCH) {
            throw invalidCustomer("customer does not exist");
        }
    }

    private static AwsException invalidLicense(String why) {
        return AwsException.refused("InvalidLicenseException", why);
    }

    private static AwsException invalidCustomer(String why) {
        return AwsException.refused("InvalidCustomerIdentifierException", why);
    }
}
