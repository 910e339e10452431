package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Destination;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.Rebinding;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.Share;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.faults.StaleVersion;
import com.guance.billing.statement.ChargeLine;
import com.guance.billing.statement.StatementPeriod;
import com.guance.billing.workspace.Binding;
import com.guance.billing.workspace.SettlementMethod;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which record a charge is in that comes while its hour is closed, or after it: {@link com.guance.billing.ports.driven.Charges}. */
public interface LateChargesContract extends StoreContract {

    /** INV-7 */
    @Test
    @DisplayName("a charge taken while another transaction closes its hour is in that record or in the next (INV-7)")
    default void takenWhileItsHourIsClosed() {
        take(meter().charge("k-1", "wksp_1", "1"));
        List<CompletableFuture<Boolean>> other = new ArrayList<>();

        boolean closed = commits(stores -> {
            meter().close(stores, meter().record(0));
            other.add(Overlap.meanwhile(() ->
                    commits(second -> second.charges().add(List.of(meter().charge("k-2", "wksp_1", "2"))))));
        });

        assertInOneRecordEach(closed, Overlap.result(other.get(0)));
    }

    /** INV-7 */
    @Test
    @DisplayName("the same the other way round (INV-7)")
    default void closedWhileAChargeOfTheHourIsTaken() {
        take(meter().charge("k-1", "wksp_1", "1"));
        List<CompletableFuture<Boolean>> other = new ArrayList<>();

        boolean taken = commits(stores -> {
            stores.charges().add(List.of(meter().charge("k-2", "wksp_1", "2")));
            other.add(Overlap.meanwhile(() -> commits(second -> meter().close(second, meter().record(0)))));
        });

        assertInOneRecordEach(Overlap.result(other.get(0)), taken);
    }

    /** MET-3 */
    @Test
    @DisplayName("of two subscriptions that share a meter, the second's charges go into the next record (MET-3, MET-7)")
    default void twoSubscriptionsShareAnHour() {
        take(
                meter().charge("k-1", "wksp_1", "1"),
                through(second(), meter().charge("k-2", "wksp_1", "2")),
                through(second(), meter().charge("k-3", "wksp_1", "4", 1)));
        close(0);

        assertThat(in()).isEqualTo(Map.of("k-1", 0));
        assertThat(gathered(1, meter().metered())).isEqualTo("0");
        assertThat(gathered(1, second())).isEqualTo("6");
        assertThat(hours(second())).containsExactly(meter().record(0), meter().record(1));
    }

    /** MET-7 */
    @Test
    @DisplayName("what came late moves to who takes over; what was in time stays in its record (MET-7, END-8)")
    default void whatCameLateMoves() {
        take(meter().charge("k-1", "wksp_1", "1"), meter().charge("k-2", "wksp_2", "2"));
        close(0);
        take(meter().charge("k-3", "wksp_1", "4"), meter().charge("k-4", "wksp_2", "8"));

        assertThat(unsettled(meter().metered())).isEqualTo(2);
        assertThat(hours(meter().metered())).isEmpty();
        Work.run(unitOfWork(), stores -> stores.charges().rebind(List.of(ever("wksp_1", second()))));
        assertThat(hours(second())).containsExactly(meter().record(0));
        assertThat(gathered(1, second())).isEqualTo("4");
        Work.run(unitOfWork(), stores -> stores.charges().handOver(second(), other().metered()));

        assertThat(hours(second())).isEmpty();
        assertThat(gathered(other(), 0, other().metered())).isEqualTo("4");
        assertThat(in()).isEqualTo(Map.of("k-1", 0, "k-2", 0));
        assertThat(destinations())
                .isEqualTo(Map.of(
                        "k-1", meter().metered(),
                        "k-2", meter().metered(),
                        "k-3", other().metered(),
                        "k-4", new Destination.Unsettled(meter().account())));
    }

