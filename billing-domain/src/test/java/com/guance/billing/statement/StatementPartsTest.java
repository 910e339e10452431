package com.guance.billing.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import com.guance.billing.metering.BatchRejected;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.testing.Metering;
import com.guance.billing.testing.World;
import io.vavr.collection.HashMap;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whose the units of a statement are, and where they stand (ASK-1). */
class StatementPartsTest {

    private static final Whose A = Sample.of("wksp_a", Sample.US);
    private static final Whose B = Sample.of("wksp_b", Sample.CN);
    private static final Whose OWN = Whose.own(Metering.HOSTS);

    private final MeteringRecord made = Sample.made(
            Sample.hour(1), 1, Sample.allocation("wksp_a", Sample.US, 2), Sample.allocation("wksp_b", Sample.CN, 3));
    private final MeteringRecord disputed = Sample.answered(made, new MeteringAnswer.Duplicate());

    @Test
    @DisplayName("ASK-1 a record's units stand where it has come to")
    void standing() {
        assertThat(standing(made)).isEqualTo(Standing.WAITING);
        assertThat(standing(Metering.sent(made).after())).isEqualTo(Standing.WAITING);
        assertThat(standing(Sample.accepted(made))).isEqualTo(Standing.ACCEPTED);
        assertThat(standing(disputed)).isEqualTo(Standing.DISPUTED);
        assertThat(standing(Sample.answered(made, new MeteringAnswer.NotSubscribed())))
                .isEqualTo(Standing.UNSETTLED);
        assertThat(standing(Metering.sent(made)
                        .after()
                        .rejected(new BatchRejected("why"), World.byMarketplace(World.START))
                        .after()))
                .isEqualTo(Standing.HELD);
    }

    @Test
    @DisplayName("ASK-1 SUB-11 of a record billed in part, the first units are billed, and the others unsettled")
    void billedInPart() {
        Statement statement = statement(decided(3, RecordStatus.UNSETTLED), "0");

        assertThat(statement.parts())
                .containsExactly(
                        entry(OWN, sums("0", Map.of(Standing.UNSETTLED, 1))),
                        entry(A, sums("6", Map.of(Standing.ACCEPTED, 2))),
                        entry(B, sums("0", Map.of(Standing.ACCEPTED, 1, Standing.UNSETTLED, 2))));
        assertThat(statement.series())
                .containsExactly(
                        new Series(OWN, List.of(0L, 0L)),
                        new Series(A, List.of(0L, 2L)),
                        new Series(B, List.of(0L, 1L)));
    }

    @Test
    @DisplayName("ASK-1 SUB-11 what went back to the journal stands nowhere: it is carried")
    void returned() {
        Statement statement = statement(decided(1, RecordStatus.RETURNED), "5");

        assertThat(statement.balances())
                .containsExactly(new Balance(
                        Metering.HOSTS, BigDecimal.ZERO, sums("6", Map.of(Standing.ACCEPTED, 1)), new BigDecimal("5")));
        assertThat(statement.parts().get(A)).isEqualTo(sums("6", Map.of(Standing.ACCEPTED, 1)));
        assertThat(statement.parts().get(B)).isEqualTo(Sums.NONE);
    }

    @Test
    @DisplayName(
            "ASK-1 workspaces that left have no part in a record without a unit of theirs; its hours are summed up")
    void noneOfThoseThatLeft() {
        StatementDraft draft = new StatementDraft(World.ACCOUNT, Sample.PERIOD);
        draft.add(Sample.entry("wksp_a", Sample.US, Entry.Kind.RECORDED, "7"));
        draft.add(Sample.made(Sample.hour(0), 0, Sample.allocation("wksp_a", Sample.US, 4)));
        draft.add(Sample.made(Sample.hour(1), 0, Sample.allocation("wksp_a", Sample.US, 3)));
        Statement statement = draft.statement(Map.of(), Map.of());

        assertThat(statement.parts()).containsExactly(entry(A, sums("7", Map.of(Standing.WAITING, 7))));
        assertThat(statement.series()).containsExactly(new Series(A, List.of(4L, 3L)));
        assertThat(statement.records())
                .extracting(RecordLine::quantity, RecordLine::units, RecordLine::unsettledBeside)
                .containsExactly(tuple(4L, 4L, 0L), tuple(3L, 3L, 0L));
    }

