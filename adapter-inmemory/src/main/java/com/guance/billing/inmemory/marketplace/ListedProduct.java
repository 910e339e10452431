package com.guance.billing.inmemory.marketplace;

import com.guance.billing.Required;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * The product as this marketplace lists it, and the limits it is metered under.
 *
 * @param region where it is metered, as AWS spells regions; a client must sign for it
 * @param productCode as ResolveCustomer and BatchMeterUsage carry it
 * @param dimensions the API identifiers of what can be metered; case-sensitive
 * @param window how old a usage timestamp may be (SUB-8)
 * @param rulings what is decided here where AWS's pages are silent or contradict each other
 * @param licensedFrom since when its landings name a license instead of a customer identifier: never ({@link Instant#MAX}, the
 *     legacy identity scheme), always ({@link Instant#MIN}, the license scheme), or from a whole UTC hour (SUB-10)
 * @param namedByAccount whether its landings name the AWS account and nothing else, and no SNS notice is published (ARR-9)
 */
public record ListedProduct(
        String region,
        String productCode,
        Set<String> dimensions,
        Duration window,
        Rulings rulings,
        Instant licensedFrom,
        boolean namedByAccount) {

    private static final int MOST_DIMENSIONS = 200;
    private static final String SOVEREIGN = "aws-eusc";

    /** Checks that nothing is blank, negative, too many or off the hour. */
    public ListedProduct {
        Required.value(region, "region");
        Required.value(productCode, "productCode");
        dimensions = Required.set(dimensions, "dimensions");
        Required.value(window, "window");
        Required.value(rulings, "rulings");
        Required.value(licensedFrom, "licensedFrom");
        if (region.isBlank() || productCode.isBlank() || dimensions.contains("")) {
            throw new IllegalArgumentException("region, product code and dimensions must not be blank");
        }
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("window must be positive: " + window);
        }
        if (dimensions.size() > MOST_DIMENSIONS) {
            throw new IllegalArgumentException("a product has at most 200 dimensions, not " + dimensions.size());
        }
        boolean moves = !licensedFrom.equals(Instant.MAX) && !licensedFrom.equals(Instant.MIN);
        if (moves && !licensedFrom.equals(licensedFrom.truncatedTo(ChronoUnit.HOURS))) {
            throw new IllegalArgumentException("a product moves at a whole UTC hour: " + licensedFrom);
        }
    }

    /** A product of the legacy identity scheme. */
    public ListedProduct(String region, String productCode, Set<String> dimensions, Duration window, Rulings rulings) {
        this(region, productCode, dimensions, window, rulings, Instant.MAX, false);
    }

    /** A product of the global marketplace: {@code us-east-1}, usage up to 24 hours old. */
    public static ListedProduct global(String productCode, String... dimensions) {
        return new ListedProduct(
                "us-east-1", productCode, Set.of(dimensions), Duration.ofHours(24), Rulings.standard());
    }

    /** A product of AWS Marketplace China: {@code cn-northwest-1}, usage up to 6 hours old. */
    public static ListedProduct china(String productCode, String... dimensions) {
        return new ListedProduct(
                "cn-northwest-1", productCode, Set.of(dimensions), Duration.ofHours(6), Rulings.standard());
    }

    /** The same product under other rulings. */
    public ListedProduct under(Rulings other) {
        return new ListedProduct(region, productCode, dimensions, window, other, licensedFrom, namedByAccount);
    }

    /**
     * The same product in the license scheme alone: its buyers have agreements, each with a license ({@link
     * InMemoryMarketplace#agree}), its usage is metered by account and license, and no SNS notice is published.
     */
    public ListedProduct byLicense() {
        return new ListedProduct(region, productCode, dimensions, window, rulings, Instant.MIN, false);
    }

    /**
     * The same product, moving from the legacy scheme to the license scheme at a whole UTC hour. Every subscription has a license
     * from its beginning on. AWS takes both forms at any time, and does not know that they are one customer's: what is sent
     * in both is billed twice (SUB-10). Landings name both until the hour, and the license alone from then on.
     *
     * @param hour a whole UTC hour
     * @throws IllegalArgumentException if it is none
     */
    public ListedProduct movingToLicenses(Instant hour) {
        return new ListedProduct(region, productCode, dimensions, window, rulings, hour, false);
    }

    /**
     * The same product in the account form: its buyers are named by their AWS account alone, its usage is metered by product code and
     * AWS account, and no SNS notice is published (ARR-9).
     */
    public ListedProduct byAccount() {
        return new ListedProduct(region, productCode, dimensions, window, rulings, Instant.MAX, true);
    }

    boolean takesLegacy() {
        return !licensedFrom.equals(Instant.MIN);
    }

    boolean takesLicenses() {
        return !licensedFrom.equals(Instant.MAX);
    }

    boolean resolvesByLicense(Instant now) {
        return !now.isBefore(licensedFrom);
    }

    String partition() {
        if (region.startsWith("eusc-")) {
            return SOVEREIGN;
        }
        return region.startsWith("cn-") ? "aws-cn" : "aws";
    }

    /** Of a product in the account form, by license, or in the European Sovereign Cloud, SNS publishes nothing. */
    boolean isPublishedBySns() {
        return !namedByAccount && takesLegacy() && !partition().equals(SOVEREIGN);
    }

    /** Where the product's topics lie. */
    String topicRegion() {
        return partition().equals("aws") ? "us-east-1" : region;
    }

    /**
     * Decisions that AWS's pages leave open; none of them could be verified against the real service.
     *
     * @param clockSkew how far in the future a usage timestamp may lie
     * @param tokenLife how long a registration token resolves, counted from its issue
     * @param identicalResend what a record answers that was billed before with the same quantity
     * @param unknownCustomer what a record answers whose customer was never seen
     */
    public record Rulings(
            Duration clockSkew, Duration tokenLife, IdenticalResend identicalResend, UnknownCustomer unknownCustomer) {

        /** Refuses nulls. */
        public Rulings {
            Required.value(clockSkew, "clockSkew");
            Required.value(tokenLife, "tokenLife");
            Required.value(identicalResend, "identicalResend");
            Required.value(unknownCustomer, "unknownCustomer");
        }

        /** One minute of skew, tokens of 4 hours, an identical resend succeeds, an unknown customer is not subscribed. */
        public static Rulings standard() {
            return new Rulings(
                    Duration.ofMinutes(1),
                    Duration.ofHours(4),
                    IdenticalResend.SUCCEEDS,
                    UnknownCustomer.NOT_SUBSCRIBED);
        }

        /** These rulings with tokens that live for {@code life}. */
        public Rulings withTokenLife(Duration life) {
            return new Rulings(clockSkew, life, identicalResend, unknownCustomer);
        }

        /** These rulings with another answer to an identical resend. */
        public Rulings withIdenticalResend(IdenticalResend answer) {
            return new Rulings(clockSkew, tokenLife, answer, unknownCustomer);
        }

        /** These rulings with another answer to an unknown customer. */
        public Rulings withUnknownCustomer(UnknownCustomer answer) {
            return new Rulings(clockSkew, tokenLife, identicalResend, answer);
        }
    }

    /** The same customer, dimension, hour and quantity again: AWS calls it idempotent, and elsewhere a duplicate (SUB-4). */
    public enum IdenticalResend {
        /** {@code Success} with the metering record id of the first write. */
        SUCCEEDS,
        /** {@code DuplicateRecord}, as for another quantity. */
        IS_DUPLICATE
    }

    /** A customer identifier or account this marketplace never saw: a status in one AWS page, an exception in another. */
    public enum UnknownCustomer {
        /** That record alone answers {@code CustomerNotSubscribed}. */
        NOT_SUBSCRIBED,
        /** The whole batch fails with {@code InvalidCustomerIdentifierException}. */
        FAILS_THE_BATCH
    }
}
