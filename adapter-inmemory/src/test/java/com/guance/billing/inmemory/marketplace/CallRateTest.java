package com.guance.billing.inmemory.marketplace;

import static com.guance.billing.inmemory.marketplace.Market.ALICE;
import static com.guance.billing.inmemory.marketplace.Market.GB;
import static com.guance.billing.inmemory.marketplace.Market.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("SUB-7 The rate of an account and region:")
class CallRateTest {

    private final MovableClock clock = MovableClock.at(NOON);
    private final CallRate rate = CallRate.ofAws();
    private final InMemoryMarketplace one = selling("prod-1");
    private final InMemoryMarketplace two = selling("prod-2");

    @Test
    @DisplayName("10 calls in any second, over all products; the eleventh is throttled and not billed")
    void tenASecond() {
        for (int call = 0; call < 10; call++) {
            clock.advance(Duration.ofMillis(10));
            assertThat(isThrottled(call % 2 == 0 ? one : two, call)).isFalse();
        }
        assertThat(isThrottled(one, 10)).isTrue();
        assertThat(isThrottled(two, 10)).isTrue();

        clock.moveTo(NOON.plusMillis(1_009));
        assertThat(isThrottled(one, 10)).isTrue();
        clock.moveTo(NOON.plusMillis(1_010));
        assertThat(isThrottled(one, 10)).isFalse();
        assertThat(isThrottled(one, 11)).isTrue();
        assertThat(one.billed().size() + two.billed().size()).isEqualTo(11);
    }

    @Test
    @DisplayName("a call that fails its batch counts; a clock set back does not throttle for ever")
    void counts() {
        for (int call = 0; call < 10; call++) {
            assertThat(catchThrowableOfType(AwsException.class, () -> meter(one, -1))
                            .type())
                    .isEqualTo("ValidationException");
        }
        assertThat(isThrottled(one, 1)).isTrue();
        clock.moveTo(NOON.minusSeconds(60));
        assertThat(isThrottled(one, 1)).isFalse();
    }

    @Test
    @DisplayName("without a rate nobody is throttled")
    void unlimited() {
        InMemoryMarketplace free = InMemoryMarketplace.selling(ListedProduct.global("prod", GB), clock);
        subscribe(free);
        for (int call = 0; call < 100; call++) {
            assertThat(isThrottled(free, call)).isFalse();
        }
    }

    private InMemoryMarketplace selling(String product) {
        InMemoryMarketplace aws = InMemoryMarketplace.selling(ListedProduct.global(product, GB), clock, rate);
        subscribe(aws);
        return aws;
    }

    private void subscribe(InMemoryMarketplace aws) {
        clock.advance(Duration.ofDays(-10));
        aws.subscribe(ALICE);
        clock.advance(Duration.ofDays(10));
    }

    private boolean isThrottled(InMemoryMarketplace aws, int hoursAgo) {
        try {
            meter(aws, hoursAgo % 24);
            return false;
        } catch (AwsException refused) {
            assertThat(refused.type()).isEqualTo("ThrottlingException");
            return true;
        }
    }

    private void meter(InMemoryMarketplace aws, int hoursAgo) {
        UsageRecord record = new UsageRecord(
                clock.instant().minus(Duration.ofHours(Math.max(hoursAgo, 0))),
                CustomerReference.account(ALICE),
                GB,
                hoursAgo < 0 ? -1 : 1,
                null);
        var unused =
                aws.batchMeterUsage(new BatchMeterUsageRequest(aws.product().productCode(), List.of(record)));
    }
}
