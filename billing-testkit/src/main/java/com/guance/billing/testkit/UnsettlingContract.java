package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.Destination;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.metering.UsagePeriod;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.faults.StaleVersion;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * How charges lose their payer: {@link com.guance.billing.ports.driven.Charges#unsettle} and
 * {@link com.guance.billing.ports.driven.Charges#subscriptions}.
 */
public interface UnsettlingContract extends StoreContract {

    /** MET-3 */
    @Test
    @DisplayName("the subscriptions of what would be gathered are named, each once, and none else (MET-3, MET-7)")
    default void theSubscriptionsOfWhatWouldBeGatheredAreNamed() {
        GivenMeter meter = meter();
        assertThat(subscriptions(meter.record(1))).isEmpty();
        take(
                meter.charge("k-1", "wksp_1", "1"),
                meter.charge("k-2", "wksp_2", "1"),
                through(2, meter, meter.charge("k-3", "wksp_1", "1", 1)),
                through(3, meter, meter.charge("k-4", "wksp_1", "1", 2)),
                through(4, meter, GivenMeter.of("1", "API-calls").charge("k-5", "wksp_1", "1")),
                GivenMeter.of("2", "api-calls").charge("k-6", "wksp_2", "1"),
                meter.unsettled("k-7", "wksp_1", "1", 0));

        assertThat(subscriptions(meter.record(-1))).isEmpty();
        assertThat(subscriptions(meter.record(0))).containsExactly(life(1, meter));
        assertThat(subscriptions(meter.record(1))).containsExactlyInAnyOrder(life(1, meter), life(2, meter));
        assertThat(gathered(meter.record(1))).isEqualTo("3");
    }

    /** Gathered. */
    @Test
    @DisplayName("the subscriptions of charges in a record, or unsettled since, are not named")
    default void subscriptionsOfChargesInARecordAreNotNamed() {
        GivenMeter meter = meter();
        take(
                meter.charge("k-1", "wksp_1", "1"),
                through(2, meter, meter.charge("k-2", "wksp_1", "1", 1)),
                through(3, meter, meter.charge("k-3", "wksp_1", "1", 1)));
        close(meter, 0);
        unsettle(life(3, meter), Instant.MIN);

        assertThat(subscriptions(meter.record(1))).containsExactly(life(2, meter));
    }

    /** END-8 */
    @Test
    @DisplayName("an unsettled charge is in the same books, in no hour and no record, and known again (END-8, INV-7)")
    default void anUnsettledChargeIsKept() {
        GivenMeter meter = meter();
        TakenCharge taken = meter.charge("k-1", "wksp_\uD83D\uDE80", "1.000000000001");
        take(taken);

        unsettle(meter.subscription(), Instant.MIN);

        assertThat(found("k-1"))
                .isEqualTo(new TakenCharge(taken.charge(), taken.site(), new Destination.Unsettled(meter.account())));
        Work.run(unitOfWork(), stores -> {
            assertThat(stores.charges().unrecorded(meter.record(5).hour(), 10)).isEmpty();
            BooksAre.assertBooks(stores, meter, "1.000000000001", Map.of(Standing.UNSETTLED, "1.000000000001"));
        });
        assertThat(gathered(meter.record(5))).isEqualTo("0");
        Work.run(
                unitOfWork(),
                stores -> assertThat(stores.charges().add(List.of(taken))).containsOnlyKeys("k-1"));
    }

    /** END-3 */
    @Test
    @DisplayName("unsettled are charges whose last instant is at or after the given one, to the nanosecond (END-3)")
    default void anInstantDivides() {
        List<Instant> instants = Stream.of(
                        "-0044-03-15T12:00:00Z",
                        "0001-01-01T00:00:00Z",
                        "2026-03-10T09:59:59.999999999Z",
                        "2026-03-10T10:00:00Z",
                        "2026-03-10T10:00:00.000000001Z",
                        "2026-03-10T10:00:00.000000999Z",
                        "2026-03-10T10:00:00.000001Z",
                        "2026-03-10T10:00:00.5Z",
                        "2026-03-10T10:00:01Z",
                        "+10000-01-01T00:00:00Z")
                .map(Instant::parse)
                .collect(Collectors.toList());
        for (Instant from : instants) {
            GivenMeter meter = GivenMeter.of("n" + instants.indexOf(from), "api-calls");
            Work.run(
                    unitOfWork(),
                    stores -> stores.charges()
                            .add(instants.stream()
                                    .map(last -> endingAt(last, meter, from + " " + last))
                                    .collect(Collectors.toList())));

            unsettle(meter.subscription(), from);

            for (Instant last : instants) {
                assertThat(isUnsettled(from + " " + last))
                        .as("%s from %s", last, from)
                        .isEqualTo(!last.isBefore(from));
            }
        }
    }

    /** Own instant. */
    @Test
    @DisplayName("a period that began before the instant counts by its end; a charge that ends on it stays")
    default void thePeriodsEndCounts() {
        GivenMeter meter = meter();
        take(meter.charge("k-1", "wksp_1", "1"), meter.untilTheEnd("k-2", "wksp_1", "1", 0));

        unsettle(meter.subscription(), meter.record(1).hour().start());
        assertThat(isUnsettled("k-2")).isFalse();
        unsettle(meter.subscription(), meter.record(1).hour().start().minusNanos(1));

        assertThat(isUnsettled("k-1")).isFalse();
        assertThat(isUnsettled("k-2")).isTrue();
    }

    /** END-3 */
    @Test
    @DisplayName("charges in a record keep their payer, and remainders stay carried (END-3, MET-6)")
    default void chargesInARecordKeepTheirPayer() {
        GivenMeter meter = meter();
        TakenCharge recorded = meter.charge("k-1", "wksp_1", "2.5");
        take(recorded);
        close(meter, 0);
        take(meter.charge("k-2", "wksp_1", "10"), meter.charge("k-3", "wksp_1", "100", 1));

        unsettle(meter.subscription(), Instant.MIN);

        assertThat(found("k-1")).isEqualTo(recorded);
        assertThat(isUnsettled("k-2")).isTrue();
        assertThat(isUnsettled("k-3")).isTrue();
        Work.run(
                unitOfWork(),
                stores -> BooksAre.assertBooks(
                        stores,
                        meter,
                        "112.5",
                        Map.of(Standing.WAITING, "2", Standing.CARRIED, "0.5", Standing.UNSETTLED, "110")));
    }

    /** Whose. */
    @Test
    @DisplayName("charges of all dimensions of the subscription are unsettled, and none of another subscription")
    default void chargesOfTheSubscriptionOnly() {
        GivenMeter meter = meter();
        take(
                meter.charge("k-1", "wksp_1", "1"),
                GivenMeter.of("1", "API-calls").charge("k-2", "wksp_1", "1", 9),
                through(2, meter, meter.charge("k-3", "wksp_1", "1")),
                GivenMeter.of("2", "api-calls").charge("k-4", "wksp_1", "1"));

        assertThat(unsettle(new SubscriptionId(meter.subscription().value() + "0"), Instant.MIN))
                .isZero();
        assertThat(unsettle(meter.subscription(), Instant.MIN)).isEqualTo(2);
        assertThat(unsettle(meter.subscription(), Instant.MIN)).isZero();

        assertThat(Stream.of("k-1", "k-2", "k-3", "k-4").filter(this::isUnsettled))
                .containsExactly("k-1", "k-2");
        assertThat(gathered(meter.record(9))).isEqualTo("1");
    }

    /** INV-7 */
    @Test
    @DisplayName("of a closing and an unsettling at once, each charge is in the record or unsettled, once (INV-7)")
    default void aClosingAndAnUnsettlingAtOnce() {
        GivenMeter meter = meter();
        take(meter.charge("k-1", "wksp_1", "1"), meter.charge("k-2", "wksp_2", "2", 1));
        List<CompletableFuture<Boolean>> other = new ArrayList<>();

        boolean closed = commits(stores -> {
            meter.close(stores, meter.record(0));
            other.add(Overlap.meanwhile(
                    () -> commits(second -> second.charges().unsettle(meter.subscription(), Instant.MIN))));
        });
        boolean unsettled = Overlap.result(other.get(0));

        assertStanding(meter, "3", closed ? "1" : "0", unsettled);
    }

    /** INV-7 */
    @Test
    @DisplayName("the same the other way round (INV-7)")
    default void anUnsettlingAndAClosingAtOnce() {
        GivenMeter meter = meter();
        take(meter.charge("k-0", "wksp_1", "4", 0));
        close(meter, 0);
        take(meter.charge("k-1", "wksp_1", "1", 1), meter.charge("k-2", "wksp_2", "2", 1));
        List<CompletableFuture<Boolean>> other = new ArrayList<>();

        boolean unsettled = commits(stores -> {
            stores.charges().unsettle(meter.subscription(), Instant.MIN);
            other.add(Overlap.meanwhile(() -> commits(second -> meter.close(second, meter.record(1)))));
        });
        Overlap.result(other.get(0));

        assertStanding(meter, "7", "4", unsettled);
    }

    private void assertStanding(GivenMeter meter, String charged, String recorded, boolean unsettled) {
        List<Books> books =
                Work.in(unitOfWork(), stores -> stores.meteringRecords().books(meter.account()));
        assertThat(books).hasSize(1).allMatch(Books::areBalanced);
        assertThat(books.get(0).charged()).isEqualTo(Quantity.of(charged));
        if (unsettled) {
            assertThat(books.get(0).of(Standing.WAITING)).isEqualTo(Quantity.of(recorded));
        }
    }

    private static GivenMeter meter() {
        return GivenMeter.of("1", "api-calls");
    }

    private static SubscriptionId life(int life, GivenMeter meter) {
        return new SubscriptionId(meter.customer().key() + "#" + life);
    }

    private static TakenCharge through(int life, GivenMeter meter, TakenCharge taken) {
        return new TakenCharge(
                taken.charge(),
                taken.site(),
                new Destination.Metered(meter.account(), life(life, meter), meter.customer()));
    }

    private static TakenCharge endingAt(Instant last, GivenMeter meter, String key) {
        TakenCharge like = meter.charge(key, "wksp_1", "1");
        UsagePeriod period = new UsagePeriod(last.minusSeconds(3_600), last.plusNanos(1));
        return new TakenCharge(
                new Charge(key, like.charge().workspace(), like.charge().usage(), period),
                like.site(),
                like.destination());
    }

    private void take(TakenCharge... charges) {
        Work.run(unitOfWork(), stores -> stores.charges().add(List.of(charges)));
    }

    private void close(GivenMeter meter, int hour) {
        Work.run(unitOfWork(), stores -> meter.close(stores, meter.record(hour)));
    }

    private int unsettle(SubscriptionId subscription, Instant from) {
        return Work.in(unitOfWork(), stores -> stores.charges().unsettle(subscription, from));
    }

    private Set<SubscriptionId> subscriptions(RecordId record) {
        return Work.in(unitOfWork(), stores -> stores.charges().subscriptions(record));
    }

    private TakenCharge found(String key) {
        return Work.option(
                        unitOfWork(),
                        stores -> Option.of(stores.charges().find(List.of(key)).get(key)))
                .get();
    }

    private boolean isUnsettled(String key) {
        return found(key).destination() instanceof Destination.Unsettled;
    }

    /** How much would be gathered; nothing is. */
    private String gathered(RecordId record) {
        List<Quantity> charged = new ArrayList<>();
        Work.abandon(
                unitOfWork(),
                stores -> stores.charges()
                        .subscriptions(record)
                        .forEach(subscription -> stores.charges()
                                .gather(record, subscription)
                                .shares()
                                .forEach(share -> charged.add(share.charged()))));
        return charged.stream().reduce(Quantity.ZERO, Quantity::plus).toString();
    }

    private boolean commits(Consumer<Stores> work) {
        try {
            Work.run(unitOfWork(), work);
            return true;
        } catch (StaleVersion tooLate) {
            return false;
        }
    }
}
