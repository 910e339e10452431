package com.guance.billing.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.testing.Metering;
import com.guance.billing.testing.World;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CoverageProperties {

    @Property(tries = 200)
    @Label("ASK-2 every hour has exactly one answer, whatever there is of it; holes do not exist")
    void isTotal(
            @ForAll @IntRange(min = 1, max = 48) int hours,
            @ForAll List<ChargedHour.Kind> kinds,
            @ForAll @IntRange(min = -1, max = 50) int closed) {
        StatementPeriod period = new StatementPeriod(Metering.HOUR, hour(hours));
        CoverageDraft draft = new CoverageDraft(World.FIRST, period, Set.of(Metering.HOSTS));
        for (int i = 0; i < Math.min(hours, kinds.size()); i++) {
            draft.add(new ChargedHour(Metering.HOSTS, hour(i), kinds.get(i), Option.none()));
        }
        Coverage coverage = draft.coverage(hour(closed));

        for (int i = 0; i < hours; i++) {
            Covered expected = i > closed
                    ? Covered.OPEN
                    : i >= kinds.size()
                            ? Covered.ZERO
                            : switch (kinds.get(i)) {
                                case WAITING -> Covered.CLOSED_WAITING;
                                case LATE -> Covered.CARRIED;
                                case UNSETTLED -> Covered.UNSETTLED;
                            };
            assertThat(coverage.at(Metering.HOSTS, hour(i))).isEqualTo(Option.some(expected));
        }
        assertThat(coverage.counts().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(hours);
    }

    @Property
    @Label("ASK-2 a record decides about its hour, whatever else there is")
    void theRecordDecides(
            @ForAll RecordStatus status, @ForAll Set<ChargedHour.Kind> charged, @ForAll boolean isClosed) {
        RecordLine line = new RecordLine(Metering.RECORD, 3, status, 3, 0, Option.none());
        assertThat(Covered.of(Option.some(line), charged, isClosed))
                .isEqualTo(
                        switch (status) {
                            case MADE, SENT -> Covered.CLOSED_WAITING;
                            case ACCEPTED -> Covered.ACCEPTED;
                            case UNSETTLED -> Covered.UNSETTLED;
                            case HELD -> Covered.HELD;
                            case DISPUTED -> Covered.DISPUTED;
                            case RETURNED, CARRIED -> Covered.CARRIED;
                        });
    }

    @Example
    @Label("ASK-2 what expired says so; an accepted record of 0 is zero; a hole cannot be made")
    void others() {
        RecordLine expired = new RecordLine(Metering.RECORD, 3, RecordStatus.UNSETTLED, 3, 0, Option.some("expired"));
        RecordLine zero = new RecordLine(Metering.RECORD, 0, RecordStatus.ACCEPTED, 0, 0, Option.none());
        assertThat(Covered.of(Option.some(expired), Set.of(), true)).isEqualTo(Covered.EXPIRED);
        assertThat(Covered.of(Option.some(zero), Set.of(), true)).isEqualTo(Covered.ZERO);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Coverage(
                        World.FIRST,
                        new StatementPeriod(Metering.HOUR, hour(2)),
                        Map.of("hosts", List.of(Covered.OPEN))));
    }

    private static MeteringHour hour(int index) {
        return new MeteringHour(Metering.HOUR.start().plus(Duration.ofHours(index)));
    }
}
