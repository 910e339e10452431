package com.guance.billing.inmemory.marketplace;

import static com.guance.billing.inmemory.marketplace.Market.BOB;
import static com.guance.billing.inmemory.marketplace.Market.GB;
import static com.guance.billing.inmemory.marketplace.Market.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.inmemory.marketplace.BatchMeterUsageAnswer.Status;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampRulesTest {

    private static final String OUT_OF_BOUNDS = "TimestampOutOfBoundsException";

    private final Market market = Market.global();

    @Test
    @DisplayName("SUB-8 usage may be a millisecond younger than the window of 24 hours, and not older")
    void window() {
        Instant oldest = NOON.minus(Duration.ofHours(24));
        assertThat(market.refusalOf(market.usage(oldest, 1))).isEqualTo(OUT_OF_BOUNDS);
        assertThat(market.statusOf(market.usage(oldest.plusMillis(1), 1))).isEqualTo(Status.SUCCESS);
    }

    @Test
    @DisplayName("SUB-8 in China the window has 6 hours")
    void chinaWindow() {
        Market china = Market.china();
        Instant oldest = NOON.minus(Duration.ofHours(6));
        assertThat(china.refusalOf(china.usage(oldest, 1))).isEqualTo(OUT_OF_BOUNDS);
        assertThat(china.statusOf(china.usage(oldest.plusMillis(1), 1))).isEqualTo(Status.SUCCESS);
    }

    @Test
    @DisplayName("usage may lie a minute ahead, for clocks differ, and no further")
    void future() {
        Instant latest = NOON.plus(Duration.ofMinutes(1));
        assertThat(market.refusalOf(market.usage(latest.plusMillis(1), 1))).isEqualTo(OUT_OF_BOUNDS);
        assertThat(market.statusOf(market.usage(latest, 1))).isEqualTo(Status.SUCCESS);
    }

    @ParameterizedTest(name = "at {0} usage of {1}: accepted {2}")
    @CsvSource({
        "2026-04-01T05:59:59.999Z, 2026-03-31T23:59:59.999Z, true",
        "2026-04-01T06:00:00.000Z, 2026-03-31T23:59:59.999Z, false",
        "2026-04-01T06:00:00.000Z, 2026-04-01T00:00:00.000Z, true",
        "2026-04-01T12:00:00.000Z, 2026-03-31T13:00:00.000Z, false",
        "2026-04-01T05:00:00.000Z, 2026-03-31T05:00:00.001Z, true",
        "2026-04-01T05:00:00.000Z, 2026-03-31T05:00:00.000Z, false",
        "2027-01-01T06:00:00.000Z, 2026-12-31T23:00:00.000Z, false",
        "2027-01-01T05:00:00.000Z, 2026-12-31T23:00:00.000Z, true",
        "2026-03-31T23:00:00.000Z, 2026-03-31T00:00:00.000Z, true",
    })
    @DisplayName("SUB-8 last month is open until 06:00 UTC on the 1st")
    void monthEnd(Instant now, Instant timestamp, boolean accepted) {
        market.clock.moveTo(now);
        if (accepted) {
            assertThat(market.statusOf(market.usage(timestamp, 1))).isEqualTo(Status.SUCCESS);
        } else {
            assertThat(market.refusalOf(market.usage(timestamp, 1))).isEqualTo(OUT_OF_BOUNDS);
        }
    }

    @Test
    @DisplayName("MET-3 the first hour is metered from the instant of the subscription, not from its full hour")
    void start() {
        Instant start = NOON.plus(Duration.ofMinutes(20)).plusNanos(123_456_789);
        market.clock.moveTo(start);
        CustomerReference bob = CustomerReference.identifier(market.aws.subscribe(BOB));
        Instant told = market.aws.takeNotices().get(0).timestamp();
        market.passes(Duration.ofHours(1));

        assertThat(market.refusalOf(new UsageRecord(NOON, bob, GB, 1, null))).isEqualTo(OUT_OF_BOUNDS);
        assertThat(market.refusalOf(new UsageRecord(told.minusMillis(1), bob, GB, 1, null)))
                .isEqualTo(OUT_OF_BOUNDS);
        assertThat(market.statusOf(new UsageRecord(told, bob, GB, 1, null))).isEqualTo(Status.SUCCESS);
        assertThat(market.aws.billed()).singleElement().satisfies(usage -> {
            assertThat(usage.hour().start()).isEqualTo(NOON);
            assertThat(usage.timestamp()).isEqualTo(told);
        });
    }
}
