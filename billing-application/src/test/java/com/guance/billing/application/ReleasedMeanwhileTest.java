package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.SubscriptionId;
import com.guance.billing.UserId;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.HeldRecords;
import com.guance.billing.metering.Quantity;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.subscription.MarketplaceCustomer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Units return while another node closes the last hour that could have billed them. */
class ReleasedMeanwhileTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");

    private final UnitOfWork shared = InMemoryBilling.create();
    private final Overtaken slow = new Overtaken(shared);
    private final Scene scene = new Scene(shared);
    private final CloudBilling slowNode = scene.under(slow, Policies.defaults());

    @Test
    @DisplayName("INV-7 SUB-6 END-8 what is released while the final hour is closed is not carried for ever: it is"
            + " unsettled")
    void notCarriedForEver() {
        scene.registerAccount();
        scene.register("wksp_shop", "us1");
        scene.clock.moveTo(NINE);
        scene.billing.takeCharges().take(List.of(scene.charge("wksp_shop", "7", NINE)), NINE);
        scene.aws.whenMetering(Misbehaviour.error(400, "InvalidUsageDimensionException"));
        runAt(NINE.plus(Duration.ofMinutes(10)));
        assertThat(books().of(Standing.HELD)).isEqualTo(Quantity.whole(7));

        slow.whenItWrites(call -> call.name().equals("Charges.giveBack"), this::endsAndIsClosed);
        slowNode.releaseRecords()
                .releaseAll(HeldRecords.of(scene.profile.product()), scene.by(new Actor.Staff(new UserId("staff"))))
                .get();
        runAt(NINE.plus(Duration.ofHours(3)));

        assertThat(books().of(Standing.CARRIED)).isEqualTo(Quantity.ZERO);
        assertThat(books().of(Standing.UNSETTLED)).isEqualTo(Quantity.whole(7));
        assertThat(books().areBalanced()).isTrue();
    }

    private void endsAndIsClosed() {
        scene.pass(Duration.ofMinutes(1));
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
        scene.billing
                .completeFinalRating()
                .complete(
                        new SubscriptionId(new MarketplaceCustomer.Legacy(
                                                scene.profile.product(), scene.aws.customerIdentifier(BUYER))
                                        .key()
                                + "#1"),
                        scene.byBillingCenter());
        runAt(scene.now());
    }

    private void runAt(Instant at) {
        scene.clock.moveTo(at);
        scene.billing.due().run(at);
    }

    private Books books() {
        return scene.billing.ask().books(scene.account).get(0);
    }
}
