package com.guance.billing.application;

import static com.guance.billing.subscription.Sign.Kind.ACTIVATED;
import static com.guance.billing.subscription.Sign.Kind.CANCELLED;
import static com.guance.billing.subscription.Sign.Kind.DEPROVISIONED;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.MeteringRecordEvent.RecordMade;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.driven.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An end is decided while another node, which still takes it to be undecided, closes its final hour. */
class DecidedMeanwhileTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");
    private static final Instant FREEZE = NINE.plus(Duration.ofMinutes(20));

    private final UnitOfWork shared = InMemoryBilling.create();
    private final Overtaken slow = new Overtaken(shared);
    private final Scene scene = new Scene(shared);
    private final Licenses licenses = new Licenses(scene);
    private final CloudBilling slowNode = scene.under(slow, Policies.defaults());

    @BeforeEach
    void usedSinceTheFreeze() {
        scene.claimAccount();
        licenses.license(1, ACTIVATED);
        scene.pass(Duration.ofMinutes(1));
        licenses.bound("wksp_a", 1);
        scene.clock.moveTo(FREEZE);
        take("1");
        licenses.license(1, DEPROVISIONED);
        scene.pass(Duration.ofMinutes(5));
        take("2");
        scene.billing.completeFinalRating().complete(licenses.subscription(1), scene.byBillingCenter());
    }

    @Test
    @DisplayName(
            "END-3 FIN-1 INV-7 the record of the final hour has nothing of what is after the freeze, whenever that is"
                    + " decided")
    void afterTheFreeze() {
        slow.whenItWrites(call -> call.name().equals("Charges.unsettle"), this::isDecided);
        slowNode.due().run(scene.now());
        licenses.runAt(scene.now().plus(Duration.ofMinutes(1)));

        assertThat(scene.events().stream()
                        .filter(RecordMade.class::isInstance)
                        .map(made -> ((RecordMade) made).content().quantity()))
                .containsExactly(1L);
        assertThat(scene.billing.ask().books(scene.account)).allMatch(Books::areBalanced);
    }

    private void isDecided() {
        scene.pass(Duration.ofSeconds(1));
        licenses.ended(1, CANCELLED);
    }

    private void take(String quantity) {
        scene.billing.takeCharges().take(List.of(scene.charge("wksp_a", quantity, scene.now())), scene.now());
    }
}
