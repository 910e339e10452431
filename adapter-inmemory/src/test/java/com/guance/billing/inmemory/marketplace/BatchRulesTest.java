package com.guance.billing.inmemory.marketplace;

import static com.guance.billing.inmemory.marketplace.Market.ALICE;
import static com.guance.billing.inmemory.marketplace.Market.GB;
import static com.guance.billing.inmemory.marketplace.Market.NOON;
import static com.guance.billing.inmemory.marketplace.Market.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.guance.billing.inmemory.marketplace.BatchMeterUsageAnswer.Status;
import com.guance.billing.inmemory.marketplace.ListedProduct.Rulings;
import com.guance.billing.inmemory.marketplace.ListedProduct.UnknownCustomer;
import com.guance.billing.inmemory.marketplace.UsageAllocation.Tag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BatchRulesTest {

    private static final CustomerReference CUSTOMER = CustomerReference.account(ALICE);

    private final Market market = Market.global();

    static Stream<Arguments> badRecords() {
        CustomerReference nobody = new CustomerReference(null, null, null);
        CustomerReference both = new CustomerReference("abc", ALICE, null);
        CustomerReference license = new CustomerReference(null, ALICE, "arn:aws:license-manager::1:license:l-1");
        return Stream.of(
                arguments("unknown dimension", "InvalidUsageDimensionException", with(CUSTOMER, "data_tb", 1)),
                arguments("dimension in other case", "InvalidUsageDimensionException", with(CUSTOMER, "DATA_GB", 1)),
                arguments("empty dimension", "ValidationException", with(CUSTOMER, "", 1)),
                arguments("long dimension", "ValidationException", with(CUSTOMER, "d".repeat(256), 1)),
                arguments("quantity below 0", "ValidationException", with(CUSTOMER, GB, -1)),
                arguments("quantity over an int", "ValidationException", with(CUSTOMER, GB, 2_147_483_648L)),
                arguments("no customer", "InvalidCustomerIdentifierException", with(nobody, GB, 1)),
                arguments("customer named twice", "InvalidCustomerIdentifierException", with(both, GB, 1)),
                arguments("license", "InvalidLicenseException", with(license, GB, 1)),
                arguments("account not digits", "ValidationException", with(CustomerReference.account("x1"), GB, 1)),
                arguments("empty customer", "ValidationException", with(CustomerReference.identifier(""), GB, 1)),
                arguments(
                        "long account", "ValidationException", with(CustomerReference.account("1".repeat(256)), GB, 1)),
                arguments(
                        "long customer",
                        "ValidationException",
                        with(CustomerReference.identifier("c".repeat(256)), GB, 1)),
                arguments(
                        "too old",
                        "TimestampOutOfBoundsException",
                        new UsageRecord(NOON.minus(Duration.ofHours(25)), CUSTOMER, GB, 1, null)),
                arguments(
                        "allocations of another sum",
                        "InvalidUsageAllocationsException",
                        new UsageRecord(NOON, CUSTOMER, GB, 2, List.of(new UsageAllocation(1, null)))),
                arguments(
                        "bad tag",
                        "InvalidTagException",
                        new UsageRecord(
                                NOON, CUSTOMER, GB, 1, List.of(new UsageAllocation(1, List.of(new Tag("é", "1")))))));
    }

    private static UsageRecord with(CustomerReference customer, String dimension, long quantity) {
        return new UsageRecord(NOON, customer, dimension, quantity, null);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("badRecords")
    @DisplayName("SUB-6 one bad record fails the whole batch, wherever it stands, and nothing of it is billed")
    void oneBadRecord(String why, String refusal, UsageRecord bad) {
        assertThat(market.refusalOf(market.usage(1), bad)).as(why).isEqualTo(refusal);
        assertThat(market.refusalOf(bad, market.usage(1))).as(why).isEqualTo(refusal);
        assertThat(market.aws.billed()).isEmpty();

        assertThat(market.statusOf(market.usage(1))).isEqualTo(Status.SUCCESS);
    }

    @Test
    @DisplayName("SUB-2 25 records are taken, 26 are not")
    void twentyFive() {
        List<UsageRecord> twentyFive = new ArrayList<>(Collections.nCopies(25, market.usage(0)));
        assertThat(market.meter(twentyFive).results()).hasSize(25);
        twentyFive.add(market.usage(0));
        assertThat(market.refusalOf(new BatchMeterUsageRequest(PRODUCT, twentyFive)))
                .isEqualTo("ValidationException");
    }

    @Test
    @DisplayName("SUB-2 a request of 1 MB is refused whichever face it came by")
    void oneMegabyte() {
        List<UsageRecord> heavy = Collections.nCopies(3, heavyRecord());
        assertThat(market.refusalOf(new BatchMeterUsageRequest(PRODUCT, heavy)))
                .isEqualTo("RequestEntityTooLargeException");
        assertThat(market.aws.billed()).isEmpty();
        assertThat(market.meter(heavy.get(0)).results()).hasSize(1);
    }

    @Test
    @DisplayName("the extremes of a quantity are accepted, an empty batch too")
    void extremes() {
        assertThat(market.statusOf(market.usage(0))).isEqualTo(Status.SUCCESS);
        assertThat(market.statusOf(market.usage(NOON.minus(Duration.ofHours(1)), Integer.MAX_VALUE)))
                .isEqualTo(Status.SUCCESS);
        assertThat(market.meter()).isEqualTo(new BatchMeterUsageAnswer(List.of(), List.of()));
    }

    @Test
    @DisplayName("names of 255 characters are of the model's length: they are judged by what they name")
    void longestNames() {
        assertThat(market.refusalOf(with(CUSTOMER, "d".repeat(255), 1))).isEqualTo("InvalidUsageDimensionException");
        assertThat(market.statusOf(with(CustomerReference.identifier("c".repeat(255)), GB, 1)))
                .isEqualTo(Status.CUSTOMER_NOT_SUBSCRIBED);
    }

    @Test
    @DisplayName("another product's code, or none, fails the batch")
    void productCode() {
        List<UsageRecord> good = List.of(market.usage(1));
        assertThat(market.refusalOf(new BatchMeterUsageRequest("prod-other", good)))
                .isEqualTo("InvalidProductCodeException");
        assertThat(market.refusalOf(new BatchMeterUsageRequest("", good))).isEqualTo("ValidationException");
    }

    @Test
    @DisplayName("an unknown customer is not subscribed, or fails the batch, as the ruling says")
    void unknownCustomer() {
        UsageRecord stranger = market.of(CustomerReference.identifier("stranger"));
        assertThat(market.meter(market.usage(1), stranger).results())
                .extracting(BatchMeterUsageAnswer.Result::status)
                .containsExactly(Status.SUCCESS, Status.CUSTOMER_NOT_SUBSCRIBED);

        Market strict = Market.under(Rulings.standard().withUnknownCustomer(UnknownCustomer.FAILS_THE_BATCH));
        assertThat(strict.refusalOf(strict.usage(1), stranger)).isEqualTo("InvalidCustomerIdentifierException");
        assertThat(strict.aws.billed()).isEmpty();
        assertThat(strict.statusOf(strict.usage(1))).isEqualTo(Status.SUCCESS);
    }

    private UsageRecord heavyRecord() {
        List<UsageAllocation> shares = IntStream.range(0, 2_500)
                .mapToObj(n -> new UsageAllocation(1, List.of(new Tag("w" + n, "v".repeat(120)))))
                .toList();
        return new UsageRecord(NOON, CUSTOMER, GB, 2_500, shares);
    }
}
