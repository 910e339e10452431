package com.guance.billing.application;

import static com.guance.billing.subscription.Sign.Kind.ACTIVATED;
import static com.guance.billing.subscription.Sign.Kind.CANCELLED;
import static com.guance.billing.subscription.Sign.Kind.DEPROVISIONED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.guance.billing.Actor;
import com.guance.billing.Request;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.HeldRecords;
import com.guance.billing.metering.Intake;
import com.guance.billing.metering.MeteringRecordEvent.RecordMade;
import com.guance.billing.metering.Quantity;
import com.guance.billing.ports.faults.StoreUnavailable;
import com.guance.billing.subscription.Sign;
import io.vavr.control.Either;
import io.vavr.control.Try;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A license is deprovisioned, and updated again before its end was decided: its workspaces never lost it. */
class ReturnedUndecidedTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");
    private static final Instant FREEZE = NINE.plus(Duration.ofMinutes(20));

    private static final int CHUNK = 500;

    private final List<RecordMade> made = new ArrayList<>();
    private final BreakableStore breakable = new BreakableStore(InMemoryBilling.create());
    private final Scene scene = new Scene(breakable);
    private final Licenses licenses = new Licenses(scene);

    @BeforeEach
    void deprovisioned() {
        scene.claimAccount();
        licenses.license(1, ACTIVATED);
        scene.pass(Duration.ofMinutes(1));
        licenses.bound("wksp_a", 1);
        scene.clock.moveTo(FREEZE);
        licenses.license(1, DEPROVISIONED);
        scene.pass(Duration.ofMinutes(5));
    }

    @Test
    @DisplayName(
            "MET-2 END-3 INV-5 usage while an end was undecided is metered when the license has returned, run or no"
                    + " run")
    void metered() {
        take("2");
        licenses.runAt(scene.now().plus(Duration.ofMinutes(1)));
        scene.pass(Duration.ofMinutes(4));
        licenses.license(1, ACTIVATED);
        take("3");

        assertMetered(5);
    }

    @Test
    @DisplayName("MET-2 END-3 NOT-6 usage between the return and its receipt is metered, too")
    void beforeTheReceipt() {
        Sign returned = new Sign(ACTIVATED, scene.now());
        scene.pass(Duration.ofMinutes(5));
        take("2");
        licenses.runAt(scene.now().plus(Duration.ofMinutes(1)));
        licenses.hear(licenses.ofLicense(1, returned));

        assertMetered(2);
    }

    @Test
    @DisplayName("MET-2 END-3 the hour of the freeze was closed: what came of it afterwards is late")
    void hourClosed() {
        take("2");
        givenUp();
        licenses.license(1, ACTIVATED);
        take("3");

        assertMetered(5);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName(
            "MET-2 END-3 LOCK-6 once its time was over they were bound to nobody, though no run has said so when it"
                    + " returns")
    void afterItsTime(boolean run) {
        take("2");
        scene.pass(Duration.ofMinutes(24));
        take("4");
        scene.pass(Duration.ofMinutes(2));
        if (run) {
            scene.billing.due().run(scene.now());
        }
        licenses.license(1, ACTIVATED);

        assertMetered(0, "6");
    }

    @Test
    @DisplayName("END-4 MET-2 so it is where a crash came between the return and its workspaces")
    void crashed() {
        take("2");
        givenUp();
        breakable.breakAfter(1);
        assertThat(Try.run(() -> licenses.license(1, ACTIVATED)).getCause()).isInstanceOf(StoreUnavailable.class);
        breakable.mend();

        assertMetered(2);
    }

    @Test
    @DisplayName("MET-2 END-3 DIS-1 what a workspace used until it was dissolved meanwhile is metered, too")
    void dissolved() {
        take("2");
        licenses.runAt(scene.now().plus(Duration.ofMinutes(1)));
        scene.billing
                .dissolveWorkspace()
                .dissolve(new WorkspaceId("wksp_a"), scene.byOwner())
                .get();
        scene.pass(Duration.ofMinutes(1));
        licenses.license(1, ACTIVATED);

        assertMetered(2);
    }

    @Test
    @DisplayName("MET-2 END-4 what another license pays for stays with that, on more than one page of workspaces")
    void ofAnother() {
        licenses.license(2, ACTIVATED);
        IntStream.range(0, CHUNK).forEach(i -> licenses.bound("wksp_" + i, 2));
        licenses.bound("wksp_0z", 2);
        scene.pass(Duration.ofSeconds(1));
        take("2");
        take("wksp_0z", "4");
        givenUp();
        licenses.license(1, ACTIVATED);
        assertMetered(6);
        assertThat(made)
                .extracting(
                        record -> record.billed().subscription(),
                        record -> record.content().quantity())
                .containsExactlyInAnyOrder(tuple(licenses.subscription(1), 2L), tuple(licenses.subscription(2), 4L));
    }

    @Test
    @DisplayName("SUB-6 MET-7 END-3 units that staff release meanwhile are metered again when the license has returned")
    void released() {
        scene.billing.takeCharges().take(List.of(scene.charge("wksp_a", "7", NINE.minusSeconds(1))), scene.now());
        scene.aws.whenMetering(Misbehaviour.error(400, "InvalidUsageDimensionException"));
        licenses.runAt(scene.now().plus(Duration.ofMinutes(1)));
        Request staff = scene.by(new Actor.Staff(new UserId("staff")));
        assertThat(scene.billing.releaseRecords().releaseAll(HeldRecords.of(scene.profile.product()), staff))
                .isEqualTo(Either.right(1));
        licenses.license(1, ACTIVATED);

        assertMetered(7 + 7);
    }

    @Test
    @DisplayName("MET-2 END-8 what a workspace used before it was bound to the returned license is nobody's")
    void boundSince() {
        licenses.license(2, ACTIVATED);
        licenses.bound("wksp_b", 2);
        scene.pass(Duration.ofMinutes(1));
        licenses.ended(2, CANCELLED);
        scene.pass(Duration.ofMinutes(1));
        Charge unpaid = scene.charge("wksp_b", "5", scene.now());
        scene.billing.takeCharges().take(List.of(unpaid), scene.now());
        take("2");
        breakable.breakAfter(1);
        assertThat(Try.run(() -> licenses.license(1, ACTIVATED)).getCause()).isInstanceOf(StoreUnavailable.class);
        breakable.mend();
        scene.pass(Duration.ofMinutes(1));
        scene.billing
                .lockWorkspace()
                .lock(new WorkspaceId("wksp_b"), "audit", scene.by(new Actor.Staff(new UserId("staff"))))
                .get();

        assertMetered(2, "5");
    }

    /** The hour of the freeze is closed, and what was used since is unsettled. */
    private void givenUp() {
        scene.billing.completeFinalRating().complete(licenses.subscription(1), scene.byBillingCenter());
        licenses.runAt(scene.now().plus(Duration.ofMinutes(1)));
        assertThat(scene.billing.ask().books(Scene.ACCOUNT).get(0).of(Standing.UNSETTLED))
                .isEqualTo(Quantity.of("2"));
    }

    private void take(String quantity) {
        take("wksp_a", quantity);
    }

    private void take(String workspace, String quantity) {
        assertThat(scene.billing
                        .takeCharges()
                        .take(List.of(scene.charge(workspace, quantity, scene.now())), scene.now())
                        .get(0)
                        .get())
                .isEqualTo(Intake.TAKEN);
    }

    private void assertMetered(long units) {
        assertMetered(units, "0");
    }

    private void assertMetered(long units, String unsettled) {
        licenses.runAt(NINE.plus(Duration.ofMinutes(70)));
        licenses.runAt(NINE.plus(Duration.ofMinutes(130)));
        Books books = scene.billing.ask().books(Scene.ACCOUNT).get(0);
        assertThat(books.areBalanced()).isTrue();
        assertThat(books.of(Standing.UNSETTLED)).isEqualTo(Quantity.of(unsettled));
        scene.events().stream()
                .filter(RecordMade.class::isInstance)
                .map(RecordMade.class::cast)
                .filter(record -> record.content().quantity() > 0)
                .forEach(made::add);
        assertThat(made.stream()
                        .mapToLong(record -> record.content().quantity())
                        .sum())
                .isEqualTo(units);
    }
}
