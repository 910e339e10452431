package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.Share;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.faults.StaleVersion;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * How charges become records and remainders: {@link com.guance.billing.ports.driven.Charges#gather} with
 * {@link com.guance.billing.ports.driven.MeteringRecords#close}.
 */
public interface GatheringContract extends StoreContract {

    /** MET-4 */
    @Test
    @DisplayName("what each workspace brings is summed exactly, in the order of workspace ids (MET-4)")
    default void whatEachWorkspaceBringsIsSummed() {
        GivenMeter meter = meter();
        take(
                meter.charge("k-1", "wksp_b", "0.000000000001"),
                meter.charge("k-2", "wksp_B", "499999999999999.999999999999"),
                meter.charge("k-3", "wksp_b", "2.5"),
                meter.charge("k-4", "wksp_B", "500000000000000"),
                meter.charge("k-5", "wksp_a", "0"));

        assertThat(gathered(meter.record(0)))
                .containsExactly(
                        share("wksp_B", "0", "999999999999999.999999999999"),
                        share("wksp_a", "0", "0"),
                        share("wksp_b", "0", "2.500000000001"));
    }

    /** MET-7 */
    @Test
    @DisplayName("charges of the record's hour or earlier are gathered, none of later hours or other meters (MET-7)")
    default void chargesOfTheHourOrEarlierAreGathered() {
        GivenMeter meter = meter();
        take(
                meter.charge("k-0", "wksp_1", "1", 0),
                meter.charge("k-1", "wksp_1", "10", 1),
                meter.charge("k-2", "wksp_1", "100", 2),
                meter.unsettled("k-3", "wksp_1", "1000", 1),
                GivenMeter.of("1", "API-calls").charge("k-4", "wksp_1", "10000", 1),
                GivenMeter.of("2", "api-calls").charge("k-5", "wksp_1", "100000", 1));

        Work.run(unitOfWork(), stores -> {
            assertThat(stores.charges()
                            .gather(meter.record(1), meter.subscription())
                            .shares())
                    .containsExactly(share("wksp_1", "0", "11"));
            assertThat(stores.charges().unrecorded(meter.record(2).hour(), 10))
                    .containsExactly(
                            GivenMeter.of("1", "API-calls").record(1),
                            GivenMeter.of("2", "api-calls").record(1),
                            meter.record(2));
        });
    }

    /** Once. */
    @Test
    @DisplayName("a charge is gathered once, into one record")
    default void aChargeIsGatheredOnce() {
        GivenMeter meter = meter();
        take(meter.charge("k-0", "wksp_1", "1", 0));

        Work.run(unitOfWork(), stores -> {
            assertThat(stores.charges()
                            .gather(meter.record(0), meter.subscription())
                            .isEmpty())
                    .isFalse();
            assertThat(stores.charges()
                            .gather(meter.record(1), meter.subscription())
                            .isEmpty())
                    .isTrue();
        });

        assertThat(gathered(meter.record(2))).isEmpty();
    }

    /** MET-4 */
    @Test
    @DisplayName("remainders are brought by the next record, also where nothing else is (MET-4)")
    default void remaindersAreBrought() {
        GivenMeter meter = meter();
        take(meter.charge("k-1", "wksp_1", "0.123456789012"), meter.charge("k-2", "wksp_2", "3.5"));
        close(meter, 0);
        take(meter.charge("k-3", "wksp_2", "0.25", 1), meter.charge("k-4", "wksp_3", "7", 1));

        assertThat(gathered(meter.record(1)))
                .containsExactly(
                        share("wksp_1", "0.123456789012", "0"),
                        share("wksp_2", "0.5", "0.25"),
                        share("wksp_3", "0", "7"));
    }

    /** MET-4 */
    @Test
    @DisplayName("a record's remainders take the place of all earlier ones of its meter, and of no other (MET-4)")
    default void remaindersTakeThePlaceOfEarlierOnes() {
        GivenMeter meter = meter();
        GivenMeter other = GivenMeter.of("2", "api-calls");
        take(meter.charge("k-1", "wksp_1", "0.5"), meter.charge("k-2", "wksp_2", "0.75"));
        take(other.charge("k-3", "wksp_1", "0.625"));
        close(meter, 0);
        close(other, 0);
        take(meter.charge("k-4", "wksp_1", "0.5", 1));
        close(meter, 1);

        assertThat(gathered(meter.record(2))).containsExactly(share("wksp_2", "0.75", "0"));
        assertThat(gathered(other.record(2))).containsExactly(share("wksp_1", "0.625", "0"));
    }

    /** MET-7 */
    @Test
    @DisplayName("a charge that comes after its hour's record waits for the next one (MET-7)")
    default void aLateChargeWaits() {
        GivenMeter meter = meter();
        take(meter.charge("k-1", "wksp_1", "1"));
        close(meter, 0);
        take(meter.charge("k-2", "wksp_1", "2"));

        assertThat(Work.list(
                        unitOfWork(),
                        stores -> stores.charges().unrecorded(meter.record(1).hour(), 10)))
                .containsExactly(meter.record(0));
        assertThat(gathered(meter.record(1))).containsExactly(share("wksp_1", "0", "2"));
    }

    /** A record once. */
    @Test
    @DisplayName("of two transactions at once that close one hour, one is refused as StaleVersion (MET-3, INV-8)")
    default void ofTwoThatCloseOneHourOneIsRefused() {
        GivenMeter meter = meter();
        take(meter.charge("k-1", "wksp_1", "1.5"));

        Overlap.assertOneOfTwoIsRefused(
                unitOfWork(),
                stores -> meter.close(stores, meter.record(0)),
                stores -> meter.close(stores, meter.record(0)));

        Work.run(
                unitOfWork(),
                stores -> BooksAre.assertBooks(
                        stores, meter, "1.5", Map.of(Books.Standing.WAITING, "1", Books.Standing.CARRIED, "0.5")));
    }

    /** INV-7 */
    @Test
    @DisplayName("of two hours of one meter closed at once, no remainder is lost and none doubled (INV-7)")
    default void twoHoursClosedAtOnceLoseNothing() {
        GivenMeter meter = meter();
        take(meter.charge("k-0", "wksp_1", "0.5"), meter.charge("k-1", "wksp_1", "0.75", 1));
        List<CompletableFuture<Boolean>> other = new ArrayList<>();

        boolean first = closes(stores -> {
            meter.close(stores, meter.record(0));
            other.add(Overlap.meanwhile(() -> closes(second -> meter.close(second, meter.record(1)))));
        });

        assertThat(List.of(first, Overlap.result(other.get(0)))).contains(true);
        assertBalanced(meter, "1.25");
    }

    /** INV-7 */
    @Test
    @DisplayName("charges that come while hours are closed are in a record or wait: none lost, none twice (INV-7)")
    default void chargesThatComeWhileHoursAreClosed() {
        GivenMeter meter = meter();
        take(meter.charge("k", "wksp_1", "0.1"));
        List<CompletableFuture<Boolean>> taking = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int taker = i;
            taking.add(CompletableFuture.supplyAsync(() -> {
                for (int n = 0; n < 20; n++) {
                    take(meter.charge("k-" + taker + "-" + n, "wksp_" + n % 3, "0.35"));
                }
                return true;
            }));
        }
        for (int hour = 0; hour < 15; hour++) {
            close(meter, hour);
        }
        taking.forEach(Overlap::result);

        assertBalanced(meter, "21.1");
        close(meter, 15);
        assertBalanced(meter, "21.1");
    }

    /** Many. */
    @Test
    @DisplayName("3,000 workspaces with remainders are gathered at once (INV-7)")
    default void manyWorkspacesAreGathered() {
        GivenMeter meter = meter();
        List<TakenCharge> charges = IntStream.range(0, 3_000)
                .mapToObj(i -> meter.charge("k-" + i, "wksp_" + (10_000 + i), "1.25"))
                .collect(Collectors.toList());
        Work.run(unitOfWork(), stores -> stores.charges().add(charges));
        close(meter, 0);

        assertThat(gathered(meter.record(1)))
                .hasSize(3_000)
                .allMatch(share -> share.carried().equals(Quantity.of("0.25")))
                .isSortedAccordingTo(
                        (a, b) -> a.workspace().value().compareTo(b.workspace().value()));
        Work.run(
                unitOfWork(),
                stores -> BooksAre.assertBooks(
                        stores, meter, "3750", Map.of(Books.Standing.WAITING, "3000", Books.Standing.CARRIED, "750")));
    }

    private static GivenMeter meter() {
        return GivenMeter.of("1", "api-calls");
    }

    private static Share share(String workspace, String carried, String charged) {
        return new Share(
                new Share.Of(new WorkspaceId(workspace), Given.SITE.id(), false),
                Quantity.of(carried),
                Quantity.of(charged));
    }

    private void take(TakenCharge... charges) {
        Work.run(unitOfWork(), stores -> stores.charges().add(List.of(charges)));
    }

    private void close(GivenMeter meter, int hour) {
        Work.run(unitOfWork(), stores -> meter.close(stores, meter.record(hour)));
    }

    /** What would be gathered; nothing is. */
    private List<Share> gathered(RecordId record) {
        return unitOfWork()
                .<List<Share>, Void>inTransaction(stores -> Either.left(stores.charges()
                        .gather(
                                record,
                                new SubscriptionId(record.meter().customer().key() + "#1"))
                        .shares()))
                .getLeft();
    }

    private boolean closes(Consumer<Stores> work) {
        try {
            Work.run(unitOfWork(), work);
            return true;
        } catch (StaleVersion tooLate) {
            return false;
        }
    }

    private void assertBalanced(GivenMeter meter, String charged) {
        List<Books> books =
                Work.in(unitOfWork(), stores -> stores.meteringRecords().books(meter.account()));
        assertThat(books).hasSize(1).allMatch(Books::areBalanced);
        assertThat(books.get(0).charged()).isEqualTo(Quantity.of(charged));
    }
}
