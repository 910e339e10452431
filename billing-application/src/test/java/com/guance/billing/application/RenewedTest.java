package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.UNITS;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.inmemory.marketplace.BilledUsage;
import com.guance.billing.inmemory.marketplace.InMemoryMarketplace;
import com.guance.billing.inmemory.marketplace.ListedProduct;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Quantity;
import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.MarketplaceCustomer.Licensed;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.Sign.Kind;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** SUB-5, MET-7: a renewed agreement's last record may be denied, for its final hour is over: its units are its successor's. */
class RenewedTest {

    private static final Instant F = Instant.parse("2026-03-10T09:05:00Z");

    private final Licenses licenses = Licenses.ofClaimedAccount();
    private final Scene scene = licenses.scene();
    private final InMemoryMarketplace market = InMemoryMarketplace.selling(
            ListedProduct.global("prod", UNITS.name()).byLicense(), scene.clock);
    private final CloudBilling node = scene.selling(market.asPort(scene.profile));
    private final String old = market.agree(BUYER);

    @Test
    @DisplayName(
            "SUB-5 MET-7 the last record of a renewed agreement, first sent at F + 61 min: its units go to the successor")
    void toTheSuccessor() {
        usageUntilTheEnd();
        scene.clock.moveTo(F.plus(Duration.ofMinutes(5)));
        String next = renewed();
        madeButNotSent();
        runAt(F.plus(Duration.ofMinutes(61)));
        runAt(F.plus(Duration.ofMinutes(70)));

        assertThat(market.billed()).extracting(usage -> usage.hour().license()).containsOnly(id(next));
        assertThat(market.billed().stream().mapToLong(BilledUsage::quantity).sum())
                .isEqualTo(7);
        assertThat(books().of(Standing.UNSETTLED)).isEqualTo(Quantity.ZERO);
    }

    @Test
    @DisplayName("SUB-5 END-5 denied while the successor is awaited: its units wait for it")
    void waitsForTheSuccessor() {
        usageUntilTheEnd();
        madeButNotSent();
        runAt(F.plus(Duration.ofMinutes(61)));
        assertThat(books().of(Standing.UNSETTLED)).isEqualTo(Quantity.ZERO);
        assertThat(books().of(Standing.WAITING)).isEqualTo(Quantity.whole(7));

        scene.clock.moveTo(F.plus(Duration.ofHours(3)));
        String next = renewed();
        for (int hour = 4; hour < 7; hour++) {
            runAt(F.plus(Duration.ofHours(hour)));
        }

        assertThat(market.billed()).extracting(usage -> usage.hour().license()).containsOnly(id(next));
        assertThat(books().of(Standing.ACCEPTED)).isEqualTo(Quantity.whole(7));
    }

    @Test
    @DisplayName("SUB-5 END-8 where nobody follows in time they are unsettled")
    void nobodyFollows() {
        usageUntilTheEnd();
        madeButNotSent();
        runAt(F.plus(Duration.ofMinutes(61)));
        runAt(F.plus(Duration.ofHours(25)));

        assertThat(books().of(Standing.UNSETTLED)).isEqualTo(Quantity.whole(7));
    }

    private void usageUntilTheEnd() {
        licenses.hear(ofLicense(1, old, Kind.ACTIVATED));
        scene.pass(Duration.ofMinutes(1));
        scene.registerAtBillingCenter("wksp_a", "us1");
        scene.billing
                .changeSettlement()
                .through(
                        new WorkspaceId("wksp_a"),
                        scene.account,
                        new SubscriptionId(customer(old).key() + "#1"),
                        scene.byOwner())
                .get();
        scene.clock.moveTo(F.minusSeconds(600));
        scene.billing.takeCharges().take(List.of(scene.charge("wksp_a", "7", scene.now())), scene.now());
        scene.clock.moveTo(F);
        market.endAgreement(old);
        licenses.hear(new Fact.OfAgreement(Licenses.id(1), Option.some(new Sign(Kind.SUPERSEDED, F)), Option.none()));
        licenses.hear(ofLicense(1, old, Kind.DEPROVISIONED));
    }

    private String renewed() {
        String next = market.agree(BUYER);
        licenses.created(2, 1);
        licenses.hear(ofLicense(2, next, Kind.ACTIVATED));
        return next;
    }

    /** The record is made, and no call is permitted that would send it. */
    private void madeButNotSent() {
        Instant at = F.plus(Duration.ofMinutes(6));
        scene.store.inTransaction(stores -> Either.right(IntStream.range(0, 10)
                .filter(call -> stores.callPermits().take(scene.profile.callsCountedBy(), 10, at))
                .count()));
        runAt(at);
        assertThat(market.billed()).isEmpty();
    }

    private void runAt(Instant at) {
        scene.clock.moveTo(at);
        node.due().run(at);
    }

    private Fact ofLicense(int number, String arn, Kind kind) {
        return new Fact.OfLicense(Licenses.id(number), customer(arn), scene.account, new Sign(kind, scene.now()));
    }

    private Licensed customer(String arn) {
        return Licensed.of(scene.profile.product(), BUYER, arn);
    }

    private static String id(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    private Books books() {
        Books books = node.ask().books(scene.account).get(0);
        assertThat(books.areBalanced()).isTrue();
        return books;
    }
}