    @Test
    @DisplayName("ASK-1 what was left at the end was charged before: it stands, and is not charged again")
    void left() {
        StatementDraft draft = new StatementDraft(World.ACCOUNT, Sample.PERIOD);
        draft.add(Sample.entry("wksp_a", Sample.US, Entry.Kind.LEFT, "2"));
        draft.add(Sample.entry("wksp_a", Sample.US, Entry.Kind.FORFEITED, "0.5"));
        Statement statement = draft.statement(Map.of(Metering.HOSTS, new BigDecimal("2.5")), Map.of());

        assertThat(statement.parts().get(A))
                .isEqualTo(new Sums(
                        Quantity.ZERO,
                        Map.of(
                                Standing.UNSETTLED, Quantity.whole(2),
                                Standing.FORFEITED, Quantity.of("0.5"))));
    }

    @Test
    @DisplayName("ASK-1 sums by workspace and by site are of one dimension, what is nobody's first")
    void sums() {
        Sums one = sums("1", Map.of(Standing.WAITING, 1));
        Sums nine = sums("9", Map.of(Standing.WAITING, 9));
        Whose second = Sample.of("wksp_c", Sample.US);
        Statement statement = new Statement(
                World.ACCOUNT,
                Sample.PERIOD,
                List.of(balance(Metering.HOSTS, one.plus(one).plus(one)), balance(Sample.LOGS, nine)),
                Map.of(second, one, A, one, OWN, one, new Whose(A.home(), Sample.LOGS), nine),
                List.of(),
                List.of());

        assertThat(statement.byWorkspace(Metering.HOSTS))
                .containsExactly(entry("", one), entry("wksp_a", one), entry("wksp_c", one));
        assertThat(statement.bySite(Metering.HOSTS)).containsExactly(entry("", one), entry("us1", one.plus(one)));
        assertThat(statement.byWorkspace(Sample.LOGS)).containsExactly(entry("wksp_a", nine));
        assertThat(statement.bySite(Sample.LOGS)).containsExactly(entry("us1", nine));
    }

    @Test
    @DisplayName(
            "ASK-1 parts of no balance, a balance that is not its parts, and a record of another period make no statement")
    void notTheWhole() {
        Sums one = sums("1", Map.of(Standing.WAITING, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(List.of(), Map.of(A, one), List.of()))
                .withMessageContaining("parts of no balance");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(List.of(balance(Metering.HOSTS, one)), Map.of(), List.of()))
                .withMessageContaining("hosts is not the sum of its parts");
        MeteringRecord later = Sample.made(Sample.hour(2), 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(List.of(), Map.of(), List.of(RecordLine.of(made), RecordLine.of(later))))
                .withMessageContaining("records of another period");
        assertThat(of(List.of(), Map.of(), List.of(RecordLine.of(made))).records())
                .containsExactly(new RecordLine(made.id(), 6, RecordStatus.MADE, 6, 0, Option.none()));
    }

    private MeteringRecord decided(long billed, RecordStatus rest) {
        return disputed.decided(billed, Metering.BASIS, rest, World.byStaff(World.START))
                .get()
                .after();
    }

    private static Standing standing(MeteringRecord record) {
        Map<Standing, Quantity> standing =
                statement(record, "0").balances().get(0).sums().standing();
        assertThat(standing).containsValue(Quantity.whole(6)).hasSize(1);
        return standing.keySet().iterator().next();
    }

    /** Of a record of six units, all of them charged by one workspace. */
    private static Statement statement(MeteringRecord record, String closing) {
        StatementDraft draft = new StatementDraft(World.ACCOUNT, Sample.PERIOD);
        draft.add(Sample.entry("wksp_a", Sample.US, Entry.Kind.RECORDED, "6"));
        draft.add(record);
        return draft.statement(Map.of(), Map.of(Metering.HOSTS, new BigDecimal(closing)));
    }

    private static Statement of(List<Balance> balances, Map<Whose, Sums> parts, List<RecordLine> records) {
        return new Statement(World.ACCOUNT, Sample.PERIOD, balances, parts, records, List.of());
    }

    private static Balance balance(Dimension dimension, Sums sums) {
        return new Balance(dimension, BigDecimal.ZERO, sums, sums.carried());
    }

    private static Sums sums(String charged, Map<Standing, Integer> standing) {
        return new Sums(
                Quantity.of(charged),
                HashMap.ofAll(standing)
                        .mapValues(units -> Quantity.whole(units))
                        .toJavaMap());
    }
}
