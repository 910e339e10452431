package com.guance.billing.application;

import static com.guance.billing.application.Scene.ACCOUNT;
import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.metering.Intake.TAKEN;
import static com.guance.billing.metering.Intake.TAKEN_UNSETTLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.guance.billing.DomainEvent;
import com.guance.billing.SubscriptionId;
import com.guance.billing.inmemory.marketplace.BilledUsage;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.Intake;
import com.guance.billing.metering.MeteringRecordEvent.RecordMade;
import com.guance.billing.metering.Quantity;
import com.guance.billing.ports.driving.RunDue.Done;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.SubscriptionEvent;
import com.guance.billing.subscription.SubscriptionEvent.FinalHourClosed;
import com.guance.billing.subscription.SubscriptionEvent.FinalRatingDue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The last hour of a subscription, and who pays for what is left of it. */
class FinalHourTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");
    private static final Instant FREEZE = NINE.plus(Duration.ofMinutes(20));
    private static final Instant DEADLINE = FREEZE.plus(Duration.ofMinutes(30));

    private final Scene scene = Scene.withRegisteredAccount();
    private final List<DomainEvent> events = new ArrayList<>();

    @BeforeEach
    void oneWorkspace() {
        scene.register("wksp_a", "us1");
        scene.clock.moveTo(FREEZE);
    }

    @Test
    @DisplayName(
            "FIN-1 SUB-6 SUB-8 units that were returned are billed in the final hour, and not forfeited, charged or"
                    + " not")
    void returnedUnitsAreBilled() {
        take(scene.charge("wksp_a", "7.5", FREEZE));
        scene.aws.whenMetering(Misbehaviour.throttle());
        runAt(NINE.plus(Duration.ofMinutes(70)));
        runAt(FREEZE.plus(Duration.ofHours(25)));
        assertThat(books().of(Standing.WAITING)).isEqualTo(Quantity.whole(7));
        assertThat(books().of(Standing.CARRIED)).isEqualTo(Quantity.of("0.5"));
        cancel();
        for (int i = 0; i < 12; i++) {
            runAt(scene.now().plus(Duration.ofMinutes(5)));
        }
        assertThat(billed()).containsExactly(7L);
        assertThat(books().of(Standing.FORFEITED)).isEqualTo(Quantity.of("0.5"));
    }

    @Test
    @DisplayName(
            "FIN-1 at the freeze the host is told to rate until half an hour later, once, and hours before close at"
                    + " once")
    void told() {
        take(scene.charge("wksp_a", "2.5", NINE), scene.charge("wksp_a", "3", FREEZE));
        cancel();
        assertThat(run()).isEqualTo(new Done(0, 0, 1, 1));
        assertThat(billed()).containsExactly(2L);
        assertThat(told(FinalRatingDue.class)).singleElement().satisfies(due -> {
            assertThat(due.subscription()).isEqualTo(subscription(1));
            assertThat(due.freeze()).isEqualTo(FREEZE);
            assertThat(due.deadline()).isEqualTo(DEADLINE);
        });
    }

    @Test
    @DisplayName("FIN-1 the hour of the freeze closes at the deadline, to the instant; the fraction left is forfeited"
            + " (INV-7)")
    void deadline() {
        take(scene.charge("wksp_a", "3.75", FREEZE));
        cancel();
        scene.clock.moveTo(DEADLINE.minusNanos(1));
        assertThat(run()).isEqualTo(new Done(0, 0, 0, 0));
        scene.clock.moveTo(DEADLINE);
        assertThat(run()).isEqualTo(new Done(0, 0, 1, 1));
        assertStanding(Standing.ACCEPTED, "3", Standing.FORFEITED, "0.75");
        assertThat(told(FinalHourClosed.class))
                .extracting(FinalHourClosed::forfeited)
                .containsExactly(1);
        assertThat(run()).isEqualTo(new Done(0, 0, 0, 0));
    }

    @Test
    @DisplayName("FIN-1 the hour of the freeze closes when the host has rated it; it says so once")
    void completed() {
        cancel();
        take(scene.charge("wksp_a", "3", FREEZE));
        assertThat(complete()).isTrue();
        assertThat(complete()).isFalse();
        assertThat(run()).isEqualTo(new Done(0, 0, 1, 1));
        assertThat(billed()).containsExactly(3L);
        assertThat(complete()).isFalse();
    }

    @Test
    @DisplayName("FIN-1 END-8 what comes after the final record is unsettled")
    void later() {
        take(scene.charge("wksp_a", "3", FREEZE));
        cancel();
        complete();
        run();
        assertThat(take(scene.charge("wksp_a", "5", FREEZE))).containsExactly(TAKEN_UNSETTLED);
        assertStanding(Standing.ACCEPTED, "3", Standing.UNSETTLED, "5");
    }

    @Test
    @DisplayName("FIN-1 a remainder is forfeited where nothing is owed in the final hour")
    void nothingOwed() {
        take(scene.charge("wksp_a", "0.25", NINE));
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(10)));
        run();
        scene.clock.moveTo(FREEZE);
        cancel();
        scene.clock.moveTo(DEADLINE);
        run();
        assertThat(billed()).isEmpty();
        assertStanding(Standing.FORFEITED, "0.25", Standing.CARRIED, "0");
    }

    @Test
    @DisplayName("FIN-1 when the end is final the hour waits for nothing")
    void ended() {
        take(scene.charge("wksp_a", "3", FREEZE));
        cancel();
        scene.pass(Duration.ofMinutes(1));
        over();
        assertThat(run().closed()).isEqualTo(1);
        assertThat(billed()).containsExactly(3L);
    }

    @Test
    @DisplayName(
            "FIN-3 END-6 MET-7 back to life within the hour: what was sent stays, later charges of that hour are late"
                    + " ones")
    void backToLife() {
        take(scene.charge("wksp_a", "3.5", FREEZE));
        cancel();
        complete();
        run();
        scene.pass(Duration.ofMinutes(5));
        scene.aws.subscribe(BUYER);
        scene.deliverNotices();
        scene.pass(Duration.ofMinutes(5));
        assertThat(take(scene.charge("wksp_a", "4.25", FREEZE), scene.charge("wksp_a", "5.5", scene.now())))
                .containsExactly(TAKEN, TAKEN);
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(70)));
        assertThat(run().closed()).isZero();
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(130)));
        assertThat(run().closed()).isEqualTo(1);
        assertThat(billed()).containsExactly(3L, 9L);
        assertStanding(Standing.FORFEITED, "0.5", Standing.CARRIED, "0.75");
    }

    @Test
    @DisplayName(
            "MET-3 two lives share the hour of their meter: one record, what comes later is late into the next life's")
    void twoLives() {
        take(scene.charge("wksp_a", "3", FREEZE));
        cancel();
        complete();
        run();
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(35)));
        over();
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(40)));
        nextLife();
        scene.pass(Duration.ofMinutes(5));
        assertThat(take(scene.charge("wksp_a", "4", scene.now()), scene.charge("wksp_a", "1", FREEZE)))
                .containsExactly(TAKEN, TAKEN_UNSETTLED);
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(70)));
        assertThat(run().closed()).isZero();
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(130)));
        assertThat(run().closed()).isEqualTo(1);
        assertThat(scene.events())
                .filteredOn(RecordMade.class::isInstance)
                .map(RecordMade.class::cast)
                .extracting(
                        made -> made.record().hour().start(),
                        made -> made.billed().subscription(),
                        made -> made.content().quantity())
                .containsExactly(
                        tuple(NINE, subscription(1), 3L), tuple(NINE.plus(Duration.ofHours(1)), subscription(2), 4L));
        assertThat(books().areBalanced()).isTrue();
    }

    private void over() {
        hear("over", Sign.Kind.ENDED);
    }

    private void nextLife() {
        hear("again", Sign.Kind.ACTIVATED);
    }

    private void hear(String id, Sign.Kind kind) {
        scene.billing
                .receiveNotice()
                .receive(scene.notice(id, scene.aws.customerIdentifier(BUYER), new Sign(kind, scene.now())));
    }

    private void cancel() {
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
    }

    private boolean complete() {
        return scene.billing
                .completeFinalRating()
                .complete(subscription(1), scene.byBillingCenter())
                .get();
    }

    private SubscriptionId subscription(int life) {
        return new SubscriptionId(
                new MarketplaceCustomer.Legacy(scene.profile.product(), scene.aws.customerIdentifier(BUYER)).key()
                        + "#"
                        + life);
    }

    private List<Intake> take(Charge... charges) {
        return scene.billing.takeCharges().take(List.of(charges), scene.now()).stream()
                .map(answer -> answer.get())
                .toList();
    }

    private void runAt(Instant at) {
        scene.clock.moveTo(at);
        run();
    }

    private Done run() {
        return scene.billing.due().run(scene.now());
    }

    private List<Long> billed() {
        return scene.aws.billed().stream().map(BilledUsage::quantity).collect(Collectors.toList());
    }

    private <E extends SubscriptionEvent> List<E> told(Class<E> kind) {
        events.addAll(scene.events());
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void assertStanding(Standing one, String ofOne, Standing other, String ofOther) {
        assertThat(books().of(one)).as("%s", one).isEqualTo(Quantity.of(ofOne));
        assertThat(books().of(other)).as("%s", other).isEqualTo(Quantity.of(ofOther));
        assertThat(books().areBalanced()).isTrue();
    }

    private Books books() {
        return scene.billing.ask().books(ACCOUNT).get(0);
    }
}
