package com.guance.billing.inmemory.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.guance.billing.inmemory.marketplace.BatchMeterUsageAnswer.Result;
import com.guance.billing.inmemory.marketplace.BatchMeterUsageAnswer.Status;
import com.guance.billing.inmemory.marketplace.ListedProduct.Rulings;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** A marketplace at noon of an ordinary day, with one buyer who subscribed two days ago. */
final class Market {

    static final String ALICE = "111122223333";
    static final String BOB = "444455556666";
    static final String PRODUCT = "prod-obs";
    static final String GB = "data_gb";
    static final String CALLS = "api_calls";
    static final Instant NOON = Instant.parse("2026-03-18T12:00:00Z");

    final MovableClock clock = MovableClock.at(NOON);
    final InMemoryMarketplace aws;
    final String alice;

    private Market(ListedProduct product) {
        aws = InMemoryMarketplace.selling(product, clock);
        clock.advance(Duration.ofDays(-2));
        alice = aws.subscribe(ALICE);
        clock.moveTo(NOON);
        assertThat(aws.takeNotices()).hasSize(1);
    }

    static Market global() {
        return new Market(ListedProduct.global(PRODUCT, GB, CALLS));
    }

    static Market china() {
        return new Market(ListedProduct.china(PRODUCT, GB, CALLS));
    }

    static Market under(Rulings rulings) {
        return new Market(ListedProduct.global(PRODUCT, GB, CALLS).under(rulings));
    }

    UsageRecord usage(Instant at, long quantity) {
        return new UsageRecord(at, CustomerReference.identifier(alice), GB, quantity, null);
    }

    UsageRecord usage(long quantity) {
        return usage(clock.instant(), quantity);
    }

    UsageRecord of(CustomerReference customer) {
        return new UsageRecord(clock.instant(), customer, GB, 1, null);
    }

    BatchMeterUsageAnswer meter(UsageRecord... records) {
        return meter(Arrays.asList(records));
    }

    BatchMeterUsageAnswer meter(List<UsageRecord> records) {
        return aws.batchMeterUsage(new BatchMeterUsageRequest(PRODUCT, records));
    }

    Status statusOf(UsageRecord record) {
        List<Result> results = meter(record).results();
        assertThat(results).hasSize(1);
        return results.get(0).status();
    }

    String refusalOf(UsageRecord... records) {
        return refusalOf(new BatchMeterUsageRequest(PRODUCT, List.of(records)));
    }

    String refusalOf(BatchMeterUsageRequest request) {
        return catchThrowableOfType(AwsException.class, () -> aws.batchMeterUsage(request))
                .type();
    }

    void passes(Duration time) {
        clock.advance(time);
    }

    List<String> actions() {
        return aws.takeNotices().stream()
                .map(notice -> notice.message().action())
                .toList();
    }
}
