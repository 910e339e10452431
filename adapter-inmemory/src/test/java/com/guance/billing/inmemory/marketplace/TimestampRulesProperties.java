package com.guance.billing.inmemory.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TimestampRulesProperties {

    private static final Duration SKEW = Duration.ofMinutes(1);

    @Provide
    Arbitrary<Instant> nearMonthEnds() {
        return Arbitraries.integers()
                .between(0, 48)
                .flatMap(month -> Arbitraries.longs()
                        .between(-40 * 3_600_000L, 40 * 3_600_000L)
                        .map(YearMonth.of(2026, 1)
                                .plusMonths(month)
                                .atDay(1)
                                .atStartOfDay()
                                .toInstant(ZoneOffset.UTC)::plusMillis));
    }

    @Provide
    Arbitrary<Duration> ages() {
        return Arbitraries.longs().between(-120_000L, 30 * 3_600_000L).map(Duration::ofMillis);
    }

    @Provide
    Arbitrary<Duration> windows() {
        return Arbitraries.of(Duration.ofHours(24), Duration.ofHours(6));
    }

    @Property(tries = 2_000)
    @Label("SUB-8 a timestamp is accepted when it is not ahead, within the window, and of a month that is open")
    void asThePageSays(
            @ForAll("nearMonthEnds") Instant now, @ForAll("ages") Duration age, @ForAll("windows") Duration window) {
        Instant timestamp = now.minus(age);
        LocalDateTime today = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        LocalDateTime used = LocalDateTime.ofInstant(timestamp, ZoneOffset.UTC);
        boolean thisMonth = YearMonth.from(used).equals(YearMonth.from(today)) || used.isAfter(today);
        boolean beforeSixOnTheFirst = today.getDayOfMonth() == 1 && today.getHour() < 6;

        boolean expected =
                age.compareTo(SKEW.negated()) >= 0 && age.compareTo(window) < 0 && (thisMonth || beforeSixOnTheFirst);

        assertThat(accepted(new TimestampRules(window, SKEW), timestamp, now)).isEqualTo(expected);
    }

    private static boolean accepted(TimestampRules rules, Instant timestamp, Instant now) {
        try {
            rules.check(timestamp, now);
            return true;
        } catch (AwsException refused) {
            assertThat(refused.type()).isEqualTo("TimestampOutOfBoundsException");
            return false;
        }
    }
}
