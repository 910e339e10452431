package com.guance.billing.application;

import static com.guance.billing.application.Scene.ACCOUNT;
import static com.guance.billing.application.Scene.BUYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.guance.billing.SubscriptionId;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.MeteringRecordEvent.RecordMade;
import com.guance.billing.metering.Quantity;
import com.guance.billing.statement.Covered;
import com.guance.billing.statement.StatementPeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Where the marketplace is told that nothing was used. */
class IdleHoursTest {

    private static final Instant EIGHT = Instant.parse("2026-03-10T08:00:00Z");
    private static final Instant ACTIVATED = Instant.parse("2026-03-10T08:20:00Z");

    private final Scene scene = new Scene(InMemoryBilling.create());
    private CloudBilling billing = scene.billing;

    @BeforeEach
    void anActiveSubscription() {
        scene.registerAccount();
        scene.register("wksp_a", "us1");
        billing = scene.telling(Scene.UNITS);
    }

    @Test
    @DisplayName(
            "MET-8 an idle hour is told as 0 when its grace is over, from the hour of the activation on, each once")
    void eachIdleHour() {
        runAt(minutes(70).minusNanos(1));
        assertThat(billed()).isEmpty();
        runAt(minutes(70));
        runAt(minutes(71));
        assertThat(billed()).containsExactly("08:00 0");
        runAt(minutes(130));
        assertThat(billed()).containsExactly("08:00 0", "09:00 0");
        assertThat(made())
                .extracting(RecordMade::idle, made -> made.content().timestamp())
                .containsExactly(tuple(true, ACTIVATED), tuple(true, minutes(60)));
        assertThat(coverage(3)).containsExactly(Covered.ZERO, Covered.ZERO, Covered.OPEN);
    }

    @Test
    @DisplayName("MET-8 of dimensions that the host does not name, nothing is told")
    void notNamed() {
        scene.clock.moveTo(minutes(600));
        scene.billing.due().run(scene.now());
        assertThat(scene.telling().rehearseDue().rehearse(scene.now()).calls()).isEmpty();
        assertThat(billed()).isEmpty();
    }

    @Test
    @DisplayName("MET-8 MET-4 an hour with charges is never told as 0; what it carries is carried over idle hours")
    void usedHours() {
        charge("0.5", minutes(90));
        charge("0.5", minutes(210));
        scene.clock.moveTo(minutes(310));
        assertThat(billing.due().run(scene.now()).closed())
                .as("records of five hours")
                .isEqualTo(5);

        assertThat(billed()).containsExactly("08:00 0", "10:00 0", "11:00 1", "12:00 0");
        assertThat(coverage(5))
                .containsExactly(Covered.ZERO, Covered.CARRIED, Covered.ZERO, Covered.ACCEPTED, Covered.ZERO);
        assertBooks(Standing.ACCEPTED, "1");
    }

    @Test
    @DisplayName("MET-8 MET-7 what comes for an hour that was told as 0 is late")
    void lateCharge() {
        runAt(minutes(70));
        charge("3", minutes(50));
        runAt(minutes(130));
        assertThat(billed()).containsExactly("08:00 0", "09:00 3");
        assertBooks(Standing.ACCEPTED, "3");
    }

    @Test
    @DisplayName(
            "MET-8 SUB-8 after an outage idle hours are told as far back as the marketplace's window, also before one that was used")
    void afterAnOutage() {
        charge("3", minutes(39 * 60));
        runAt(minutes(40 * 60));

        assertThat(billed()).hasSize(22).startsWith("2026-03-11 01:00 0").endsWith("2026-03-11 22:00 3");
        runAt(minutes(40 * 60 + 10));
        assertThat(billed()).hasSize(23).endsWith("2026-03-11 23:00 0");
    }

    @Test
    @DisplayName(
            "MET-8 SUB-5 while an end is suspected no hour is told; what was made before is what probes; afterwards the missed are")
    void whileSuspected() {
        scene.aws.suspend(BUYER);
        runAt(minutes(70));
        runAt(minutes(250));
        assertThat(made()).hasSize(1);

        charge("2", minutes(250));
        scene.aws.reinstate(BUYER);
        runAt(minutes(310));
        assertThat(billed()).contains("12:00 2");
        runAt(minutes(311));
        assertThat(billed()).containsExactly("09:00 0", "10:00 0", "11:00 0", "12:00 2");
    }

