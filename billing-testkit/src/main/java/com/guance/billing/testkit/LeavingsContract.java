package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Destination;
import com.guance.billing.metering.Gathered;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.Rebinding;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.Share;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.workspace.Binding;
import com.guance.billing.workspace.SettlementMethod.ThroughCloudAccount;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What workspaces leave to their subscription, and subscriptions to their heirs: of {@link com.guance.billing.ports.driven.Charges}.
 */
public interface LeavingsContract extends StoreContract {

    /** MET-4 */
    @Test
    @DisplayName("whether the subscription settles a workspace now is told with its share (MET-4)")
    default void whoIsSettledIsTold() {
        GivenMeter meter = meter();
        Work.run(
                unitOfWork(),
                stores -> stores.workspaces()
                        .save(List.of(
                                Revision.first(Given.workspacePaidBy("1", "wksp_1")),
                                Revision.first(Given.workspacePaidBy("2", "wksp_2")),
                                Revision.first(Given.workspacePaidByHolder("wksp_3")))));
        take(
                meter.charge("k-1", "wksp_1", "1.5"),
                meter.charge("k-2", "wksp_2", "1.5"),
                meter.charge("k-3", "wksp_3", "1.5"),
                meter.charge("k-4", "wksp_4", "1.5"));

        assertThat(settled(meter.record(0))).containsExactly("wksp_1");
        Work.run(unitOfWork(), stores -> meter.close(stores, meter.record(0)));
        assertThat(settled(meter.record(1))).containsExactly("wksp_1");
    }

    /** MET-4 */
    @Test
    @DisplayName(
            "what the subscription itself carries is brought by its meter's next record, and stands in the books (MET-4)")
    default void theOwnRemainderIsBrought() {
        GivenMeter meter = meter();
        take(meter.charge("k-1", "wksp_1", "1.5"), meter.charge("k-2", "wksp_2", "0.25"));
        Work.run(unitOfWork(), stores -> meter.closeLiving(stores, meter.record(0)));
        assertThat(gathered(meter.record(1))).isEqualTo(new Gathered(List.of(), Quantity.of("0.75")));
        Work.run(
                unitOfWork(),
                stores -> BooksAre.assertBooks(
                        stores, meter, "1.75", Map.of(Standing.WAITING, "1", Standing.CARRIED, "0.75")));

        take(meter.charge("k-3", "wksp_1", "0.5", 1));
        Work.run(unitOfWork(), stores -> meter.closeLiving(stores, meter.record(1)));

        assertThat(gathered(meter.record(2))).isEqualTo(new Gathered(List.of(), Quantity.of("0.25")));
        Work.run(
                unitOfWork(),
                stores -> BooksAre.assertBooks(
                        stores, meter, "2.25", Map.of(Standing.WAITING, "2", Standing.CARRIED, "0.25")));
    }

    /** MET-3 */
    @Test
    @DisplayName(
            "only charges through the subscription asked for are gathered; its hours are told, the oldest first (MET-3, FIN-1)")
    default void eachSubscriptionIsGatheredByItself() {
        GivenMeter meter = meter();
        GivenMeter other = GivenMeter.of("1", "API-calls");
        take(
                meter.charge("k-1", "wksp_1", "1", 3),
                meter.charge("k-2", "wksp_2", "2", 3),
                other.charge("k-3", "wksp_1", "4", 3),
                meter.charge("k-4", "wksp_1", "8", 1),
                through(
                        new Destination.Metered(meter.account(), life(2), meter.customer()),
                        meter.charge("k-5", "wksp_1", "16", 2)));

        assertThat(hours(life(1))).containsExactly(meter.record(1), other.record(3), meter.record(3));
        assertThat(hours(life(2))).containsExactly(meter.record(2));
        assertThat(gathered(meter.record(3)).shares())
                .extracting(Share::charged)
                .containsExactly(Quantity.of("9"), Quantity.of("2"));
        Work.run(unitOfWork(), stores -> meter.close(stores, meter.record(3)));
        assertThat(hours(life(1))).containsExactly(other.record(3));
        assertThat(hours(life(2))).containsExactly(meter.record(2));
    }

