package com.guance.billing.application;

import static com.guance.billing.subscription.Sign.Kind.ACTIVATED;
import static com.guance.billing.subscription.Sign.Kind.CANCELLED;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.UserId;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.HeldRecords;
import com.guance.billing.metering.Quantity;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Units are inherited while another node closes the last hour of the heir. */
class InheritedMeanwhileTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");
    private static final Instant END = NINE.plus(Duration.ofMinutes(20));

    private final Licenses licenses = Licenses.ofClaimedAccount();
    private final Scene scene = licenses.scene();
    private final Overtaken slow = new Overtaken(scene.store);
    private final CloudBilling slowNode = scene.under(slow, Policies.defaults());

    @Test
    @DisplayName(
            "INV-7 MET-7 END-8 what is released while the heir's final hour is closed is not carried for ever: it is"
                    + " unsettled")
    void notCarriedForEver() {
        licenses.license(1, ACTIVATED);
        scene.pass(Duration.ofMinutes(1));
        licenses.bound("wksp_a", 1);
        scene.clock.moveTo(NINE);
        scene.billing.takeCharges().take(List.of(scene.charge("wksp_a", "7", NINE)), NINE);
        scene.aws.whenMetering(Misbehaviour.error(400, "InvalidUsageDimensionException"));
        licenses.runAt(NINE.plus(Duration.ofMinutes(10)));
        scene.clock.moveTo(END);
        licenses.license(2, ACTIVATED);
        licenses.ended(1, CANCELLED);
        licenses.runAt(END.plus(Duration.ofMinutes(30)));
        assertThat(standing(Standing.HELD)).isEqualTo(Quantity.whole(7));

        slow.whenItWrites(call -> call.name().equals("Charges.giveBack"), this::theHeirEndsAndIsClosed);
        slowNode.releaseRecords()
                .releaseAll(HeldRecords.of(scene.profile.product()), scene.by(new Actor.Staff(new UserId("staff"))))
                .get();
        licenses.runAt(NINE.plus(Duration.ofHours(3)));

        assertThat(standing(Standing.CARRIED)).isEqualTo(Quantity.ZERO);
        assertThat(standing(Standing.UNSETTLED)).isEqualTo(Quantity.whole(7));
        assertThat(books().areBalanced()).isTrue();
    }

    @Test
    @DisplayName(
            "INV-7 MET-7 a remainder that is handed over while the heir's final hour is closed is not carried for ever")
    void noRemainderEither() {
        licenses.license(1, ACTIVATED);
        scene.pass(Duration.ofMinutes(1));
        licenses.bound("wksp_a", 1);
        licenses.license(2, ACTIVATED);
        scene.clock.moveTo(NINE);
        scene.billing.takeCharges().take(List.of(scene.charge("wksp_a", "3.5", NINE)), NINE);
        licenses.runAt(NINE.plus(Duration.ofMinutes(10)));
        scene.clock.moveTo(END);
        licenses.ended(1, CANCELLED);
        scene.billing.completeFinalRating().complete(licenses.subscription(1), scene.byBillingCenter());

        slow.whenItWrites(call -> call.name().equals("Charges.handOver"), this::onlyTheHeirIsClosed);
        slowNode.due().run(scene.now());
        licenses.runAt(NINE.plus(Duration.ofHours(3)));

        assertThat(standing(Standing.CARRIED)).isEqualTo(Quantity.ZERO);
        assertThat(standing(Standing.FORFEITED)).isEqualTo(Quantity.of("0.5"));
        assertThat(books().areBalanced()).isTrue();
    }

    private void theHeirEndsAndIsClosed() {
        scene.pass(Duration.ofMinutes(1));
        licenses.ended(2, CANCELLED);
        scene.billing.completeFinalRating().complete(licenses.subscription(2), scene.byBillingCenter());
        licenses.runAt(scene.now());
    }

    /** The other node has not come to the one that leaves it something yet. */
    private void onlyTheHeirIsClosed() {
        licenses.ended(2, CANCELLED);
        scene.store.<Void, Boolean>inTransaction(stores -> {
            Versioned<Subscription> heir = Option.of(stores.subscriptions()
                            .find(List.of(licenses.subscription(2)))
                            .get(licenses.subscription(2)))
                    .get();
            stores.subscriptions().save(Revision.of(heir, heir.aggregate().finalHourClosed(0, scene.byOwner())));
            return Either.right(true);
        });
    }

    private Quantity standing(Standing standing) {
        return books().of(standing);
    }

    private Books books() {
        return scene.billing.ask().books(Scene.ACCOUNT).get(0);
    }
}
