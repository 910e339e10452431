package com.guance.billing.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.metering.MeteringHour;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GranularityTest {

    @Test
    @DisplayName("a day begins with its first hour of UTC, a month with that of the 1st")
    void begins() {
        assertThat(Granularity.DAY.beginsWith(hour("2026-03-05T00:00:00Z"))).isTrue();
        assertThat(Granularity.DAY.beginsWith(hour("2026-03-05T01:00:00Z"))).isFalse();
        assertThat(Granularity.DAY.beginsWith(hour("2026-03-04T23:00:00Z"))).isFalse();
        assertThat(Granularity.MONTH.beginsWith(hour("2026-03-01T00:00:00Z"))).isTrue();
        assertThat(Granularity.MONTH.beginsWith(hour("2026-03-05T00:00:00Z"))).isFalse();
        assertThat(Granularity.MONTH.beginsWith(hour("2026-03-01T01:00:00Z"))).isFalse();
    }

    @Test
    @DisplayName("an hour lies in the day and month of UTC in which it begins")
    void startOf() {
        assertThat(Granularity.DAY.startOf(hour("2026-03-31T23:00:00Z"))).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(Granularity.MONTH.startOf(hour("2026-03-31T23:00:00Z"))).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(Granularity.MONTH.startOf(hour("2026-04-01T00:00:00Z"))).isEqualTo(LocalDate.of(2026, 4, 1));
    }

    private static MeteringHour hour(String start) {
        return new MeteringHour(Instant.parse(start));
    }
}
