package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Notes;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.faults.StaleVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The journal of charges: the contract of {@link com.guance.billing.ports.driven.Charges}, but for {@code gather}, which is in
 * {@link GatheringContract}, and for {@code unsettle}, which is in {@link UnsettlingContract}.
 */
public interface ChargesContract extends StoreContract {

    /** MET-1 */
    @Test
    @DisplayName("charges taken before are found by key, to the last digit and nanosecond (MET-1)")
    default void chargesTakenBeforeAreFound() {
        GivenMeter meter = GivenMeter.of("1", "api-calls");
        List<TakenCharge> taken = List.of(
                noted(meter.charge("k-0", "wksp_1", "9.99")),
                meter.charge("k-1", "wksp_1", "0.000000000001"),
                meter.charge("k-2", "wksp_\uD83D\uDE80", "999999999999999.999999999999"),
                meter.charge("k-3", "wksp_1", "0"),
                meter.unsettled("k-4", "wksp_1", "120000000000000", 3));
        Work.run(unitOfWork(), stores -> stores.charges().add(taken));

        assertThat(found(List.of("k-0", "k-1", "k-2", "k-3", "k-4", "k-5")))
                .isEqualTo(taken.stream()
                        .collect(Collectors.toMap(charge -> charge.charge().key(), charge -> charge)));
        assertThat(found(List.of())).isEmpty();
    }

    /** MET-1 */
    @Test
    @DisplayName("keys that differ in case, accents, width or trailing space are different charges (MET-1)")
    default void similarKeysAreDifferent() {
        GivenMeter meter = GivenMeter.of("1", "api-calls");
        List<String> keys = List.of("a", "A", "a ", " a", "á", "a\u0301", "ａ", "%", "_", "\uD83D\uDE80".repeat(128));
        Work.run(
                unitOfWork(),
                stores -> stores.charges()
                        .add(keys.stream()
                                .map(key -> meter.charge(key, "wksp_1", "1"))
                                .collect(Collectors.toList())));

        assertThat(found(keys)).hasSize(keys.size());
    }

    /** MET-1 */
    @Test
    @DisplayName(
            "of charges taken at once those are told whose keys were taken before; they stay, the others are taken (MET-1)")
    default void whatWasTakenBeforeIsTold() {
        GivenMeter meter = GivenMeter.of("1", "api-calls");
        TakenCharge first = meter.charge("k-1", "wksp_1", "1");
        TakenCharge unsettled = meter.unsettled("k-3", "wksp_1", "1", 0);
        Work.run(
                unitOfWork(),
                stores -> assertThat(stores.charges().add(List.of(first, unsettled)))
                        .isEmpty());
        TakenCharge before = meter.charge("k-0", "wksp_2", "1");
        TakenCharge after = meter.unsettled("k-2", "wksp_1", "1", 2);

        Work.run(
                unitOfWork(),
                stores -> assertThat(stores.charges()
                                .add(List.of(
                                        after,
                                        meter.charge("k-3", "wksp_1", "1"),
                                        before,
                                        meter.charge("k-1", "wksp_1", "2"))))
                        .isEqualTo(Map.of("k-1", first, "k-3", unsettled)));

        assertThat(found(List.of("k-0", "k-1", "k-2", "k-3")))
                .isEqualTo(Map.of("k-0", before, "k-1", first, "k-2", after, "k-3", unsettled));
        Work.run(
                unitOfWork(),
                stores -> BooksAre.assertBooks(
                        stores, meter, "4", Map.of(Standing.WAITING, "2", Standing.UNSETTLED, "2")));
    }

    /** MET-1 */
    @Test
    @DisplayName("charges that one transaction takes twice are told the second time (MET-1)")
    default void twiceInOneTransaction() {
        GivenMeter meter = GivenMeter.of("1", "api-calls");
        TakenCharge charge = meter.charge("k-1", "wksp_1", "1");
        TakenCharge other = meter.charge("k-2", "wksp_1", "1");

        Work.run(unitOfWork(), stores -> {
            stores.charges().add(List.of(charge));
            assertThat(stores.charges().add(List.of(charge, other))).isEqualTo(Map.of("k-1", charge));
        });

        assertThat(found(List.of("k-1", "k-2"))).hasSize(2);
    }

    /** MET-1 */
    @Test
    @DisplayName("of two transactions at once that take one key, one is told that it came too late, or refused (MET-1)")
    default void ofTwoThatTakeOneKeyOneComesTooLate() {
        GivenMeter meter = GivenMeter.of("1", "api-calls");
        TakenCharge charge = meter.charge("k-1", "wksp_1", "1");

        Overlap.assertOneOfTwoIsRefused(unitOfWork(), stores -> first(stores, charge), stores -> first(stores, charge));

        assertThat(found(List.of("k-1"))).isEqualTo(Map.of("k-1", charge));
    }

    /** Many. */
    @Test
    @DisplayName("5,000 charges are taken at once and found at once; no charge takes nothing")
    default void manyAtOnce() {
        GivenMeter meter = GivenMeter.of("1", "api-calls");
        List<TakenCharge> taken = IntStream.range(0, 5_000)
                .mapToObj(i -> meter.charge("k-" + i, "wksp_" + i % 100, "0.001"))
                .collect(Collectors.toList());
        Work.run(unitOfWork(), stores -> {
            stores.charges().add(taken);
            stores.charges().add(List.of());
        });

        List<String> keys = taken.stream().map(charge -> charge.charge().key()).collect(Collectors.toList());
        assertThat(found(keys)).hasSize(5_000);
    }