    /** MET-7 */
    @Test
    @DisplayName("what is bound again in part leaves the rest where it was (MET-7)")
    default void boundAgainInPart() {
        take(meter().charge("k-1", "wksp_1", "1"), meter().charge("k-2", "wksp_2", "2"));
        Work.run(unitOfWork(), stores -> stores.charges().rebind(List.of(ever("wksp_2", second()))));
        close(0);

        assertThat(in()).isEqualTo(Map.of("k-1", 0));
        assertThat(gathered(1, second())).isEqualTo("2");
    }

    private void assertInOneRecordEach(boolean closed, boolean taken) {
        if (closed) {
            assertThat(in()).containsEntry("k-1", 0);
        }
        close(1);
        assertThat(in()).hasSize(taken ? 2 : 1);
        Work.run(
                unitOfWork(),
                stores -> BooksAre.assertBooks(
                        stores, meter(), taken ? "3" : "1", Map.of(Books.Standing.WAITING, taken ? "3" : "1")));
    }

    /** The hours of the records that charges are in, counted from the first, by key. */
    private Map<String, Integer> in() {
        Map<String, Integer> in = new HashMap<>();
        lines().forEach(line -> line.in()
                .forEach(record ->
                        in.put(line.taken().charge().key(), record.hour().equals(GivenMeter.FIRST) ? 0 : 1)));
        return in;
    }

    private Map<String, Destination> destinations() {
        Map<String, Destination> all = new HashMap<>();
        lines().forEach(line ->
                all.put(line.taken().charge().key(), line.taken().destination()));
        return all;
    }

    private List<ChargeLine> lines() {
        MeteringHour last = meter().record(9).hour();
        return Work.list(
                unitOfWork(),
                stores -> stores.statements()
                        .charges(meter().account(), new StatementPeriod(GivenMeter.FIRST, last), Option.none(), 100));
    }

    private String gathered(int hour, Destination.Metered payer) {
        return gathered(meter(), hour, payer);
    }

    /** How much would be gathered; nothing is. */
    private String gathered(GivenMeter meter, int hour, Destination.Metered payer) {
        List<Quantity> charged = new ArrayList<>();
        Work.abandon(
                unitOfWork(),
                stores -> stores.charges().gather(meter.record(hour), payer.subscription()).shares().stream()
                        .map(Share::charged)
                        .forEach(charged::add));
        return charged.stream().reduce(Quantity.ZERO, Quantity::plus).toString();
    }

    private List<RecordId> hours(Destination.Metered payer) {
        return Work.list(unitOfWork(), stores -> stores.charges().hoursOf(payer.subscription()));
    }

    private int unsettled(Destination.Metered payer) {
        return Work.in(unitOfWork(), stores -> stores.charges().unsettle(payer.subscription(), Instant.MIN));
    }

    private void take(TakenCharge... charges) {
        Work.run(unitOfWork(), stores -> stores.charges().add(List.of(charges)));
    }

    private void close(int hour) {
        Work.run(unitOfWork(), stores -> meter().close(stores, meter().record(hour)));
    }

    private boolean commits(Consumer<Stores> work) {
        try {
            Work.run(unitOfWork(), work);
            return true;
        } catch (StaleVersion tooLate) {
            return false;
        }
    }

    private static Rebinding ever(String workspace, Destination.Metered to) {
        return new Rebinding(
                new WorkspaceId(workspace),
                new Binding(
                        new SettlementMethod.ThroughCloudAccount(to.account(), to.subscription()),
                        GivenMeter.FIRST.start(),
                        Option.none()),
                to);
    }

    private static TakenCharge through(Destination.Metered payer, TakenCharge taken) {
        return new TakenCharge(taken.charge(), taken.site(), payer);
    }

    private static GivenMeter meter() {
        return GivenMeter.of("1", "api-calls");
    }

    /** Another customer of the same account. */
    private static GivenMeter other() {
        return new GivenMeter(meter().account(), Given.customer("1b"), meter().dimension());
    }

    /** Another life of the same customer. */
    private static Destination.Metered second() {
        return new Destination.Metered(
                meter().account(), new SubscriptionId(meter().customer().key() + "#2"), meter().customer());
    }
}
