package com.guance.billing.inmemory.marketplace;

import static com.guance.billing.inmemory.marketplace.Market.ALICE;
import static com.guance.billing.inmemory.marketplace.Market.BOB;
import static com.guance.billing.inmemory.marketplace.Market.GB;
import static com.guance.billing.inmemory.marketplace.Market.NOON;
import static com.guance.billing.inmemory.marketplace.Market.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.guance.billing.inmemory.marketplace.BatchMeterUsageAnswer.Result;
import com.guance.billing.inmemory.marketplace.BatchMeterUsageAnswer.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A product listed by license:")
class LicensesTest {

    private static final ListedProduct LISTED =
            ListedProduct.global(PRODUCT, GB).byLicense();

    private final MovableClock clock = MovableClock.at(NOON);
    private final InMemoryMarketplace aws = InMemoryMarketplace.selling(LISTED, clock);
    private final String arn = aws.agree(ALICE);

    @Test
    @DisplayName("MET-6 a license is named by its ARN as AWS answers it, and by no other spelling")
    void spellings() {
        String id = arn.substring(arn.lastIndexOf(':') + 1);
        assertThat(arn).isEqualTo("arn:aws:license-manager::294406891311:license:" + id);
        assertThat(statusOf(usage(arn, NOON, 1))).isEqualTo(Status.SUCCESS);

        assertThat(refusalOf(usage("aws:license-manager:us-east-1:123456789012:" + id, NOON, 2)))
                .isEqualTo("ValidationException");
        assertThat(refusalOf(usage(id, NOON, 2))).isEqualTo("ValidationException");
        assertThat(refusalOf(usage(arn.replace("294406891311", "123456789012"), NOON, 2)))
                .isEqualTo("InvalidLicenseException");
        assertThat(refusalOf(usage(arn.replace("license-manager", "s3"), NOON, 2)))
                .isEqualTo("InvalidLicenseException");
        assertThat(aws.billed())
                .extracting(BilledUsage::hour)
                .containsExactly(new BilledUsage.Hour(aws.customerIdentifier(ALICE), id, GB, NOON));
    }

    @Test
    @DisplayName("SUB-2 a request has licenses and accounts and no product code, or is refused whole")
    void requests() {
        UsageRecord good = usage(arn, NOON, 1);
        UsageRecord legacy = record(CustomerReference.account(ALICE));
        assertThat(refusalOf(new BatchMeterUsageRequest(PRODUCT, List.of(legacy))))
                .isEqualTo("InvalidProductCodeException");
        assertThat(refusalOf(new BatchMeterUsageRequest(PRODUCT, List.of(legacy, good))))
                .isEqualTo("InvalidLicenseException");
        assertThat(refusalOf(good, record(CustomerReference.account(ALICE)))).isEqualTo("InvalidLicenseException");
        assertThat(refusalOf(good, record(new CustomerReference(null, null, arn))))
                .isEqualTo("InvalidCustomerIdentifierException");
        assertThat(refusalOf(good, record(new CustomerReference("cust-1", ALICE, arn))))
                .isEqualTo("InvalidCustomerIdentifierException");
        assertThat(refusalOf(good, record(new CustomerReference("cust-1", null, arn))))
                .isEqualTo("InvalidCustomerIdentifierException");
        assertThat(refusalOf(good, record(CustomerReference.license(BOB, arn)))).isEqualTo("InvalidLicenseException");
        assertThat(refusalOf(record(CustomerReference.account(ALICE)))).isEqualTo("ValidationException");
        assertThat(refusalOf(new BatchMeterUsageRequest("", List.of()))).isEqualTo("ValidationException");
        assertThat(aws.billed()).isEmpty();
    }

    @Test
    @DisplayName("SUB-6 usage before the license's start, or from its end on, is of no license; to the millisecond")
    void life() {
        clock.advance(Duration.ofHours(2));
        assertThat(refusalOf(usage(arn, NOON.minusMillis(1), 1))).isEqualTo("InvalidLicenseException");
        assertThat(statusOf(usage(arn, NOON, 1))).isEqualTo(Status.SUCCESS);
        Instant end = clock.instant();
        aws.endAgreement(arn);

        assertThat(refusalOf(usage(arn, end, 1))).isEqualTo("InvalidLicenseException");
        assertThat(statusOf(usage(arn, end.minusMillis(1), 1))).isEqualTo(Status.SUCCESS);
    }