    /** MET-7 */
    @Test
    @DisplayName(
            "an heir gets the charges in no record, and what is carried of each dimension; records stay (MET-7, INV-7)")
    default void anHeirGetsWhatIsLeft() {
        GivenMeter meter = meter();
        GivenMeter heir = new GivenMeter(meter.account(), Given.customer("1b"), meter.dimension());
        take(meter.charge("k-1", "wksp_1", "2.5"), meter.charge("k-2", "wksp_2", "0.25"));
        Work.run(unitOfWork(), stores -> meter.close(stores, meter.record(0)));
        take(heir.charge("k-3", "wksp_1", "1.125"), meter.charge("k-4", "wksp_3", "7", 1));
        Work.run(unitOfWork(), stores -> heir.close(stores, heir.record(0)));

        Work.run(unitOfWork(), stores -> stores.charges().handOver(meter.metered(), heir.metered()));

        assertThat(gathered(meter.record(5))).isEqualTo(new Gathered(List.of(), Quantity.ZERO));
        assertThat(gathered(heir.record(5)).shares())
                .extracting(share -> share.workspace().value(), Share::carried, Share::charged)
                .containsExactly(
                        tuple("wksp_1", Quantity.of("0.625"), Quantity.ZERO),
                        tuple("wksp_2", Quantity.of("0.25"), Quantity.ZERO),
                        tuple("wksp_3", Quantity.ZERO, Quantity.of("7")));
        Work.run(
                unitOfWork(),
                stores -> BooksAre.assertBooks(
                        stores, meter, "10.875", Map.of(Standing.WAITING, "10", Standing.CARRIED, "0.875")));
    }

    /** END-5 */
    @Test
    @DisplayName(
            "an heir of the same customer gets the charges, and the meter's remainders are its own already (END-5)")
    default void anHeirMayShareTheMeter() {
        GivenMeter meter = meter();
        take(meter.charge("k-1", "wksp_1", "2.5"));
        Work.run(unitOfWork(), stores -> meter.close(stores, meter.record(0)));
        take(meter.charge("k-2", "wksp_1", "1", 1));
        Destination.Metered next = new Destination.Metered(meter.account(), life(2), meter.customer());

        Work.run(unitOfWork(), stores -> stores.charges().handOver(meter.metered(), next));

        assertThat(hours(life(2))).containsExactly(meter.record(1));
        Work.run(
                unitOfWork(),
                stores -> BooksAre.assertBooks(
                        stores, meter, "3.5", Map.of(Standing.WAITING, "3", Standing.CARRIED, "0.5")));
    }

    /** MET-2 */
    @Test
    @DisplayName(
            "a binding gets what is in no record of its workspace, to the nanosecond, also what was unsettled (MET-2, MET-7)")
    default void aBindingGetsWhatLiesWithin() {
        GivenMeter meter = meter();
        GivenMeter payer = GivenMeter.of("2", "api-calls");
        Instant from = meter.record(1).hour().start();
        take(
                meter.untilTheEnd("k-1", "wksp_1", "1", 0),
                meter.charge("k-2", "wksp_1", "2", 1),
                meter.unsettled("k-3", "wksp_1", "4", 1),
                meter.untilTheEnd("k-4", "wksp_1", "8", 1),
                meter.charge("k-5", "wksp_1", "16", 2),
                meter.charge("k-6", "wksp_2", "32", 1),
                payer.charge("k-7", "wksp_1", "64", 1));
        Instant until = meter.record(2).hour().start();
        Binding binding =
                new Binding(new ThroughCloudAccount(payer.account(), payer.subscription()), from, Option.some(until));
        Rebinding rebinding = new Rebinding(new WorkspaceId("wksp_1"), binding, payer.metered());

        Work.run(unitOfWork(), stores -> stores.charges().rebind(List.of(rebinding)));

        Work.run(unitOfWork(), stores -> {
            BooksAre.assertBooks(stores, meter, "49", Map.of(Standing.WAITING, "49"));
            BooksAre.assertBooks(stores, payer, "78", Map.of(Standing.WAITING, "78"));
        });
        assertThat(gathered(payer.record(9)).shares())
                .extracting(Share::charged)
                .containsExactly(Quantity.of("78"));
    }

