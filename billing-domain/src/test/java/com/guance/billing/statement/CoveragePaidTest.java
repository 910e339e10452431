package com.guance.billing.statement;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.Metering;
import com.guance.billing.testing.World;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which hours a coverage has to answer for, and whose charges count in it (ASK-2). */
class CoveragePaidTest {

    private static final Instant ACTIVATED = World.START;
    private static final Instant ON_THE_HOUR = Sample.hour(5).start();

    @Test
    @DisplayName("ASK-2 a subscription paid from the hour of its activation on, also if it began within it")
    void fromActivation() {
        Subscription active = Given.active(World.FIRST, ACTIVATED);

        assertThat(Coverage.paid(active, hours(-3, 4))).isEqualTo(Option.some(hours(0, 4)));
        assertThat(Coverage.paid(active, hours(0, 4))).isEqualTo(Option.some(hours(0, 4)));
        assertThat(Coverage.paid(active, hours(2, 4))).isEqualTo(Option.some(hours(2, 4)));
        assertThat(Coverage.paid(active, hours(-3, 1))).isEqualTo(Option.some(hours(0, 1)));
        assertThat(Coverage.paid(active, hours(-3, 0))).isEqualTo(Option.none());
    }

    @Test
    @DisplayName(
            "ASK-2 it paid until its freeze: the hour in which that lies counts, one that only starts then does not")
    void untilFreeze() {
        assertThat(Coverage.paid(frozen(ON_THE_HOUR), hours(0, 9))).isEqualTo(Option.some(hours(0, 5)));
        assertThat(Coverage.paid(frozen(ON_THE_HOUR.plusNanos(1)), hours(0, 9))).isEqualTo(Option.some(hours(0, 6)));
        assertThat(Coverage.paid(frozen(ON_THE_HOUR), hours(0, 3))).isEqualTo(Option.some(hours(0, 3)));
        assertThat(Coverage.paid(frozen(ON_THE_HOUR), hours(4, 6))).isEqualTo(Option.some(hours(4, 5)));
        assertThat(Coverage.paid(frozen(ON_THE_HOUR), hours(5, 6))).isEqualTo(Option.none());
    }

    @Test
    @DisplayName("ASK-2 one that was never active paid for nothing")
    void neverActive() {
        assertThat(Coverage.paid(Given.pending(World.FIRST), hours(0, 4))).isEqualTo(Option.none());
    }

    @Test
    @DisplayName("ASK-2 an hour has its record's answer; a dimension is told of as soon as it was used")
    void records() {
        CoverageDraft draft = new CoverageDraft(World.FIRST, hours(0, 2), Set.of(Sample.LOGS));
        draft.add(Sample.accepted(Sample.made(Sample.hour(1), 0, Sample.allocation("wksp_a", Sample.US, 3))));

        assertThat(draft.coverage(Sample.hour(1)).hours())
                .isEqualTo(Map.of(
                        "hosts", List.of(Covered.ZERO, Covered.ACCEPTED),
                        "logs,gb", List.of(Covered.ZERO, Covered.ZERO)));
    }

    @Test
    @DisplayName("ASK-2 charges of another subscription are left out; its own count, and those of none")
    void whoseCharges() {
        CoverageDraft draft = new CoverageDraft(World.FIRST, hours(0, 3), Set.of(Metering.HOSTS));
        draft.add(new ChargedHour(Metering.HOSTS, Sample.hour(0), ChargedHour.Kind.WAITING, Option.some(World.SECOND)));
        draft.add(new ChargedHour(Metering.HOSTS, Sample.hour(1), ChargedHour.Kind.WAITING, Option.some(World.FIRST)));
        draft.add(new ChargedHour(Metering.HOSTS, Sample.hour(2), ChargedHour.Kind.UNSETTLED, Option.none()));
        draft.add(new ChargedHour(Sample.LOGS, Sample.hour(0), ChargedHour.Kind.LATE, Option.some(World.SECOND)));

        assertThat(draft.coverage(Sample.hour(2)).hours())
                .isEqualTo(Map.of("hosts", List.of(Covered.ZERO, Covered.CLOSED_WAITING, Covered.UNSETTLED)));
    }

    @Test
    @DisplayName("ASK-2 there is no answer for an hour of another period, or of a dimension that is not told of")
    void noAnswer() {
        Coverage coverage =
                new CoverageDraft(World.FIRST, hours(0, 2), Set.of(Metering.HOSTS)).coverage(Sample.hour(0));

        assertThat(coverage.at(Metering.HOSTS, Sample.hour(-1))).isEqualTo(Option.none());
        assertThat(coverage.at(Metering.HOSTS, Sample.hour(0))).isEqualTo(Option.some(Covered.ZERO));
        assertThat(coverage.at(Metering.HOSTS, Sample.hour(1))).isEqualTo(Option.some(Covered.OPEN));
        assertThat(coverage.at(Metering.HOSTS, Sample.hour(2))).isEqualTo(Option.none());
        assertThat(coverage.at(Sample.LOGS, Sample.hour(0))).isEqualTo(Option.none());
    }

    private static Subscription frozen(Instant freeze) {
        return Given.hear(Given.active(World.FIRST, ACTIVATED), new Sign(Kind.ENDING, freeze), freeze);
    }

    private static StatementPeriod hours(int from, int until) {
        return new StatementPeriod(Sample.hour(from), Sample.hour(until));
    }
}
