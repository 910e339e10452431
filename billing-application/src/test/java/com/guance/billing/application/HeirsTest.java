package com.guance.billing.application;

import static com.guance.billing.subscription.Sign.Kind.ACTIVATED;
import static com.guance.billing.subscription.Sign.Kind.CANCELLED;
import static com.guance.billing.subscription.Sign.Kind.DEPROVISIONED;
import static com.guance.billing.subscription.Sign.Kind.ENDED;
import static com.guance.billing.subscription.Sign.Kind.SUPERSEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.Intake;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.MeteringRecordEvent.RecordMade;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordId;
import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.Sign;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who has what a subscription of several leaves behind. */
class HeirsTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");
    private static final Instant END = NINE.plus(Duration.ofMinutes(20));

    private final Licenses licenses = Licenses.ofClaimedAccount();
    private final Scene scene = licenses.scene();
    private final List<RecordMade> made = new ArrayList<>();

    @BeforeEach
    void oneWorkspaceOfLicenseOne() {
        licenses.license(1, ACTIVATED);
        scene.pass(Duration.ofMinutes(1));
        licenses.bound("wksp_a", 1);
        scene.clock.moveTo(END);
    }

    @Test
    @DisplayName("MET-7 END-5 what is not metered when the end is final goes to whoever took the workspaces over")
    void chargesGoToTheTaker() {
        licenses.license(2, ACTIVATED);
        take(scene.charge("wksp_a", "3.5", END));
        over();

        licenses.runAt(NINE.plus(Duration.ofMinutes(70)));

        assertThat(records()).containsExactly(licenses.subscription(2) + " 3");
        assertThat(carried(2)).isEqualTo("0.5");
        assertBalanced();
    }

    @Test
    @DisplayName("MET-7 remainders move with the workspaces, and are not forfeited: charged later, they become whole")
    void remaindersMove() {
        licenses.license(2, ACTIVATED);
        take(scene.charge("wksp_a", "3.5", END));
        licenses.ended(1, CANCELLED);
        licenses.runAt(END.plus(Duration.ofMinutes(30)));
        assertThat(records()).containsExactly(licenses.subscription(1) + " 3");
        take(scene.charge("wksp_a", "0.5", scene.now()));

        licenses.runAt(NINE.plus(Duration.ofMinutes(70)));

        assertThat(records()).containsExactly(licenses.subscription(1) + " 3", licenses.subscription(2) + " 1");
        assertThat(books().of(Standing.FORFEITED)).isEqualTo(Quantity.ZERO);
        assertBalanced();
    }

    @Test
    @DisplayName("END-5 FIN-1 remainders wait for a successor that is awaited, and are forfeited when none has come")
    void remaindersWait() {
        take(scene.charge("wksp_a", "3.5", END));
        licenses.ended(1, SUPERSEDED);
        licenses.runAt(END.plus(Duration.ofMinutes(30)));
        licenses.runAt(END.plus(Duration.ofHours(24)).minusNanos(1));
        assertThat(books().of(Standing.CARRIED)).isEqualTo(Quantity.of("0.5"));

        licenses.runAt(END.plus(Duration.ofHours(24)));

        assertThat(books().of(Standing.FORFEITED)).isEqualTo(Quantity.of("0.5"));
        assertBalanced();
    }

    @Test
    @DisplayName("END-3 FIN-1 remainders wait for a status that is undecided, though the final hour is rated")
    void remaindersWaitForTheStatus() {
        take(scene.charge("wksp_a", "3.5", END));
        licenses.license(1, DEPROVISIONED);
        scene.billing.completeFinalRating().complete(licenses.subscription(1), scene.byBillingCenter());
        licenses.runAt(END.plus(Duration.ofMinutes(10)));
        assertThat(records()).containsExactly(licenses.subscription(1) + " 3");
        assertThat(books().of(Standing.CARRIED)).isEqualTo(Quantity.of("0.5"));

        licenses.ended(1, SUPERSEDED);
        licenses.license(2, ACTIVATED);
        licenses.runAt(NINE.plus(Duration.ofMinutes(70)));

        assertThat(books().of(Standing.FORFEITED)).isEqualTo(Quantity.ZERO);
        assertThat(carried(2)).isEqualTo("0.5");
        assertBalanced();
    }

    @Test
    @DisplayName("END-5 MET-7 what came too late for the ended one goes to the successor when that is active")
    void theSuccessorHasIt() {
        take(scene.charge("wksp_a", "3.5", END));
        licenses.ended(1, SUPERSEDED);
        licenses.runAt(END.plus(Duration.ofMinutes(30)));
        take(scene.charge("wksp_a", "2", END));
        licenses.runAt(END.plus(Duration.ofMinutes(40)));
        licenses.license(2, ACTIVATED);

        licenses.runAt(NINE.plus(Duration.ofMinutes(70)));
        assertThat(records()).as("none is dated before the activation").hasSize(1);
        licenses.runAt(NINE.plus(Duration.ofMinutes(130)));

        assertThat(records()).containsExactly(licenses.subscription(1) + " 3", licenses.subscription(2) + " 2");
        assertThat(carried(2)).isEqualTo("0.5");
        assertThat(take(scene.charge("wksp_a", "1", END))).containsExactly(Intake.TAKEN);
        assertBalanced();
    }

    @Test
    @DisplayName("MET-2 MET-7 END-5 usage between a renewal and its receipt, taken as unsettled, goes to the successor")
    void beforeTheReceipt() {
        licenses.ended(1, SUPERSEDED);
        scene.pass(Duration.ofMinutes(10));
        Sign activated = new Sign(ACTIVATED, scene.now());
        assertThat(take(scene.charge("wksp_a", "1", scene.now()))).containsExactly(Intake.TAKEN_UNSETTLED);
        scene.pass(Duration.ofMinutes(10));
        assertThat(take(scene.charge("wksp_a", "2", scene.now()))).containsExactly(Intake.TAKEN_UNSETTLED);
        licenses.hear(licenses.ofLicense(2, activated));
        licenses.runAt(NINE.plus(Duration.ofMinutes(70)));

        assertThat(records()).containsExactly(licenses.subscription(2) + " 2");
        assertBalanced();
    }

    @Test
    @DisplayName(
            "MET-2 END-5 usage after the freeze, taken through the ended one, belongs to the taker from the freeze on")
    void takenOverBeforeTheReceipt() {
        licenses.license(2, ACTIVATED);
        scene.pass(Duration.ofMinutes(5));
        Sign end = new Sign(CANCELLED, scene.now());
        scene.pass(Duration.ofMinutes(5));
        take(scene.charge("wksp_a", "1", end.ownTime()), scene.charge("wksp_a", "2", scene.now()));
        licenses.hear(new Fact.OfAgreement(Licenses.id(1), Option.some(end), Option.none()));

        licenses.runAt(NINE.plus(Duration.ofMinutes(70)));

        assertThat(records()).containsExactly(licenses.subscription(1) + " 1", licenses.subscription(2) + " 2");
        assertBalanced();
    }

    @Test
    @DisplayName(
            "MET-4 a workspace that leaves a living subscription gives it its remainder, billed as other when whole")
    void leaving() {
        licenses.bound("wksp_b", 1);
        scene.pass(Duration.ofMinutes(1));
        take(scene.charge("wksp_a", "1.75", scene.now()), scene.charge("wksp_b", "1.5", scene.now()));
        licenses.runAt(NINE.plus(Duration.ofMinutes(70)));
        scene.billing.dissolveWorkspace().dissolve(new WorkspaceId("wksp_a"), scene.byOwner());
        scene.billing.dissolveWorkspace().dissolve(new WorkspaceId("wksp_b"), scene.byOwner());
        licenses.bound("wksp_c", 1);
        scene.pass(Duration.ofMinutes(1));
        take(scene.charge("wksp_c", "1.5", scene.now()));

        licenses.runAt(NINE.plus(Duration.ofMinutes(130)));

        RecordMade last = made().get(1);
        assertThat(last.content().quantity()).isEqualTo(2);
        assertThat(last.content().units().other()).isEqualTo(1);
        assertThat(last.content().shown())
                .extracting(part -> part.tags().get(0).value(), part -> part.units())
                .containsExactly(tuple("wksp_c", 1L), tuple("other", 1L));
        assertThat(books().of(Standing.CARRIED)).isEqualTo(Quantity.of("0.75"));
        assertBalanced();
    }

    @Test
    @DisplayName("MET-7 what comes later than policy is unsettled; to the instant")
    void tooLate() {
        Charge late = scene.charge("wksp_a", "3", END);
        scene.clock.moveTo(END.minusNanos(1).plus(Duration.ofDays(90)));
        assertThat(take(late)).containsExactly(Intake.TAKEN);
        scene.pass(Duration.ofNanos(1));
        assertThat(take(scene.charge("wksp_a", "4", END))).containsExactly(Intake.TAKEN_UNSETTLED);
    }

    private void over() {
        licenses.ended(1, ENDED);
    }

    private List<Intake> take(Charge... charges) {
        return scene.billing.takeCharges().take(List.of(charges), scene.now()).stream()
                .map(Either::get)
                .toList();
    }

    private List<RecordMade> made() {
        scene.events().stream()
                .filter(RecordMade.class::isInstance)
                .map(RecordMade.class::cast)
                .forEach(made::add);
        return made;
    }

    private List<String> records() {
        return made().stream()
                .filter(record -> record.content().quantity() > 0)
                .map(record ->
                        record.billed().subscription() + " " + record.content().quantity())
                .toList();
    }

    private String carried(int license) {
        SubscriptionId subscription = licenses.subscription(license);
        RecordId next = new RecordId(
                new Meter(licenses.customer(license), Scene.UNITS),
                MeteringHour.of(scene.now()).next());
        return scene.store
                .<Quantity, Void>inTransaction(
                        stores -> Either.left(stores.charges().gather(next, subscription).shares().stream()
                                .map(share -> share.carried())
                                .reduce(Quantity.ZERO, Quantity::plus)))
                .getLeft()
                .toString();
    }

    private void assertBalanced() {
        assertThat(books().areBalanced()).isTrue();
    }

    private Books books() {
        return scene.billing.ask().books(Scene.ACCOUNT).get(0);
    }
}
