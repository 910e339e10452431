package com.guance.billing.application;

import static com.guance.billing.application.Scene.ACCOUNT;
import static com.guance.billing.application.Scene.BUYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.inmemory.marketplace.BilledUsage;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Quantity;
import com.guance.billing.policy.SubmittingPolicy;
import com.guance.billing.ports.driving.RunDue.Done;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import com.guance.billing.ports.faults.MarketplaceUnreachable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A call that was never sent leaves its records as they were. */
class NeverSentTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");
    private static final Duration BACKED_OFF =
            SubmittingPolicy.defaults().retries().first();

    private final Scene scene = Scene.withRegisteredAccount();

    @BeforeEach
    void anHourOfSevenUnits() {
        scene.register("wksp_a", "us1");
        scene.clock.moveTo(NINE);
        scene.billing.takeCharges().take(List.of(scene.charge("wksp_a", "7", NINE)), scene.now());
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(10)));
    }

    @Test
    @DisplayName("SUB-1 SUB-7 a call that was never sent: owed as before, backed off, billed once afterwards")
    void owedAsBefore() {
        scene.aws.whenMetering(Misbehaviour.refuseConnection());
        assertThatThrownBy(this::run).isInstanceOf(MarketplaceUnreachable.class);
        assertThat(books().of(Standing.WAITING)).isEqualTo(Quantity.whole(7));
        assertThat(run()).isEqualTo(new Done(0, 0, 0, 0));

        scene.pass(BACKED_OFF);

        assertThat(run()).isEqualTo(new Done(0, 0, 0, 1));
        assertThat(scene.aws.billed()).extracting(BilledUsage::quantity).containsExactly(7L);
        assertThat(books().of(Standing.ACCEPTED)).isEqualTo(Quantity.whole(7));
    }

    @Test
    @DisplayName("SUB-1 SUB-5 a call that was never sent and then not subscribed: certainly not billed, no dispute")
    void neverInDoubt() {
        scene.aws.whenMetering(Misbehaviour.refuseConnection());
        assertThatThrownBy(this::run).isInstanceOf(MarketplaceUnreachable.class);
        scene.aws.suspend(BUYER);
        scene.pass(BACKED_OFF);

        assertThat(run().submitted()).isEqualTo(1);

        assertThat(books().of(Standing.DISPUTED)).isEqualTo(Quantity.ZERO);
        assertThat(books().areBalanced()).isTrue();
    }

    @Test
    @DisplayName("SUB-1 SUB-11 an earlier attempt that stayed unanswered stays so when a later one was never sent")
    void stillInDoubt() {
        scene.aws.whenMetering(Misbehaviour.acceptThenDrop(), Misbehaviour.refuseConnection());
        assertThatThrownBy(this::run).isInstanceOf(MarketplaceUnavailable.class);
        scene.pass(BACKED_OFF);
        assertThatThrownBy(this::run).isInstanceOf(MarketplaceUnreachable.class);
        scene.aws.suspend(BUYER);
        scene.pass(BACKED_OFF.multipliedBy(2));

        assertThat(run().submitted()).isEqualTo(1);

        assertThat(books().of(Standing.DISPUTED)).isEqualTo(Quantity.whole(7));
        assertThat(books().areBalanced()).isTrue();
    }

    private Done run() {
        return scene.billing.due().run(scene.now());
    }

    private Books books() {
        return scene.billing.ask().books(ACCOUNT).get(0);
    }
}
