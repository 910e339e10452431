package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Closing;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Statements;
import com.guance.billing.statement.ChargeLine;
import com.guance.billing.statement.ChargedHour;
import com.guance.billing.statement.ChargedHour.Kind;
import com.guance.billing.statement.Entry;
import com.guance.billing.statement.StatementPeriod;
import com.guance.billing.statement.Whose;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract of {@link Statements}. */
public interface StatementsContract extends StoreContract {

    /** ASK-1 */
    @Test
    @DisplayName(
            "charges are summed up under the hour of their record, and under their own if they are in none (ASK-1)")
    default void entriesAreSummedUp() {
        anHourAndALateCharge();

        assertThat(entries(0, 1)).containsExactlyInAnyOrder(entry("wksp_1", Entry.Kind.RECORDED, "2.75"));
        assertThat(entries(1, 2))
                .containsExactlyInAnyOrder(
                        entry("wksp_1", Entry.Kind.RECORDED, "0.5"), entry("wksp_2", Entry.Kind.RECORDED, "0.5"));
        assertThat(entries(2, 4))
                .containsExactlyInAnyOrder(
                        entry("wksp_1", Entry.Kind.OPEN, "1.5"), entry("wksp_1", Entry.Kind.UNSETTLED, "9"));
        assertThat(entries(4, 9)).isEmpty();
    }

    /** ASK-1 */
    @Test
    @DisplayName(
            "what was forfeited is told of under its hour, by workspace, and the subscription's own (ASK-1, FIN-1)")
    default void forfeituresAreToldOf() {
        anHourAndALateCharge();
        Instant at = meter().record(5).hour().start().plusSeconds(1);
        int forfeited = Work.in(unitOfWork(), stores -> stores.charges().forfeit(meter().metered(), at));

        assertThat(forfeited).isEqualTo(1);
        assertThat(entries(4, 5)).isEmpty();
        assertThat(entries(5, 6)).extracting(Entry::kind).containsOnly(Entry.Kind.FORFEITED);
        assertThat(entries(5, 6)).extracting(Entry::quantity).containsExactly(Quantity.of("0.75"));
        assertThat(entries(5, 6)).extracting(Entry::whose).containsExactly(Whose.own(meter().dimension()));
        assertThat(carried(5)).isEqualTo(carrying("0.75"));
        assertThat(carried(6)).isEmpty();
    }

    /** ASK-1 */
    @Test
    @DisplayName("charges come one by one, each once, in pages of any size, with their record and its status (ASK-1)")
    default void chargesComeInPages() {
        anHourAndALateCharge();
        List<ChargeLine> all = pages(100);

        assertThat(all)
                .extracting(line -> line.taken().charge().key())
                .containsExactly("k-1", "k-2", "k-3", "k-4", "k-5", "k-6");
        assertThat(all)
                .extracting(line -> line.in().map(ChargeLine.In::status).getOrElse(RecordStatus.RETURNED))
                .containsExactly(
                        RecordStatus.ACCEPTED,
                        RecordStatus.ACCEPTED,
                        RecordStatus.MADE,
                        RecordStatus.MADE,
                        RecordStatus.RETURNED,
                        RecordStatus.RETURNED);
        assertThat(all).extracting(ChargeLine::isLate).containsExactly(false, false, true, false, false, false);
        for (int size = 1; size <= 4; size++) {
            assertThat(pages(size)).isEqualTo(all);
        }
    }

    /** ASK-1 */
    @Test
    @DisplayName("records come in pages, the oldest hour first, of one hour in the order of keys (ASK-1)")
    default void recordsComeInPages() {
        GivenMeter other = new GivenMeter(
                meter().account(), meter().customer(), GivenMeter.of("1", "a").dimension());
        Work.run(unitOfWork(), stores -> {
            for (Closing closing : List.of(
                    meter().units(1, 1),
                    other.units(1, 2),
                    meter().units(0, 3),
                    stranger().units(0, 4))) {
                stores.meteringRecords().close(closing);
            }
        });
        List<RecordId> inOrder = List.of(meter().record(0), other.record(1), meter().record(1));

        assertThat(records(0, 2, Option.none(), 9)).isEqualTo(inOrder);
        assertThat(records(0, 2, Option.none(), 1)).isEqualTo(inOrder.subList(0, 1));
        assertThat(records(0, 2, Option.some(inOrder.get(0)), 9)).isEqualTo(inOrder.subList(1, 3));
        assertThat(records(0, 2, Option.some(inOrder.get(1)), 9)).isEqualTo(inOrder.subList(2, 3));
        assertThat(records(0, 1, Option.none(), 9)).isEqualTo(inOrder.subList(0, 1));
        assertThat(records(2, 9, Option.none(), 9)).isEmpty();
    }