    /** MET-3 */
    @Test
    @DisplayName(
            "hours with charges in no record are given, each meter and hour once, as far as they are closed (MET-3)")
    default void unrecordedHoursAreGiven() {
        GivenMeter meter = GivenMeter.of("1", "api-calls");
        Work.run(
                unitOfWork(),
                stores -> stores.charges()
                        .add(List.of(
                                meter.charge("k-1", "wksp_1", "1", 0),
                                meter.charge("k-2", "wksp_2", "1", 0),
                                meter.charge("k-3", "wksp_1", "0", 1),
                                meter.charge("k-4", "wksp_1", "1", 2))));

        assertThat(unrecorded(meter.record(-1), 10)).isEmpty();
        assertThat(unrecorded(meter.record(0), 10)).containsExactly(meter.record(0));
        assertThat(unrecorded(meter.record(1), 10)).containsExactly(meter.record(0), meter.record(1));
    }

    /** MET-7 */
    @Test
    @DisplayName("left out are meters with a record of the last closed hour: their charges are late (MET-7)")
    default void metersWithARecordOfTheLastHourAreLeftOut() {
        GivenMeter meter = GivenMeter.of("1", "api-calls");
        GivenMeter other = GivenMeter.of("2", "api-calls");
        Work.run(unitOfWork(), stores -> {
            stores.meteringRecords().close(meter.units(1, 1));
            stores.charges().add(List.of(meter.charge("k-1", "wksp_1", "1", 0), other.charge("k-2", "wksp_2", "1", 0)));
        });

        assertThat(unrecorded(meter.record(1), 10)).containsExactly(other.record(0));
        assertThat(unrecorded(meter.record(2), 10)).containsExactly(meter.record(0), other.record(0));
    }

    /** MET-3 */
    @Test
    @DisplayName("a charge that ends on the hour is of the hour before (MET-3)")
    default void aChargeThatEndsOnTheHourIsOfTheHourBefore() {
        GivenMeter meter = GivenMeter.of("1", "api-calls");
        Work.run(unitOfWork(), stores -> stores.charges().add(List.of(meter.untilTheEnd("k-1", "wksp_1", "1", 0))));

        assertThat(unrecorded(meter.record(5), 10)).containsExactly(meter.record(0));
    }

    /** END-8 */
    @Test
    @DisplayName("charges for which nobody can be billed are in no hour (END-8)")
    default void unsettledChargesAreInNoHour() {
        GivenMeter meter = GivenMeter.of("1", "api-calls");
        Work.run(unitOfWork(), stores -> stores.charges().add(List.of(meter.unsettled("k-1", "wksp_1", "1", 0))));

        assertThat(unrecorded(meter.record(5), 10)).isEmpty();
    }

    /** Order and limit. */
    @Test
    @DisplayName("the oldest hour comes first, of one hour in the order of keys, at most as many as asked for")
    default void unrecordedHoursComeInOrder() {
        List<GivenMeter> meters = ordered();
        List<RecordId> expected = new ArrayList<>();
        for (int hour = 0; hour < 2; hour++) {
            for (GivenMeter meter : meters) {
                expected.add(meter.record(hour));
            }
        }
        List<TakenCharge> charges = new ArrayList<>();
        for (int i = meters.size() - 1; i >= 0; i--) {
            charges.add(meters.get(i).charge("late-" + i, "wksp_1", "1", 1));
            charges.add(meters.get(i).charge("early-" + i, "wksp_1", "1", 0));
        }
        Work.run(unitOfWork(), stores -> stores.charges().add(charges));

        assertThat(unrecorded(meters.get(0).record(1), 100)).isEqualTo(expected);
        assertThat(unrecorded(meters.get(0).record(1), 7)).isEqualTo(expected.subList(0, 7));
    }

    /** Takes a charge; as if it were refused if it was taken before. */
    private static TakenCharge noted(TakenCharge taken) {
        Notes notes = new Notes(Map.of("gross", "12.49", "voucher", "2.50 = 20 %, \"五\""));
        return new TakenCharge(taken.charge().with(notes), taken.site(), taken.destination());
    }

    private static void first(Stores stores, TakenCharge charge) {
        if (!stores.charges().add(List.of(charge)).isEmpty()) {
            throw new StaleVersion("a charge taken before");
        }
    }

    /** Meters whose keys of one hour rise. */
    private static List<GivenMeter> ordered() {
        return List.of("c/api", "c/API", "c-1/api", "c.1/api", "C/api", "c10/api", "c9/api").stream()
                .map(name -> name.split("/", 2))
                .map(parts -> GivenMeter.of(parts[0], parts[1]))
                .sorted(Comparator.comparing(meter -> meter.record(0).key()))
                .collect(Collectors.toList());
    }

    private Map<String, TakenCharge> found(List<String> keys) {
        return Work.in(unitOfWork(), stores -> stores.charges().find(keys));
    }

    private List<RecordId> unrecorded(RecordId through, int limit) {
        return Work.in(unitOfWork(), stores -> stores.charges().unrecorded(through.hour(), limit));
    }
}
