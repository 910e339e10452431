package com.guance.billing.application;

import static com.guance.billing.application.Scene.ACCOUNT;
import static com.guance.billing.application.Scene.BUYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.Quantity;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.MarketplaceCustomer.Licensed;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.Sign.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A product that moves from the legacy to the license scheme at noon. */
class MovingTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    private final Scene scene =
            new Scene(InMemoryBilling.create(), MarketplaceProfile.aws("prod").movingToLicenses(NOON));

    @BeforeEach
    void oneWorkspaceOfTheLegacyForm() {
        scene.registerAccount();
        scene.register("wksp_a", "us1");
    }

    @Test
    @DisplayName("SUB-10 the hours before the move are billed in the legacy form, those from it on by license")
    void eachInItsTime() {
        agree();
        take(scene.charge("wksp_a", "3.5", NOON), scene.charge("wksp_a", "4.5", NOON.plusSeconds(60)));
        runAt(NOON.plus(Duration.ofMinutes(70)));

        assertThat(billed()).containsExactly("legacy 11 3", "license 12 5");
        assertThat(standing(Standing.CARRIED)).isEqualTo(Quantity.ZERO);
    }

    @Test
    @DisplayName("SUB-10 usage from the move on waits until a license is known, and is then billed by it alone")
    void waits() {
        take(scene.charge("wksp_a", "3", NOON), scene.charge("wksp_a", "4", NOON.plusSeconds(60)));
        runAt(NOON.plus(Duration.ofHours(3)));
        assertThat(billed()).containsExactly("legacy 11 3");
        assertThat(standing(Standing.WAITING)).isEqualTo(Quantity.whole(4));

        agree();
        runAt(NOON.plus(Duration.ofMinutes(250)));

        assertThat(billed()).containsExactly("legacy 11 3", "license 15 4");
        assertThat(standing(Standing.WAITING)).isEqualTo(Quantity.ZERO);
    }

    @Test
    @DisplayName(
            "SUB-10 MET-7 after the first record by license none is made in the legacy form: what is late goes to the license")
    void noneAfterTheFirst() {
        agree();
        take(scene.charge("wksp_a", "4", NOON.plusSeconds(60)));
        runAt(NOON.plus(Duration.ofMinutes(70)));
        take(scene.charge("wksp_a", "2", NOON.minus(Duration.ofHours(2))));
        runAt(NOON.plus(Duration.ofMinutes(130)));

        assertThat(billed()).containsExactly("license 12 4", "license 13 2");
    }

    @Test
    @DisplayName("SUB-10 MET-6 a legacy record made before the move keeps its form in every retry")
    void keepsItsForm() {
        agree();
        take(scene.charge("wksp_a", "3", NOON));
        scene.clock.moveTo(NOON.plus(Duration.ofMinutes(10)));
        scene.aws.whenMetering(Misbehaviour.acceptThenDrop());
        assertThatThrownBy(() -> runAt(scene.now())).isInstanceOf(MarketplaceUnavailable.class);
        runAt(NOON.plus(Duration.ofHours(2)));

        assertThat(billed()).containsExactly("legacy 11 3");
        assertThat(standing(Standing.ACCEPTED)).isEqualTo(Quantity.whole(3));
    }

    @Test
    @DisplayName("SUB-10 END-8 when the legacy subscription ends and no license is known, what waits is unsettled")
    void endsWithoutALicense() {
        scene.clock.moveTo(NOON.plus(Duration.ofHours(1)));
        take(scene.charge("wksp_a", "4", scene.now()));
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
        runAt(NOON.plus(Duration.ofHours(3)));

        assertThat(billed()).isEmpty();
        assertThat(standing(Standing.UNSETTLED)).isEqualTo(Quantity.whole(4));
    }

    private void agree() {
        Licensed customer = Licensed.of(scene.profile.product(), BUYER, scene.aws.agree(BUYER));
        new Licenses(scene)
                .hear(new Fact.OfLicense(Licenses.id(1), customer, ACCOUNT, new Sign(Kind.ACTIVATED, scene.now())));
    }

    private void take(Charge... charges) {
        Instant before = scene.now();
        scene.clock.moveTo(before.isAfter(NOON) ? before : NOON.plusSeconds(60));
        scene.billing.takeCharges().take(List.of(charges), scene.now());
    }

    private void runAt(Instant at) {
        scene.clock.moveTo(at);
        scene.billing.due().run(at);
    }

    private List<String> billed() {
        return scene.aws.billed().stream()
                .map(usage -> (usage.hour().license().isEmpty() ? "legacy " : "license ")
                        + usage.hour().start().toString().substring(11, 13) + " " + usage.quantity())
                .toList();
    }

    private Quantity standing(Standing where) {
        List<Books> books = scene.billing.ask().books(ACCOUNT);
        assertThat(books).allMatch(Books::areBalanced);
        return books.stream().map(one -> one.of(where)).reduce(Quantity.ZERO, Quantity::plus);
    }
}
