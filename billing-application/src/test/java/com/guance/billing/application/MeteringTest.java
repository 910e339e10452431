package com.guance.billing.application;

import static com.guance.billing.application.Scene.ACCOUNT;
import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.metering.Intake.TAKEN;
import static com.guance.billing.metering.Intake.TAKEN_BEFORE;
import static com.guance.billing.metering.Intake.TAKEN_UNSETTLED;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.WorkspaceId;
import com.guance.billing.cloudaccount.CloudAccountEvent.ChargesUnsettled;
import com.guance.billing.inmemory.marketplace.BilledUsage;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.ChargeRefusal;
import com.guance.billing.metering.Intake;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.UsagePeriod;
import com.guance.billing.ports.driving.RunDue.Done;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MeteringTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");

    private final Scene scene = Scene.withRegisteredAccount();

    @BeforeEach
    void twoWorkspaces() {
        scene.register("wksp_a", "us1");
        scene.register("wksp_b", "eu1");
        scene.clock.moveTo(NINE);
    }

    @Test
    @DisplayName("MET-1 one key is taken once; with other content it is refused; in one batch and in two")
    void keys() {
        Charge charge = scene.charge("wksp_a", "1.5", NINE);
        Charge other = new Charge(
                charge.key(), charge.workspace(), new Charge.Usage(Scene.UNITS, Quantity.of("1.6")), charge.period());
        Either<ChargeRefusal, Intake> conflict = Either.left(new ChargeRefusal.ConflictingCharge(charge.key()));
        assertThat(take(charge, charge, other))
                .containsExactly(Either.right(TAKEN), Either.right(TAKEN_BEFORE), conflict);
        assertThat(take(charge, other)).containsExactly(Either.right(TAKEN_BEFORE), conflict);
        assertThat(books().charged()).isEqualTo(Quantity.of("1.5"));
    }

    @Test
    @DisplayName("MET-1 a key that was taken tells so, even with what would be refused; what was refused takes no key")
    void keysOfTheRefused() {
        Charge charge = scene.charge("wksp_a", "1.5", NINE);
        Charge nobodys = new Charge(charge.key(), new WorkspaceId("nobody"), charge.usage(), charge.period());
        Either<ChargeRefusal, Intake> conflict = Either.left(new ChargeRefusal.ConflictingCharge(charge.key()));
        assertThat(take(nobodys, charge, nobodys, charge))
                .containsExactly(
                        Either.left(new ChargeRefusal.NeverBound(nobodys.workspace())),
                        Either.right(TAKEN),
                        conflict,
                        Either.right(TAKEN_BEFORE));
        assertThat(take(nobodys)).containsExactly(conflict);
        assertThat(take(nobodys, charge)).containsExactly(conflict, Either.right(TAKEN_BEFORE));
        assertThat(books().charged()).isEqualTo(Quantity.of("1.5"));
    }

    @Test
    @DisplayName("MET-1 END-8 unsettled charges that come again are told of once")
    void unsettledOnce() {
        scene.aws.cancel(BUYER);
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(61)));
        scene.deliverNotices();
        Charge charge = scene.charge("wksp_a", "1", NINE);
        assertThat(take(charge)).containsExactly(Either.right(TAKEN_UNSETTLED));
        assertThat(scene.events()).hasAtLeastOneElementOfType(ChargesUnsettled.class);
        assertThat(take(charge)).containsExactly(Either.right(TAKEN_BEFORE));
        assertThat(scene.events()).isEmpty();
    }

    @Test
    @DisplayName("MET-1 later than 5 minutes from now is refused, with the limit as data")
    void future() {
        Instant limit = NINE.plus(Duration.ofMinutes(5));
        assertThat(take(scene.charge("wksp_a", "1", limit), scene.charge("wksp_a", "1", limit.plusSeconds(1))))
                .containsExactly(Either.right(TAKEN), Either.left(new ChargeRefusal.ChargeInFuture(limit)));
    }

    @Test
    @DisplayName(
            "MET-2 the payer at the charge's instant gets it: Billing Center not taken, nobody unsettled, across refused")
    void payers() {
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
        scene.clock.moveTo(NINE.plus(Duration.ofHours(1)));
        scene.billing.changeSettlement().byBillingCenter(new WorkspaceId("wksp_a"), scene.byOwner());
        scene.clock.moveTo(NINE.plus(Duration.ofHours(2)));
        Charge across = new Charge(
                "across",
                new WorkspaceId("wksp_a"),
                new Charge.Usage(Scene.UNITS, Quantity.whole(1)),
                new UsagePeriod(NINE.minusSeconds(1), NINE.plusSeconds(1)));
        assertThat(take(
                        scene.charge("wksp_a", "1", NINE),
                        scene.charge("wksp_a", "2", NINE.plusSeconds(60)),
                        scene.charge("wksp_a", "3", scene.now()),
                        across,
                        scene.charge("nobody", "1", NINE)))
                .containsExactly(
                        Either.right(TAKEN),
                        Either.right(TAKEN_UNSETTLED),
                        Either.left(new ChargeRefusal.BillingCenterPays()),
                        Either.left(new ChargeRefusal.StraddlesPayers(List.of(NINE))),
                        Either.left(new ChargeRefusal.NeverBound(new WorkspaceId("nobody"))));
        assertThat(books().of(Standing.UNSETTLED)).isEqualTo(Quantity.whole(2));
    }

    @Test
    @DisplayName("END-8 MET-2 usage before the end that comes when the end is final is taken as unsettled")
    void tooLateToMeter() {
        scene.aws.cancel(BUYER);
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(61)));
        scene.deliverNotices();
        assertThat(take(scene.charge("wksp_a", "1", NINE))).containsExactly(Either.right(TAKEN_UNSETTLED));
        assertThat(books().areBalanced()).isTrue();
    }

    @Test
    @DisplayName("MET-3 MET-4 MET-5 an hour of two workspaces is one record of whole units, dated at the activation")
    void oneRecord() {
        take(scene.charge("wksp_a", "10.4", NINE), scene.charge("wksp_b", "5.35", NINE));
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(10)).minusMillis(1));
        assertThat(run()).isEqualTo(new Done(0, 0, 0, 0));
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(10)));
        assertThat(run()).isEqualTo(new Done(0, 0, 1, 1));
        BilledUsage billed = scene.aws.billed().get(0);
        assertThat(billed.quantity()).isEqualTo(15);
        assertThat(billed.timestamp()).isEqualTo(Scene.START);
        assertThat(billed.shares()).hasSize(2);
        assertThat(books().of(Standing.ACCEPTED)).isEqualTo(Quantity.whole(15));
        assertThat(books().of(Standing.CARRIED)).isEqualTo(Quantity.of("0.75"));
        assertThat(books().areBalanced()).isTrue();
    }

    @Test
    @DisplayName("MET-4 fractions are carried to the next hours, until they are whole")
    void carried() {
        for (int hour = 0; hour < 3; hour++) {
            scene.clock.moveTo(NINE.plus(Duration.ofHours(hour)));
            take(scene.charge("wksp_a", "0.4", scene.now()));
            scene.pass(Duration.ofMinutes(10));
            run();
        }
        assertThat(scene.aws.billed())
                .singleElement()
                .satisfies(usage -> assertThat(usage.quantity()).isEqualTo(1));
        assertThat(books().of(Standing.CARRIED)).isEqualTo(Quantity.of("0.2"));
        assertThat(books().areBalanced()).isTrue();
    }

    @Test
    @DisplayName("MET-7 a charge for an hour already closed goes into the next record still open")
    void late() {
        take(scene.charge("wksp_a", "1", NINE));
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(10)));
        run();
        take(scene.charge("wksp_a", "2", NINE));
        assertThat(run()).isEqualTo(new Done(0, 0, 0, 0));
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(70)));
        assertThat(run()).isEqualTo(new Done(0, 0, 1, 1));
        assertThat(scene.aws.billed()).extracting(BilledUsage::quantity).containsExactly(1L, 2L);
        assertThat(scene.aws.billed().get(1).hour().start()).isEqualTo(NINE);
    }

    @Test
    @DisplayName("MET-3 hours that were missed are closed one by one, oldest first")
    void missedHours() {
        take(scene.charge("wksp_a", "1", NINE), scene.charge("wksp_b", "4", NINE.minusSeconds(1)));
        scene.clock.moveTo(NINE.plus(Duration.ofHours(2)));
        take(scene.charge("wksp_a", "2", NINE.plusSeconds(60)), scene.charge("wksp_a", "3", scene.now()));
        scene.clock.moveTo(NINE.plus(Duration.ofHours(5)));
        assertThat(run()).isEqualTo(new Done(0, 0, 3, 3));
        assertThat(scene.aws.billed()).extracting(BilledUsage::quantity).containsExactly(5L, 2L, 3L);
    }

    @Test
    @DisplayName("FIN-2 usage before the end is metered inside the final hour")
    void finalHour() {
        Instant end = NINE.plus(Duration.ofMinutes(50));
        scene.clock.moveTo(end);
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
        take(scene.charge("wksp_a", "7", end));
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(80)));
        assertThat(run().submitted()).isEqualTo(1);
        assertThat(scene.aws.billed()).extracting(BilledUsage::quantity).containsExactly(7L);
    }

    private List<Either<ChargeRefusal, Intake>> take(Charge... charges) {
        return scene.billing.takeCharges().take(List.of(charges), scene.now());
    }

    private Done run() {
        return scene.billing.due().run(scene.now());
    }

    private Books books() {
        return scene.billing.ask().books(ACCOUNT).get(0);
    }
}
