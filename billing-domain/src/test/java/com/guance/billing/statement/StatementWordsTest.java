package com.guance.billing.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.guance.billing.metering.Destination;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.statement.ChargeLine.In;
import com.guance.billing.testing.Metering;
import com.guance.billing.testing.World;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a statement is made of: hours, charges, names and numbers (ASK-1). */
class StatementWordsTest {

    private static final Destination NOBODY = new Destination.Unsettled(World.ACCOUNT);

    @Test
    @DisplayName("ASK-1 a period has 1 hour to 366 days")
    void lengths() {
        assertThat(period(0, 1).hours()).isOne();
        assertThat(period(0, 8784).hours()).isEqualTo(8784);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> period(0, 0))
                .withMessage("a period ends after it starts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> period(1, 0))
                .withMessage("a period ends after it starts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> period(0, 8785))
                .withMessage("a period has at most 366 days");
    }

    @Test
    @DisplayName("ASK-1 ASK-2 its first hour is one of it, and the hour after its last is not")
    void contains() {
        StatementPeriod period = period(1, 3);
        assertThat(List.of(0, 1, 2, 3, 4))
                .filteredOn(hour -> period.contains(Sample.hour(hour)))
                .containsExactly(1, 2);
        assertThat(period.hour(1)).isEqualTo(Sample.hour(2));
        assertThat(period.indexOf(Sample.hour(2))).isOne();
    }

    @Test
    @DisplayName("ASK-1 a period between two instants on the hour, and on no others")
    void instants() {
        assertThat(StatementPeriod.of(Sample.hour(0).start(), Sample.hour(2).start()))
                .isEqualTo(Sample.PERIOD);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatementPeriod.of(
                        Sample.hour(0).start(), Sample.hour(2).start().plus(Duration.ofNanos(1))));
    }

    @ParameterizedTest
    @DisplayName("ASK-1 a charge in a record has come as far as that, whoever pays for it since")
    @EnumSource(RecordStatus.class)
    void recorded(RecordStatus status) {
        Option<In> in = Option.some(new In(Sample.hour(0), status));
        Outcome expected = switch (status) {
            case MADE, SENT -> Outcome.WAITING;
            case ACCEPTED -> Outcome.ACCEPTED;
            case UNSETTLED -> Outcome.UNSETTLED;
            case HELD -> Outcome.HELD;
            case DISPUTED -> Outcome.DISPUTED;
            case RETURNED -> Outcome.RETURNED;
            case CARRIED -> Outcome.CARRIED;
        };
        assertThat(Sample.line(in).outcome()).isEqualTo(expected);
        assertThat(Sample.line(NOBODY, in).outcome()).isEqualTo(expected);
    }

    @Test
    @DisplayName("ASK-1 a charge in no record is open, or billed to nobody, and told of under its own hour")
    void inNone() {
        assertThat(Sample.line(Option.none()).outcome()).isEqualTo(Outcome.OPEN);
        assertThat(Sample.line(NOBODY, Option.none()).outcome()).isEqualTo(Outcome.UNSETTLED);
        assertThat(Sample.line(Option.none()).hour()).isEqualTo(Sample.hour(0));
        assertThat(Sample.line(Option.none()).isLate()).isFalse();
    }

    @Test
    @DisplayName("ASK-1 MET-7 a charge is late in the record of a later hour alone, and told of under that hour")
    void late() {
        assertThat(in(1).isLate()).isTrue();
        assertThat(in(0).isLate()).isFalse();
        assertThat(in(-1).isLate()).isFalse();
        assertThat(in(1).hour()).isEqualTo(Sample.hour(1));
    }

    @Test
    @DisplayName("ASK-1 sums stand in the order of dimensions, workspaces and sites, a subscription's own first")
    void order() {
        Whose own = Whose.own(Metering.HOSTS);
        Whose inChina = Sample.of("wksp_a", Sample.CN);
        Whose elsewhere = Sample.of("wksp_a", Sample.US);
        Whose next = Sample.of("wksp_b", Sample.CN);
        Whose ofLogs = Whose.own(Sample.LOGS);
        assertThat(List.of(ofLogs, next, elsewhere, inChina, own).stream().sorted())
                .containsExactly(own, inChina, elsewhere, next, ofLogs);
        assertThat(elsewhere.workspace() + "@" + elsewhere.site()).isEqualTo("wksp_a@us1");
        assertThat(own.workspace() + "@" + own.site()).isEqualTo("@");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @DisplayName("ASK-1 numbers are plain: no exponent, no zeros at the end")
    @CsvSource({
        "0E-12, 0",
        "0E+3, 0",
        "1E+3, 1000",
        "-1E+1, -10",
        "0.750, 0.75",
        "-0.50, -0.5",
        "1E-12, 0.000000000001",
        "7, 7"
    })
    void plain(BigDecimal number, String written) {
        assertThat(Plain.of(number)).isEqualTo(written);
    }

    private static ChargeLine in(int hour) {
        return Sample.line(Option.some(new In(Sample.hour(hour), RecordStatus.MADE)));
    }

    private static StatementPeriod period(int from, int until) {
        return new StatementPeriod(Sample.hour(from), Sample.hour(until));
    }
}
