package com.guance.billing.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.testing.Some;
import com.guance.billing.testing.World;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PolicyProperties {

    @Property(tries = 300)
    @Label("SET-6 the next change is allowed from the first instant of the next calendar month in the zone on")
    void nextMonth(@ForAll("instants") Instant last, @ForAll("zones") ZoneId zone) {
        Instant next = ChangeLimit.onceAMonth(zone).nextAllowed(last).get();

        assertThat(month(next, zone)).isEqualTo(month(last, zone).plusMonths(1));
        assertThat(month(next.minusNanos(1), zone)).isEqualTo(month(last, zone));
    }

    @Example
    @Label("SET-6 by default the month is Shanghai's, not UTC's")
    void shanghai() {
        ChangeLimit limit = World.POLICIES.settling().changes();
        Instant firstOfApril = Instant.parse("2026-03-31T16:00:00Z");

        assertThat(limit.nextAllowed(firstOfApril.minusNanos(1))).containsExactly(firstOfApril);
        assertThat(limit.nextAllowed(firstOfApril)).containsExactly(Instant.parse("2026-04-30T16:00:00Z"));
    }

    @Property(tries = 50)
    @Label("SET-6 a host may lift the limit")
    void unlimited(@ForAll("instants") Instant last) {
        assertThat(ChangeLimit.none().nextAllowed(last)).isEmpty();
    }

    @Property(tries = 200)
    @Label("LOCK-4 reminders come in the order of time, each once, however the host lists them")
    void reminders(@ForAll("reminders") List<Duration> longestFirst, @ForAll Random chance) {
        List<Duration> listed = new ArrayList<>(longestFirst);
        listed.addAll(longestFirst);
        Collections.shuffle(listed, chance);

        assertThat(World.LOCKING.withReminders(listed).reminders()).isEqualTo(longestFirst);
    }

    private static YearMonth month(Instant at, ZoneId zone) {
        return YearMonth.from(at.atZone(zone));
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Some.instants();
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of("Asia/Shanghai", "UTC", "America/Sao_Paulo", "Europe/Berlin", "Pacific/Kiritimati")
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<List<Duration>> reminders() {
        return Arbitraries.integers()
                .between(1, 20)
                .map(Duration::ofDays)
                .set()
                .ofMaxSize(6)
                .map(days -> days.stream().sorted(Collections.reverseOrder()).toList());
    }
}
