package com.guance.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** How long a record may be sent, around the ends of months. */
class DeadlineProperties {

    private static final Instant FIRST = Instant.parse("2026-04-01T00:00:00Z");

    private final MarketplaceProfile aws = MarketplaceProfile.aws("prod");

    @Property(tries = 2_000)
    @Label("SUB-8 before its deadline a record is taken, after it not")
    void deadlineIsWhereTakingEnds(@ForAll("profiles") MarketplaceProfile profile, @ForAll("times") Instant timestamp) {
        Instant deadline = profile.deadline(timestamp);

        assertThat(profile.oldestTimestamp(deadline.minusNanos(1))).isBeforeOrEqualTo(timestamp);
        assertThat(profile.oldestTimestamp(deadline.plusNanos(1))).isAfter(timestamp);
        Statistics.label("the month's end was nearer")
                .collect(deadline.isBefore(timestamp.plus(profile.window())))
                .coverage(coverage -> {
                    coverage.check(true).count(times -> times > 0);
                    coverage.check(false).count(times -> times > 0);
                });
    }

    @Property(tries = 2_000)
    @Label("SUB-8 the newest expired timestamp divides those whose deadline has come from those whose has not")
    void newestExpiredDivides(
            @ForAll("profiles") MarketplaceProfile profile,
            @ForAll("times") Instant timestamp,
            @ForAll("times") Instant by) {
        boolean hasCome = !profile.deadline(timestamp).isAfter(by);

        assertThat(!timestamp.isAfter(profile.newestExpired(by))).isEqualTo(hasCome);
        Statistics.label("has come").collect(hasCome).coverage(coverage -> {
            coverage.check(true).count(times -> times > 0);
            coverage.check(false).count(times -> times > 0);
        });
    }

    @Example
    @Label("SUB-8 a window after the timestamp, but of last month until 06:00 UTC on the 1st")
    void examples() {
        Instant noon = Instant.parse("2026-03-10T12:00:00Z");
        assertThat(aws.deadline(noon)).isEqualTo(noon.plus(Duration.ofHours(24)));
        assertThat(MarketplaceProfile.awsChina("prod").deadline(noon)).isEqualTo(noon.plus(Duration.ofHours(6)));
        assertThat(aws.deadline(FIRST.minusNanos(1))).isEqualTo(FIRST.plus(Duration.ofHours(6)));
        assertThat(aws.deadline(FIRST)).isEqualTo(FIRST.plus(Duration.ofHours(24)));
        assertThat(aws.deadline(FIRST.minus(Duration.ofHours(20)))).isEqualTo(FIRST.plus(Duration.ofHours(4)));
        assertThat(aws.newestExpired(FIRST.plus(Duration.ofHours(6)))).isEqualTo(FIRST.minusNanos(1));
    }

    @Provide
    Arbitrary<MarketplaceProfile> profiles() {
        return Arbitraries.of(
                aws,
                MarketplaceProfile.awsChina("prod"),
                new MarketplaceProfile(aws.product(), aws.cloud(), aws.currency(), Duration.ofDays(40)));
    }

    /** Around the end of a month, often to the hour or the nanosecond beside it. */
    @Provide
    Arbitrary<Instant> times() {
        Arbitrary<Long> nanos = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(1, Arbitraries.of(-1L, 0L, 1L)),
                net.jqwik.api.Tuple.of(1, Arbitraries.longs().between(0, 3_600_000_000_000L)));
        return Combinators.combine(Arbitraries.integers().between(-60, 60), nanos)
                .as((hours, more) -> FIRST.plus(Duration.ofHours(hours)).plusNanos(more));
    }
}
