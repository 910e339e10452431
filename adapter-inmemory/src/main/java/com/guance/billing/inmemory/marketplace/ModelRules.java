package com.guance.billing.inmemory.marketplace;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lengths, ranges and patterns of AWS's API model ("UsageRecord", "UsageAllocation" pages): a ValidationException. */
final class ModelRules {

    private static final int LONGEST_NAME = 255;
    private static final int MOST_ALLOCATIONS = 2_500;
    private static final Pattern ARN = Pattern.compile("arn:aws[a-z-]*:.+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private ModelRules() {}

    static void check(UsageRecord record) {
        CustomerReference customer = record.customer();
        length("Dimension", record.dimension());
        length("CustomerIdentifier", customer.customerIdentifier());
        length("CustomerAWSAccountId", customer.awsAccountId());
        length("LicenseArn", customer.licenseArn());
        require(
                customer.licenseArn() == null
                        || ARN.matcher(customer.licenseArn()).matches(),
                "LicenseArn must be an ARN");
        require(
                customer.awsAccountId() == null
                        || DIGITS.matcher(customer.awsAccountId()).matches(),
                "CustomerAWSAccountId must be digits");
        range("Quantity", record.quantity());
        int allocations = record.allocationsOrNone().size();
        require(record.allocations() == null || allocations > 0, "UsageAllocations must have at least 1 member");
        require(allocations <= MOST_ALLOCATIONS, "UsageAllocations must have at most 2500 members");
        record.allocationsOrNone().forEach(ModelRules::check);
    }

    private static void check(UsageAllocation allocation) {
        range("AllocatedUsageQuantity", allocation.quantity());
        require(allocation.tags() == null || !allocation.tags().isEmpty(), "Tags must have at least 1 member");
    }

    private static void length(String field, @Nullable String value) {
        require(
                value == null || (!value.isEmpty() && value.length() <= LONGEST_NAME),
                field + " must have 1 to 255 characters");
    }

    private static void range(String field, long value) {
        require(value >= 0 && value <= Integer.MAX_VALUE, field + " must be between 0 and 2147483647, not " + value);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw AwsException.invalid(message);
        }
    }
}
