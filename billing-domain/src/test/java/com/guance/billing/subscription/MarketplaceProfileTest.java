package com.guance.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MarketplaceProfileTest {

    private final MarketplaceProfile aws = MarketplaceProfile.aws("prod");

    @Test
    @DisplayName("SUB-8 a record may be as old as the window: 24 hours, in China 6")
    void window() {
        Instant now = Instant.parse("2026-03-10T09:30:00Z");
        assertThat(aws.oldestTimestamp(now)).isEqualTo(now.minus(Duration.ofHours(24)));
        assertThat(MarketplaceProfile.awsChina("prod").oldestTimestamp(now)).isEqualTo(now.minus(Duration.ofHours(6)));
    }

    @Test
    @DisplayName("SUB-8 last month's usage is taken until 06:00 UTC on the 1st, to the instant")
    void monthEnd() {
        Instant closes = Instant.parse("2026-04-01T06:00:00Z");
        assertThat(aws.oldestTimestamp(closes.minusNanos(1)))
                .isEqualTo(closes.minusNanos(1).minus(Duration.ofHours(24)));
        assertThat(aws.oldestTimestamp(closes)).isEqualTo(Instant.parse("2026-04-01T00:00:00Z"));
        assertThat(aws.oldestTimestamp(Instant.parse("2026-04-03T00:00:00Z")))
                .isEqualTo(Instant.parse("2026-04-02T00:00:00Z"));
    }
}
