package com.guance.billing.inmemory.marketplace;

import java.time.Instant;

/** What fails a whole batch, in AWS's own order as far as it is known: the model first, then the product, then each record. */
final class BatchRules {

    static final int MOST_RECORDS = 25;

    /** AWS says "less than 1 MB"; the stricter reading of a megabyte. */
    static final int TOO_MANY_BYTES = 1_000_000;

    private final ListedProduct product;
    private final RecordRules records;

    BatchRules(ListedProduct product, Buyers buyers) {
        this.product = product;
        this.records = new RecordRules(product, buyers);
    }

    /**
     * Passes a batch whose records may be answered one by one.
     *
     * @throws AwsException of the first rule that is broken
     */
    void check(BatchMeterUsageRequest request, Instant now) {
        if (request.records().size() > MOST_RECORDS) {
            throw AwsException.invalid("UsageRecords must have at most 25 members, not "
                    + request.records().size());
        }
        if (MeteringJson.bytesOf(request) >= TOO_MANY_BYTES) {
            throw tooLarge();
        }
        request.records().forEach(ModelRules::check);
        boolean byLicense = request.isByLicense();
        if (!byLicense) {
            noLicense(request);
            product(request.productCode());
        }
        request.records().forEach(record -> records.check(record, byLicense, now));
    }

    private static void noLicense(BatchMeterUsageRequest request) {
        if (request.records().stream().anyMatch(record -> record.customer().licenseArn() != null)) {
            throw AwsException.refused("InvalidLicenseException", "ProductCode and LicenseArn exclude each other");
        }
    }

    private void product(String code) {
        if (code.isEmpty()) {
            throw AwsException.invalid("ProductCode must not be empty");
        }
        if (!code.equals(product.productCode()) || !product.takesLegacy()) {
            throw AwsException.refused("InvalidProductCodeException", "no such product by product code: " + code);
        }
    }

    /** Which error AWS gives is not known; the status is HTTP's own for it. */
    static AwsException tooLarge() {
        return new AwsException(413, "RequestEntityTooLargeException", "a request must be less than 1 MB");
    }
}
