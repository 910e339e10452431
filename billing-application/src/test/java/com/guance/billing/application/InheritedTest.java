package com.guance.billing.application;

import static com.guance.billing.subscription.Sign.Kind.ACTIVATED;
import static com.guance.billing.subscription.Sign.Kind.CANCELLED;
import static com.guance.billing.subscription.Sign.Kind.DEPROVISIONED;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.Request;
import com.guance.billing.UserId;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.HeldRecords;
import com.guance.billing.metering.MeteringRecordEvent.RecordMade;
import com.guance.billing.metering.Quantity;
import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.Sign;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who has what the marketplace did not bill of a subscription that has ended. */
class InheritedTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");
    private static final Instant END = NINE.plus(Duration.ofMinutes(20));

    private final Licenses licenses = Licenses.ofClaimedAccount();
    private final Scene scene = licenses.scene();

    @BeforeEach
    void aHeldRecordOfSevenUnits() {
        licenses.license(1, ACTIVATED);
        scene.pass(Duration.ofMinutes(1));
        licenses.bound("wksp_a", 1);
        scene.clock.moveTo(NINE);
        scene.billing.takeCharges().take(List.of(scene.charge("wksp_a", "7.5", NINE)), NINE);
        scene.aws.whenMetering(Misbehaviour.error(400, "InvalidUsageDimensionException"));
        licenses.runAt(NINE.plus(Duration.ofMinutes(10)));
        assertThat(standing(Standing.HELD)).isEqualTo(Quantity.whole(7));
        scene.clock.moveTo(END);
    }

    @Test
    @DisplayName("MET-7 SUB-6 END-5 what is released after the end goes to whoever took the workspaces over")
    void theHeirHasIt() {
        licenses.license(2, ACTIVATED);
        licenses.ended(1, CANCELLED);
        licenses.runAt(END.plus(Duration.ofMinutes(30)));
        release();
        assertThat(standing(Standing.WAITING)).isEqualTo(Quantity.whole(7));
        assertThat(standing(Standing.CARRIED)).isEqualTo(Quantity.of("0.5"));

        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(70)));
        assertThat(scene.billing.due().run(scene.now()).closed()).isOne();
        assertThat(made()).containsExactly(licenses.customer(2) + " 7");
        usageOfTheHeir();

        assertThat(made()).containsExactly(licenses.customer(2) + " 1");
    }

    @Test
    @DisplayName(
            "MET-7 FIN-1 released while the final hour is open, it goes into its record, and only the fraction to the heir")
    void whileTheFinalHourIsOpen() {
        licenses.license(2, ACTIVATED);
        licenses.ended(1, CANCELLED);
        release();
        licenses.runAt(END.plus(Duration.ofMinutes(30)));
        assertThat(standing(Standing.CARRIED)).isEqualTo(Quantity.of("0.5"));

        usageOfTheHeir();

        assertThat(made()).containsExactly(licenses.customer(1) + " 7", licenses.customer(2) + " 1");
        assertThat(standing(Standing.FORFEITED)).isEqualTo(Quantity.ZERO);
    }

    @Test
    @DisplayName(
            "MET-7 SUB-6 END-5 what is released between the end and its final hour's closing waits for no usage of the taker")
    void releasedToTheTaker() {
        licenses.license(2, ACTIVATED);
        licenses.ended(1, CANCELLED);
        assertThat(scene.workspace("wksp_a").bindings().inForce()).containsExactly(licenses.through(2));
        release();

        licenses.runAt(NINE.plus(Duration.ofMinutes(190)));

        assertThat(made()).containsExactly(licenses.customer(1) + " 7");
        assertThat(standing(Standing.UNSETTLED)).isEqualTo(Quantity.ZERO);
        licenses.runAt(NINE.plus(Duration.ofHours(40)));
        assertThat(standing(Standing.CARRIED)).isEqualTo(Quantity.of("0.5"));
    }

    @Test
    @DisplayName(
            "MET-7 SUB-6 SUB-8 what returns to a subscription that lives is in the next hour's record, though nothing was used")
    void nothingElseWasUsed() {
        release();
        licenses.runAt(NINE.plus(Duration.ofMinutes(69)));
        assertThat(made()).isEmpty();

        licenses.runAt(NINE.plus(Duration.ofMinutes(70)));

        assertThat(made()).containsExactly(licenses.customer(1) + " 7");
        assertThat(standing(Standing.CARRIED)).isEqualTo(Quantity.of("0.5"));
        licenses.runAt(NINE.plus(Duration.ofMinutes(130)));
        assertThat(made()).isEmpty();
    }

    @Test
    @DisplayName(
            "MET-4 FIN-1 END-8 what returns when the final hour has its record already is unsettled, and only the fraction forfeited")
    void returnedTooLateForTheFinalHour() {
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(50)));
        scene.billing.takeCharges().take(List.of(scene.charge("wksp_a", "2.125", scene.now())), scene.now());
        Sign end = new Sign(CANCELLED, scene.now());
        licenses.runAt(NINE.plus(Duration.ofMinutes(70)));
        scene.billing.releaseRecords().releaseAll(HeldRecords.of(scene.profile.product()), staff());

        licenses.hear(new Fact.OfAgreement(Licenses.id(1), Option.some(end), Option.none()));
        licenses.runAt(NINE.plus(Duration.ofMinutes(90)));

        assertThat(standing(Standing.UNSETTLED)).isEqualTo(Quantity.whole(9));
        assertThat(standing(Standing.FORFEITED)).isEqualTo(Quantity.of("0.625"));
    }

    @Test
    @DisplayName("END-8 SUB-6 where nobody took over, it is unsettled")
    void nobodyHasIt() {
        licenses.ended(1, CANCELLED);
        licenses.runAt(END.plus(Duration.ofMinutes(30)));
        release();

        assertThat(standing(Standing.UNSETTLED)).isEqualTo(Quantity.whole(7));
    }

    @Test
    @DisplayName(
            "MET-7 END-6 END-8 who was away when the end was heard, and has returned since, has nothing of what was before")
    void awayThen() {
        licenses.license(2, ACTIVATED);
        scene.pass(Duration.ofMinutes(1));
        licenses.license(2, DEPROVISIONED);
        scene.pass(Duration.ofMinutes(1));
        licenses.ended(1, CANCELLED);
        assertThat(scene.workspace("wksp_a").isLocked()).isTrue();
        scene.pass(Duration.ofMinutes(1));
        licenses.license(2, ACTIVATED);
        licenses.runAt(END.plus(Duration.ofMinutes(40)));
        release();

        assertThat(standing(Standing.FORFEITED)).isEqualTo(Quantity.of("0.5"));
        assertThat(standing(Standing.UNSETTLED)).isEqualTo(Quantity.whole(7));
    }

    @Test
    @DisplayName("MET-7 END-5 who took over, and was away since, has it when it has returned")
    void awaySince() {
        licenses.license(2, ACTIVATED);
        licenses.ended(1, CANCELLED);
        scene.pass(Duration.ofMinutes(1));
        licenses.license(2, DEPROVISIONED);
        scene.pass(Duration.ofMinutes(1));
        licenses.license(2, ACTIVATED);
        licenses.runAt(END.plus(Duration.ofMinutes(40)));
        release();

        assertThat(standing(Standing.WAITING)).isEqualTo(Quantity.whole(7));
        assertThat(standing(Standing.CARRIED)).isEqualTo(Quantity.of("0.5"));
    }

    private void usageOfTheHeir() {
        scene.clock.moveTo(NINE.plus(Duration.ofHours(2)));
        scene.billing.takeCharges().take(List.of(scene.charge("wksp_a", "0.5", scene.now())), scene.now());
        licenses.runAt(NINE.plus(Duration.ofMinutes(130)));
    }

    private void release() {
        assertThat(scene.billing.releaseRecords().releaseAll(HeldRecords.of(scene.profile.product()), staff()))
                .isEqualTo(Either.right(1));
    }

    private Request staff() {
        return scene.by(new Actor.Staff(new UserId("staff")));
    }

    private List<String> made() {
        return scene.events().stream()
                .filter(RecordMade.class::isInstance)
                .map(RecordMade.class::cast)
                .filter(made -> made.at().isAfter(END))
                .filter(made -> made.content().quantity() > 0)
                .map(made ->
                        made.record().meter().customer() + " " + made.content().quantity())
                .toList();
    }

    private Quantity standing(Standing where) {
        List<Books> books = scene.billing.ask().books(scene.account);
        assertThat(books).allMatch(Books::areBalanced);
        return books.get(0).of(where);
    }
}
