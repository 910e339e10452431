package com.guance.billing.application;

import static com.guance.billing.application.Scene.ACCOUNT;
import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.UNITS;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.policy.EndMoment;
import com.guance.billing.policy.EndPolicy;
import com.guance.billing.policy.Policies;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Sign;
import com.guance.billing.workspace.SettlementEvent.WaitingEnded;
import com.guance.billing.workspace.WaitingEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A host for whom the final sign of an end counts: until then an ending subscription pays on (END-3). */
class FinalSignTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");
    private static final WorkspaceId OLD = new WorkspaceId("wksp_old");
    private static final WorkspaceId SHOP = new WorkspaceId("wksp_shop");

    private final Scene scene = Scene.withRegisteredAccount();
    private final CloudBilling patient =
            scene.under(Policies.defaults().withEnding(EndPolicy.defaults().withMoment(EndMoment.FINAL_SIGN)));

    @Test
    @DisplayName(
            "ARR-8 END-3 a failure to subscribe meanwhile withdraws what waits for the next life, and unbinds nothing")
    void failed() {
        waitsForTheNext();
        hear("failed", Sign.Kind.NOT_ACTIVATED, scene.now());
        assertWithdrawn();
        assertThat(scene.workspace("wksp_old").bindings().inForce().flatMap(method -> method.cloud()))
                .isNotEmpty();
        assertThat(patient.ask().lockState(OLD, scene.now()).get().isLocked()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName(
            "ARR-8 NOT-1 so does one between the first sign and the final one, heard before the latter or after it")
    void failedBeforeTheFinalSign(boolean late) {
        waitsForTheNext();
        Instant failed = scene.now();
        scene.pass(Duration.ofMinutes(10));
        if (late) {
            hear("final", Sign.Kind.ENDED, scene.now());
        }
        hear("failed", Sign.Kind.NOT_ACTIVATED, failed);
        if (!late) {
            hear("final", Sign.Kind.ENDED, scene.now());
        }
        assertWithdrawn();
    }

    @Test
    @DisplayName("SUB-6 SUB-8 MET-7 while it pays on, what was rejected goes into a later record of its")
    void returnsWhileItPaysOn() {
        scene.register("wksp_a", "us1");
        scene.clock.moveTo(NINE);
        take("7");
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(10)));
        scene.aws.whenMetering(Misbehaviour.error(400, "InvalidUsageDimensionException"));
        patient.due().run(scene.now());
        hear("ending", Sign.Kind.ENDING, scene.now());
        scene.pass(Duration.ofMinutes(10));
        RecordId record = new RecordId(
                new Meter(
                        new MarketplaceCustomer.Legacy(scene.profile.product(), scene.aws.customerIdentifier(BUYER)),
                        UNITS),
                MeteringHour.of(NINE.minusSeconds(1)));
        assertThat(patient.releaseRecords()
                        .release(record, scene.by(new Actor.Staff(new UserId("staff"))))
                        .get()
                        .status())
                .isEqualTo(RecordStatus.RETURNED);
        take("3");
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(50)));
        hear("final", Sign.Kind.ENDED, scene.now());
        patient.due().run(scene.now());
        Books books = patient.ask().books(ACCOUNT).get(0);
        assertThat(books.of(Standing.ACCEPTED)).isEqualTo(Quantity.of("10"));
        assertThat(books.areBalanced()).isTrue();
    }

    private void waitsForTheNext() {
        scene.register("wksp_old", "us1");
        scene.registerAtBillingCenter("wksp_shop", "us1");
        scene.pass(Duration.ofMinutes(10));
        hear("ending", Sign.Kind.ENDING, scene.now());
        scene.pass(Duration.ofMinutes(10));
        scene.claimAccount();
        patient.changeSettlement().through(SHOP, scene.account, scene.byOwner()).get();
        assertThat(scene.workspace("wksp_shop").waiting()).isNotEmpty();
        scene.pass(Duration.ofMinutes(1));
    }

    private void assertWithdrawn() {
        assertThat(scene.workspace("wksp_shop").waiting()).isEmpty();
        assertThat(scene.events().stream()
                        .filter(WaitingEnded.class::isInstance)
                        .map(event -> ((WaitingEnded) event).why()))
                .containsExactly(WaitingEnd.SUBSCRIPTION_FAILED);
    }

    private void take(String quantity) {
        patient.takeCharges().take(List.of(scene.charge("wksp_a", quantity, scene.now())), scene.now());
    }

    private void hear(String id, Sign.Kind kind, Instant ownTime) {
        patient.receiveNotice().receive(scene.notice(id, scene.aws.customerIdentifier(BUYER), new Sign(kind, ownTime)));
    }
}