    /** MET-6 */
    @Test
    @DisplayName(
            "charges in a record keep their payer, whatever is bound later (MET-6, NOT-6); 1,000 workspaces at once")
    default void chargesInARecordKeepTheirPayer() {
        GivenMeter meter = meter();
        GivenMeter payer = GivenMeter.of("2", "new-dimension");
        take(meter.charge("k", "wksp_1", "2"));
        Work.run(unitOfWork(), stores -> meter.close(stores, meter.record(0)));
        GivenMeter unsettled = new GivenMeter(meter.account(), meter.customer(), payer.dimension());
        take(IntStream.range(0, 1_000)
                .mapToObj(i -> unsettled.unsettled("k-" + i, "wksp_" + i, "1", 3))
                .toArray(TakenCharge[]::new));
        List<Rebinding> rebindings = IntStream.range(0, 1_000)
                .mapToObj(i -> new Rebinding(
                        new WorkspaceId("wksp_" + i),
                        new Binding(
                                new ThroughCloudAccount(payer.account(), payer.subscription()),
                                Given.NOW.minus(Duration.ofDays(1)),
                                Option.none()),
                        payer.metered()))
                .toList();

        Work.run(unitOfWork(), stores -> stores.charges().rebind(rebindings));

        Work.run(unitOfWork(), stores -> {
            BooksAre.assertBooks(stores, meter, "2", Map.of(Standing.WAITING, "2"));
            BooksAre.assertBooks(stores, payer, "1000", Map.of(Standing.WAITING, "1000"));
        });
        assertThat(gathered(payer.record(3)).shares()).hasSize(1_000);
    }

    /** FIN-1 */
    @Test
    @DisplayName(
            "remainders of all dimensions are forfeited, the subscription's own too, once, and stay in the books (FIN-1, INV-7)")
    default void remaindersAreForfeited() {
        GivenMeter meter = meter();
        GivenMeter dimension = GivenMeter.of("1", "hosts");
        GivenMeter stranger = GivenMeter.of("2", "api-calls");
        take(
                meter.charge("k-1", "wksp_1", "2.5"),
                dimension.charge("k-2", "wksp_1", "0.25"),
                meter.charge("k-3", "wksp_2", "3"),
                stranger.charge("k-4", "wksp_3", "0.5"));
        Work.run(unitOfWork(), stores -> {
            meter.closeLiving(stores, meter.record(0));
            dimension.close(stores, dimension.record(0));
            stranger.close(stores, stranger.record(0));
        });

        assertThat(forfeited(meter)).isEqualTo(2);
        assertThat(forfeited(meter)).isZero();

        assertThat(gathered(meter.record(1))).isEqualTo(new Gathered(List.of(), Quantity.ZERO));
        Work.run(unitOfWork(), stores -> {
            assertThat(stores.meteringRecords().books(meter.account()))
                    .hasSize(2)
                    .allMatch(books -> books.areBalanced())
                    .extracting(books -> books.of(Standing.FORFEITED))
                    .containsExactly(Quantity.of("0.5"), Quantity.of("0.25"));
            BooksAre.assertBooks(stores, stranger, "0.5", Map.of(Standing.CARRIED, "0.5"));
        });
    }

    private int forfeited(GivenMeter meter) {
        return Work.in(unitOfWork(), stores -> stores.charges().forfeit(meter.metered(), Given.NOW));
    }

    private List<String> settled(RecordId record) {
        return gathered(record).shares().stream()
                .filter(share -> share.whose().isSettled())
                .map(share -> share.workspace().value())
                .toList();
    }

    private List<RecordId> hours(SubscriptionId subscription) {
        return Work.in(unitOfWork(), stores -> stores.charges().hoursOf(subscription));
    }

    /** What would be gathered; nothing is. */
    private Gathered gathered(RecordId record) {
        return unitOfWork()
                .<Gathered, Void>inTransaction(stores -> Either.left(stores.charges()
                        .gather(
                                record,
                                new SubscriptionId(record.meter().customer().key() + "#1"))))
                .getLeft();
    }

    private void take(TakenCharge... charges) {
        Work.run(unitOfWork(), stores -> stores.charges().add(List.of(charges)));
    }

    private static TakenCharge through(Destination to, TakenCharge taken) {
        return new TakenCharge(taken.charge(), taken.site(), to);
    }

    private static SubscriptionId life(int life) {
        return new SubscriptionId(meter().customer().key() + "#" + life);
    }

    private static GivenMeter meter() {
        return GivenMeter.of("1", "api-calls");
    }
}