    /** ASK-1 */
    @Test
    @DisplayName("what is carried over the start of any hour follows from the remainders of today (ASK-1, MET-4)")
    default void carriedOverAnyHour() {
        anHourAndALateCharge();

        assertThat(carried(0)).isEmpty();
        assertThat(carried(1)).isEqualTo(carrying("0.75"));
        assertThat(carried(2)).isEqualTo(carrying("0.75"));
        assertThat(carried(9)).isEqualTo(carrying("0.75"));
        assertThat(Work.map(
                        unitOfWork(),
                        stores -> stores.statements().carried(stranger().account(), hour(9))))
                .isEmpty();
    }

    /** ASK-2 */
    @Test
    @DisplayName("hours are told of whose charges are not in their record: waiting, late, unsettled (ASK-2)")
    default void chargedHours() {
        anHourAndALateCharge();

        assertThat(Work.list(unitOfWork(), stores -> stores.statements().chargedHours(meter().account(), period(0, 9))))
                .containsExactlyInAnyOrder(charged(0, Kind.LATE), charged(2, Kind.WAITING), charged(3, Kind.UNSETTLED));
        assertThat(Work.list(unitOfWork(), stores -> stores.statements().chargedHours(meter().account(), period(1, 2))))
                .isEmpty();
    }

    /** Hour 0: 2.75 of which 2 are billed. Hour 1: 0.5 late of hour 0, 0.5, and the 0.75 left over: one unit. Then open, unsettled. */
    private void anHourAndALateCharge() {
        Work.run(unitOfWork(), stores -> {
            stores.charges()
                    .add(List.of(meter().charge("k-2", "wksp_1", "1.5"), meter().charge("k-1", "wksp_1", "1.25")));
            stores.charges().add(List.of(stranger().charge("s-1", "wksp_9", "7")));
            meter().closeLiving(stores, meter().record(0));
            stranger().close(stores, stranger().record(0));
        });
        Change<MeteringRecord> accepted = GivenAnswers.accepted(Work.option(
                        unitOfWork(),
                        stores -> Option.of(stores.meteringRecords()
                                .find(List.of(meter().record(0)))
                                .get(meter().record(0))))
                .get()
                .aggregate());
        Work.run(unitOfWork(), stores -> stores.meteringRecords().save(List.of(new Revision<>(1, accepted))));
        List<TakenCharge> later = List.of(
                meter().charge("k-3", "wksp_1", "0.5"),
                meter().charge("k-4", "wksp_2", "0.5", 1),
                meter().charge("k-5", "wksp_1", "1.5", 2),
                meter().unsettled("k-6", "wksp_1", "9", 3));
        Work.run(unitOfWork(), stores -> {
            stores.charges().add(later);
            meter().closeLiving(stores, meter().record(1));
        });
    }

    private List<Entry> entries(int from, int until) {
        return Work.list(unitOfWork(), stores -> stores.statements().entries(meter().account(), period(from, until)));
    }

    private List<ChargeLine> pages(int size) {
        List<ChargeLine> all = new ArrayList<>();
        Option<ChargeLine> last = Option.none();
        List<ChargeLine> page;
        do {
            Option<ChargeLine> after = last;
            page = Work.list(
                    unitOfWork(), stores -> stores.statements().charges(meter().account(), period(0, 9), after, size));
            assertThat(page).hasSizeLessThanOrEqualTo(size);
            all.addAll(page);
            last = page.isEmpty() ? last : Option.some(page.get(page.size() - 1));
        } while (!page.isEmpty());
        return all;
    }

    private List<RecordId> records(int from, int until, Option<RecordId> after, int limit) {
        return Work.list(
                unitOfWork(),
                stores -> stores.statements().records(meter().account(), period(from, until), after, limit).stream()
                        .map(MeteringRecord::id)
                        .toList());
    }

    private Map<String, String> carried(int hour) {
        Map<String, String> carried = new HashMap<>();
        Work.map(unitOfWork(), stores -> stores.statements().carried(meter().account(), hour(hour)))
                .forEach((dimension, quantity) -> carried.put(
                        dimension.name(), quantity.stripTrailingZeros().toPlainString()));
        return carried;
    }

    private static Map<String, String> carrying(String quantity) {
        return Map.of(meter().dimension().name(), quantity);
    }

    private static Entry entry(String workspace, Entry.Kind kind, String quantity) {
        return new Entry(
                Whose.of(new WorkspaceId(workspace), Given.SITE.id(), meter().dimension()),
                kind,
                Quantity.of(quantity));
    }

    private static ChargedHour charged(int hour, Kind kind) {
        return new ChargedHour(
                meter().dimension(),
                hour(hour),
                kind,
                Option.when(kind != Kind.UNSETTLED, () -> meter().subscription()));
    }

    private static StatementPeriod period(int from, int until) {
        return new StatementPeriod(hour(from), hour(until));
    }

    private static MeteringHour hour(int hour) {
        return new MeteringHour(GivenMeter.FIRST.start().plus(Duration.ofHours(hour)));
    }

    private static GivenMeter meter() {
        return GivenMeter.of("1", "api-calls");
    }

    private static GivenMeter stranger() {
        return GivenMeter.of("2", "api-calls");
    }
}
