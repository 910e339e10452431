package com.guance.billing.application;

import static com.guance.billing.application.Scene.ACCOUNT;
import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.subscription.Sign.Kind.ACTIVATED;
import static com.guance.billing.subscription.Sign.Kind.CANCELLED;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.UserId;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.HeldRecords;
import com.guance.billing.metering.Quantity;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Sign;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is left in the legacy form goes to a license while another node closes the last hour of that. */
class MovedMeanwhileTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    private final UnitOfWork shared = InMemoryBilling.create();
    private final Overtaken slow = new Overtaken(shared);
    private final Scene scene = new Scene(shared, MarketplaceProfile.aws("prod").movingToLicenses(NOON));
    private final Licenses licenses = new Licenses(scene);
    private final CloudBilling slowNode = scene.under(slow, Policies.defaults());

    @Test
    @DisplayName(
            "INV-7 SUB-10 END-8 whole units that move to a license while its final hour is closed are not carried for"
                    + " ever")
    void notCarriedForEver() {
        scene.registerAccount();
        scene.register("wksp_a", "us1");
        scene.clock.moveTo(NINE);
        scene.billing.takeCharges().take(List.of(scene.charge("wksp_a", "7", NINE)), NINE);
        scene.aws.whenMetering(Misbehaviour.error(400, "InvalidUsageDimensionException"));
        licenses.runAt(NINE.plus(Duration.ofMinutes(10)));
        licenses.license(1, ACTIVATED);
        scene.clock.moveTo(NOON.plus(Duration.ofMinutes(70)));
        assertThat(scene.billing
                        .releaseRecords()
                        .releaseAll(
                                HeldRecords.of(scene.profile.product()),
                                scene.by(new Actor.Staff(new UserId("staff")))))
                .isEqualTo(Either.right(1));

        slow.whenItWrites(call -> call.name().equals("Charges.handOver"), this::theLicenseEndsAndIsClosed);
        slowNode.due().run(scene.now());
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
        licenses.runAt(NOON.plus(Duration.ofHours(3)));
        licenses.runAt(NOON.plus(Duration.ofHours(4)));

        assertThat(standing(Standing.CARRIED)).isEqualTo(Quantity.ZERO);
        assertThat(standing(Standing.UNSETTLED)).isEqualTo(Quantity.whole(7));
    }

    private void theLicenseEndsAndIsClosed() {
        scene.pass(Duration.ofSeconds(1));
        licenses.hear(
                new Fact.OfAgreement(Licenses.id(1), Option.some(new Sign(CANCELLED, scene.now())), Option.none()));
        scene.billing.completeFinalRating().complete(licenses.subscription(1), scene.byBillingCenter());
        scene.pass(Duration.ofSeconds(1));
        scene.billing.due().run(scene.now());
    }

    private Quantity standing(Standing where) {
        List<Books> books = scene.billing.ask().books(ACCOUNT);
        assertThat(books).allMatch(Books::areBalanced);
        return books.stream().map(one -> one.of(where)).reduce(Quantity.ZERO, Quantity::plus);
    }
}