    @Test
    @DisplayName("MET-8 END-3 of one that ends nothing is told any more; of one that returned the hours since")
    void whenItEnds() {
        scene.pass(Duration.ofMinutes(5));
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
        runAt(minutes(190));
        assertThat(billed()).isEmpty();

        scene.aws.subscribe(BUYER);
        scene.deliverNotices();
        runAt(minutes(430));
        assertThat(billed()).isNotEmpty().allMatch(line -> line.endsWith(" 0"));
        assertThat(scene.aws.billed()).allMatch(usage -> !usage.hour().start().isBefore(minutes(180)));
    }

    @Test
    @DisplayName("MET-8 SUB-6 while a hold keeps a meter unsent no idle hour of it is told; its other meters' are")
    void whileHeld() {
        billing = scene.telling(Scene.UNITS, new Dimension("d0"));
        scene.aws.refuse(usage -> usage.dimension().equals("d0"), 400, "InvalidUsageDimensionException");
        runAt(minutes(70));
        runAt(minutes(250));
        assertThat(made()).hasSize(5);
        assertThat(billed()).containsExactlyInAnyOrder("08:00 0", "09:00 0", "10:00 0", "11:00 0");

        scene.aws.refuseNothing();
        new RecordsSteps(scene).release();
        runAt(minutes(251));
        assertThat(made()).as("of the other dimension").hasSize(3);
        assertThat(billing.ask().books(ACCOUNT)).allMatch(Books::areBalanced);
        assertThat(coverage(4)).containsOnly(Covered.ZERO);
    }

    @Test
    @DisplayName("MET-8 SUB-8 a zero that expires returns nothing, and its hour is not told again")
    void expires() {
        scene.aws.whenMetering(Collections.nCopies(90, Misbehaviour.throttle()).toArray(Misbehaviour[]::new));
        for (int hour = 0; hour < 26; hour++) {
            runAt(minutes(70 + 60 * hour));
        }
        assertThat(made()).hasSize(26);
        assertThat(coverage(26).subList(0, 2)).containsOnly(Covered.ZERO);
        assertThat(billing.ask().books(ACCOUNT)).allMatch(Books::areBalanced);
    }

    private void runAt(Instant at) {
        scene.clock.moveTo(at);
        billing.due().run(at);
    }

    private void charge(String quantity, Instant at) {
        if (scene.now().isBefore(at)) {
            scene.clock.moveTo(at);
        }
        billing.takeCharges().take(List.of(scene.charge("wksp_a", quantity, at)), scene.now());
    }

    private List<String> billed() {
        return scene.aws.billed().stream()
                .sorted(Comparator.comparing(usage -> usage.hour().start()))
                .map(usage -> usage.hour()
                                .start()
                                .toString()
                                .replaceAll("2026-03-10T|:00Z", "")
                                .replace('T', ' ') + " " + usage.quantity())
                .toList();
    }

    private List<RecordMade> made() {
        return scene.events().stream()
                .filter(RecordMade.class::isInstance)
                .map(RecordMade.class::cast)
                .toList();
    }

    private List<Covered> coverage(int hours) {
        StatementPeriod period = StatementPeriod.of(EIGHT, minutes(60 * hours));
        SubscriptionId subscription = scene.onFile().get(0).payers().get(0).subscription();
        return Objects.requireNonNull(billing.askCoverage()
                .of(subscription, period, Set.of(Scene.UNITS), scene.now())
                .get()
                .hours()
                .get(Scene.UNITS.name()));
    }

    private void assertBooks(Standing where, String quantity) {
        Books books = billing.ask().books(ACCOUNT).get(0);
        assertThat(books.areBalanced()).isTrue();
        assertThat(books.of(where)).isEqualTo(Quantity.of(quantity));
        assertThat(books.charged()).isEqualTo(Quantity.of(quantity));
    }

    private static Instant minutes(int sinceEight) {
        return EIGHT.plus(Duration.ofMinutes(sinceEight));
    }
}
