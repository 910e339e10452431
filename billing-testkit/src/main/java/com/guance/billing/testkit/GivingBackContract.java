package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.guance.billing.Change;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.metering.Share;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.statement.Entry;
import com.guance.billing.statement.StatementPeriod;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How units return from a record: the contract of {@link com.guance.billing.ports.driven.Charges#giveBack}. */
public interface GivingBackContract extends StoreContract {

    /** MET-7 */
    @Test
    @DisplayName(
            "what is given back is brought by the next record of the meter, by workspace, to the last digit (SUB-6, MET-7)")
    default void whatIsGivenBackIsBrought() {
        GivenMeter meter = closed();
        release(meter, 0);
        Work.run(unitOfWork(), stores -> stores.charges().add(List.of(meter.charge("k-9", "wksp_2", "0.75", 1))));

        assertThat(Work.list(
                        unitOfWork(),
                        stores -> stores.charges()
                                .gather(meter.record(1), meter.subscription())
                                .shares()))
                .containsExactly(share("wksp_1", "2.5", "0"), share("wksp_2", "7.25", "0.75"));
    }

    /** INV-7 */
    @Test
    @DisplayName("several records are given back at once, of one meter and of others (INV-7)")
    default void severalAreGivenBackAtOnce() {
        GivenMeter meter = closed();
        GivenMeter other = GivenMeter.of("1", "hosts");
        Work.run(unitOfWork(), stores -> {
            stores.charges()
                    .add(List.of(meter.charge("k-8", "wksp_1", "3.5", 1), other.charge("k-9", "wksp_1", "4.125")));
            meter.close(stores, meter.record(1));
            other.close(stores, other.record(0));
        });
        Work.run(unitOfWork(), stores -> {
            List<Change<MeteringRecord>> released =
                    List.of(released(stores, meter, 1), released(stores, other, 0), released(stores, meter, 0));
            stores.charges().giveBack(released.stream().map(Change::after).toList());
            stores.meteringRecords()
                    .save(released.stream()
                            .map(change -> new Revision<>(1, change))
                            .toList());
        });

        Work.run(unitOfWork(), stores -> {
            BooksAre.assertBooks(stores, meter, "13.25", Map.of(Standing.WAITING, "13", Standing.CARRIED, "0.25"));
            BooksAre.assertBooks(stores, other, "4.125", Map.of(Standing.WAITING, "4", Standing.CARRIED, "0.125"));
        });
    }

    /** SUB-11 */
    @Test
    @DisplayName("of a record billed in part the rest is given back, of a settled one nothing (SUB-11)")
    default void theRestIsGivenBack() {
        GivenMeter meter = closed();
        Work.run(unitOfWork(), stores -> {
            Change<MeteringRecord> decided = GivenAnswers.decided(found(stores, meter, 0), 3, RecordStatus.RETURNED);
            stores.charges()
                    .giveBack(List.of(
                            decided.after(),
                            GivenAnswers.accepted(meter.units(7, 5).record().after())
                                    .after()));
            stores.meteringRecords().save(List.of(new Revision<>(1, decided)));
        });

        assertThat(Work.list(
                        unitOfWork(),
                        stores -> stores.charges()
                                .gather(meter.record(1), meter.subscription())
                                .shares()))
                .containsExactly(share("wksp_1", "0.5", "0"), share("wksp_2", "6.25", "0"));
    }

    /** MET-7 */
    @Test
    @DisplayName(
            "meters that carry whole units and have no record of the hour are told of, in the order of their keys (MET-7)")
    default void whoCarriesUnitsIsToldOf() {
        GivenMeter meter = closed();
        GivenMeter slashed = GivenMeter.of("1", "api/calls");
        GivenMeter others = GivenMeter.of("2", "api-calls");
        Work.run(unitOfWork(), stores -> {
            stores.charges().add(List.of(slashed.charge("k-7", "wksp_1", "3"), others.charge("k-8", "wksp_1", "4.5")));
            slashed.close(stores, slashed.record(0));
            others.close(stores, others.record(0));
        });
        assertThat(returned(meter, 1, 9)).isEmpty();
        List.of(meter, others, slashed).forEach(one -> release(one, 0));

        assertThat(returned(meter, 0, 9)).isEmpty();
        assertThat(returned(meter, 1, 9)).containsExactly(slashed.record(1), meter.record(1), others.record(1));
        assertThat(returned(meter, 1, 2)).containsExactly(slashed.record(1), meter.record(1));
        assertThat(returnedTo(meter))
                .containsExactly(meter.record(0).meter(), slashed.record(0).meter());
        Work.run(unitOfWork(), stores -> meter.close(stores, meter.record(1)));
        assertThat(returned(meter, 2, 9)).containsExactly(slashed.record(2), others.record(2));
        assertThat(returnedTo(meter)).containsExactly(slashed.record(0).meter());
    }

    /** MET-4 */
    @Test
    @DisplayName("a whole unit is one remainder's, to the last digit: a workspace's, or the subscription's own (MET-4)")
    default void aUnitIsOneRemainders() {
        GivenMeter meter = GivenMeter.of("1", "api-calls");
        GivenMeter heir = new GivenMeter(meter.account(), Given.customer("1b"), meter.dimension());
        Work.run(unitOfWork(), stores -> {
            stores.charges()
                    .add(List.of(
                            meter.charge("k-1", "wksp_1", "0.6"),
                            heir.charge("k-2", "wksp_1", "0.4"),
                            meter.charge("k-3", "wksp_2", "0.999999999999", 1)));
            meter.closeLiving(stores, meter.record(0));
            heir.closeLiving(stores, heir.record(0));
            meter.close(stores, meter.record(1));
        });
        assertThat(returnedTo(meter))
                .as("0.6 of its own, less than one of a workspace")
                .isEmpty();

        Work.run(unitOfWork(), stores -> stores.charges().handOver(meter.metered(), heir.metered()));

        assertThat(returnedTo(meter)).isEmpty();
        assertThat(returned(heir, 1, 9)).as("1 of its own").containsExactly(heir.record(1));
    }

    /** SUB-6 */
    @Test
    @DisplayName(
            "a unit that fractions of those who left made to the last digit returns to the subscription (MET-4, SUB-6)")
    default void whatLeaversMadeReturns() {
        GivenMeter meter = GivenMeter.of("1", "api-calls");
        Work.run(unitOfWork(), stores -> {
            stores.charges().add(List.of(meter.charge("k-1", "wksp_1", "0.5"), meter.charge("k-2", "wksp_2", "0.5")));
            meter.closeLiving(stores, meter.record(0));
        });

        release(meter, 0);

        assertThat(returned(meter, 1, 9)).containsExactly(meter.record(1));
        Work.run(unitOfWork(), stores -> BooksAre.assertBooks(stores, meter, "1", Map.of(Standing.WAITING, "1")));
    }

    /** END-8 */
    @Test
    @DisplayName(
            "of what is left at the end fractions are forfeited, and whole units unsettled (FIN-1, END-8, INV-7, ASK-1)")
    default void unitsAreNotForfeited() {
        GivenMeter meter = closed();
        release(meter, 0);
        Instant end = meter.record(1).hour().start();
        int left = Work.in(unitOfWork(), stores -> stores.charges().forfeit(meter.metered(), end));

        assertThat(left).isEqualTo(2);
        Work.run(unitOfWork(), stores -> {
            BooksAre.assertBooks(stores, meter, "9.75", Map.of(Standing.UNSETTLED, "9", Standing.FORFEITED, "0.75"));
            assertThat(stores.statements()
                            .entries(
                                    meter.account(),
                                    new StatementPeriod(
                                            meter.record(1).hour(),
                                            meter.record(2).hour())))
                    .extracting(entry -> entry.whose().workspace(), Entry::kind, Entry::quantity)
                    .containsExactlyInAnyOrder(
                            tuple("wksp_1", Entry.Kind.LEFT, Quantity.of("2")),
                            tuple("wksp_1", Entry.Kind.FORFEITED, Quantity.of("0.5")),
                            tuple("wksp_2", Entry.Kind.LEFT, Quantity.of("7")),
                            tuple("wksp_2", Entry.Kind.FORFEITED, Quantity.of("0.25")));
        });
    }

    /** INV-6 */
    @Test
    @DisplayName(
            "a transaction that writes nothing gives nothing back; of two that release one record one is too late (INV-7)")
    default void givenBackOnce() {
        GivenMeter meter = closed();
        Work.abandon(unitOfWork(), stores -> release(stores, meter, 0));
        Overlap.assertOneOfTwoIsRefused(
                unitOfWork(), stores -> release(stores, meter, 0), stores -> release(stores, meter, 0));

        Work.run(
                unitOfWork(),
                stores -> BooksAre.assertBooks(
                        stores, meter, "9.75", Map.of(Standing.WAITING, "9", Standing.CARRIED, "0.75")));
    }

    private List<RecordId> returned(GivenMeter meter, int hour, int limit) {
        return Work.list(
                unitOfWork(),
                stores -> stores.charges().returned(meter.record(hour).hour(), limit));
    }

    private List<Meter> returnedTo(GivenMeter meter) {
        return Work.list(unitOfWork(), stores -> stores.charges().returnedTo(meter.customer()));
    }

    private GivenMeter closed() {
        GivenMeter meter = GivenMeter.of("1", "api-calls");
        Work.run(unitOfWork(), stores -> {
            stores.charges().add(List.of(meter.charge("k-1", "wksp_1", "2.5"), meter.charge("k-2", "wksp_2", "7.25")));
            meter.close(stores, meter.record(0));
        });
        return meter;
    }

    private void release(GivenMeter meter, int hour) {
        Work.run(unitOfWork(), stores -> release(stores, meter, hour));
    }

    private static void release(Stores stores, GivenMeter meter, int hour) {
        Change<MeteringRecord> released = released(stores, meter, hour);
        stores.charges().giveBack(List.of(released.after()));
        stores.meteringRecords().save(List.of(new Revision<>(1, released)));
    }

    private static Change<MeteringRecord> released(Stores stores, GivenMeter meter, int hour) {
        return GivenAnswers.released(found(stores, meter, hour));
    }

    private static MeteringRecord found(Stores stores, GivenMeter meter, int hour) {
        // as it was made: the second of two that overlap may find what the first left
        MeteringRecord found = stores.meteringRecords().find(List.of(meter.record(hour))).values().stream()
                .findFirst()
                .orElseThrow()
                .aggregate();
        return MeteringRecord.made(found.id(), found.billed(), found.content(), Given.byClock(Given.NOW))
                .after();
    }

    private static Share share(String workspace, String carried, String charged) {
        return new Share(
                new Share.Of(new WorkspaceId(workspace), Given.SITE.id(), false),
                Quantity.of(carried),
                Quantity.of(charged));
    }
}
