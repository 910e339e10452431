package com.guance.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.guance.billing.testing.Some;
import com.guance.billing.testing.World;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MeteringHourProperties {

    @Property(tries = 300)
    @Label("MET-3 every instant lies in exactly one hour of UTC")
    void ofAnInstant(@ForAll("instants") Instant at) {
        MeteringHour hour = MeteringHour.of(at);

        assertThat(hour.start()).isBeforeOrEqualTo(at);
        assertThat(hour.next().start()).isAfter(at).isEqualTo(hour.start().plusSeconds(3600));
        assertThat(hour.start().getEpochSecond() % 3600).isZero();
        assertThat(hour).isLessThan(hour.next());
        assertThat(hour.next()).isGreaterThan(hour);
    }

    @Property(tries = 300)
    @Label("MET-3 an hour is closed when it is over plus the grace, and not before")
    void closes(@ForAll("instants") Instant now, @ForAll("grace") Duration grace) {
        MeteringHour last = MeteringHour.lastClosed(now, grace);

        assertThat(last.next().start().plus(grace)).isBeforeOrEqualTo(now);
        assertThat(last.next().next().start().plus(grace)).isAfter(now);
    }

    @Example
    @Label("MET-3 an hour closes to the instant")
    void closesToTheInstant() {
        Instant closing = Instant.parse("2026-03-05T11:10:00Z");
        Duration grace = Duration.ofMinutes(10);

        assertThat(MeteringHour.lastClosed(closing, grace).start()).isEqualTo("2026-03-05T10:00:00Z");
        assertThat(MeteringHour.lastClosed(closing.minusNanos(1), grace).start())
                .isEqualTo("2026-03-05T09:00:00Z");
    }

    @Example
    @Label("MET-3 an hour starts on the hour")
    void onTheHour() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MeteringHour(World.START));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeteringHour(Instant.parse("2026-03-05T10:00:00.000000001Z")));
    }

    @Property(tries = 300)
    @Label("MET-1 a charge's instant is the last one inside its period")
    void chargesInstant(@ForAll("instants") Instant from, @ForAll("grace") Duration length) {
        UsagePeriod period = new UsagePeriod(from, from.plus(length).plusNanos(1));

        assertThat(period.lastInstant()).isBefore(period.until()).isAfterOrEqualTo(period.from());
        assertThat(period.lastInstant().plusNanos(1)).isEqualTo(period.until());
    }

    @Example
    @Label("MET-1 a whole hour's charge is metered in that hour; an empty period is none")
    void wholeHour() {
        Instant hour = Instant.parse("2026-03-05T10:00:00Z");

        assertThat(new Charge(
                                "key",
                                World.WORKSPACE,
                                new Charge.Usage(new Dimension("d"), Quantity.ZERO),
                                new UsagePeriod(hour, hour.plusSeconds(3600)))
                        .hour())
                .isEqualTo(new MeteringHour(hour));
        assertThatIllegalArgumentException().isThrownBy(() -> new UsagePeriod(hour, hour));
        assertThatIllegalArgumentException().isThrownBy(() -> new UsagePeriod(hour, hour.minusNanos(1)));
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Some.instants();
    }

    @Provide
    Arbitrary<Duration> grace() {
        return Some.durations(Duration.ofHours(3));
    }
}