    @Test
    @DisplayName("FIN-2 of an ended license earlier usage is taken for an hour, and then it is not subscribed for ever")
    void finalHour() {
        clock.advance(Duration.ofHours(2));
        aws.endAgreement(arn);
        clock.advance(Duration.ofHours(1).minusMillis(1));
        assertThat(statusOf(usage(arn, NOON, 1))).isEqualTo(Status.SUCCESS);
        assertThat(aws.licenseState(arn)).isEqualTo(SubscriptionState.ENDING);

        clock.advance(Duration.ofMillis(1));

        assertThat(statusOf(usage(arn, NOON.plusSeconds(3_600), 1))).isEqualTo(Status.CUSTOMER_NOT_SUBSCRIBED);
        assertThat(aws.licenseState(arn)).isEqualTo(SubscriptionState.ENDED);
        assertThatThrownBy(() -> aws.endAgreement(arn)).isInstanceOf(IllegalStateException.class);
        String renewed = aws.agree(ALICE);
        assertThat(renewed).isNotEqualTo(arn);
        assertThat(aws.licenseState(renewed)).isEqualTo(SubscriptionState.SUBSCRIBED);
    }

    @Test
    @DisplayName("SUB-5 a suspended account is not subscribed with any of its licenses")
    void suspended() {
        String second = aws.agree(ALICE);
        aws.suspend(ALICE);
        assertThat(meter(usage(arn, NOON, 1), usage(second, NOON, 1)).results())
                .extracting(Result::status)
                .containsExactly(Status.CUSTOMER_NOT_SUBSCRIBED, Status.CUSTOMER_NOT_SUBSCRIBED);
        aws.reinstate(ALICE);
        assertThat(statusOf(usage(second, NOON, 1))).isEqualTo(Status.SUCCESS);
    }

    @Test
    @DisplayName("ARR-2 a landing names the account and its newest license, and no customer identifier")
    void landing() {
        String newest = aws.agree(ALICE);

        assertThat(aws.resolveCustomer(aws.issueToken(ALICE)))
                .isEqualTo(new ResolveCustomerAnswer(null, ALICE, PRODUCT, newest));
        assertThat(aws.resolveCustomer(aws.issueTokenOfAnotherProduct(ALICE))).satisfies(other -> {
            assertThat(other.productCode()).isNotEqualTo(PRODUCT);
            assertThat(other.customerIdentifier()).isNull();
            assertThat(other.licenseArn()).isNotIn(arn, newest);
        });
        assertThat(aws.resolveCustomer(aws.issueToken(BOB)))
                .isEqualTo(new ResolveCustomerAnswer(null, BOB, PRODUCT, null));
    }

    @Test
    @DisplayName("nobody subscribes to it, nor agrees to a product of the legacy scheme, and SNS is silent")
    void wrongScheme() {
        assertThatThrownBy(() -> aws.subscribe(ALICE)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Market.global().aws.agree(ALICE)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> aws.licenseState("l-1")).isInstanceOf(IllegalArgumentException.class);
        assertThat(aws.takeNotices()).isEmpty();
    }

    private UsageRecord usage(String license, Instant at, long quantity) {
        return new UsageRecord(at, CustomerReference.license(ALICE, license), GB, quantity, null);
    }

    private UsageRecord record(CustomerReference customer) {
        return new UsageRecord(NOON, customer, GB, 1, null);
    }

    private BatchMeterUsageAnswer meter(UsageRecord... records) {
        return aws.batchMeterUsage(new BatchMeterUsageRequest("", List.of(records)));
    }

    private Status statusOf(UsageRecord record) {
        return meter(record).results().get(0).status();
    }

    private String refusalOf(UsageRecord... records) {
        return refusalOf(new BatchMeterUsageRequest("", List.of(records)));
    }

    private String refusalOf(BatchMeterUsageRequest request) {
        return catchThrowableOfType(AwsException.class, () -> aws.batchMeterUsage(request))
                .type();
    }
}
