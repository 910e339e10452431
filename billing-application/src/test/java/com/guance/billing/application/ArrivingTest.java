package com.guance.billing.application;

import static com.guance.billing.application.Scene.ACCOUNT;
import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.HOLDER;
import static com.guance.billing.application.Scene.OTHER;
import static com.guance.billing.application.Scene.RENMINBI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccount;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Request;
import com.guance.billing.arrival.ClaimRefusal;
import com.guance.billing.arrival.ClaimTicket;
import com.guance.billing.arrival.Landing;
import com.guance.billing.arrival.LandingRefusal;
import com.guance.billing.arrival.RegistrationToken;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import com.guance.billing.subscription.Product;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ArrivingTest {

    private final Scene scene = new Scene();

    @Test
    @DisplayName("ARR-1 the token is resolved at once, and shows in no event and no result")
    void tokenIsHidden() {
        scene.aws.subscribe(BUYER);
        String token = scene.aws.issueToken(BUYER);
        Either<LandingRefusal, ClaimTicket> landed = scene.billing.landBuyer().land(scene.landing(token), scene.now());
        assertThat(landed.isRight()).isTrue();
        assertThat(landed.toString())
                .doesNotContain(token)
                .doesNotContain(landed.get().value());
        assertThat(scene.events().toString())
                .contains(ACCOUNT.value())
                .doesNotContain(token)
                .doesNotContain(landed.get().value());
    }

    @Test
    @DisplayName(
            "ARR-1 an expired, an invalid and another product's token are refused, each by name, and nothing is kept")
    void badTokens() {
        scene.aws.subscribe(BUYER);
        String old = scene.aws.issueToken(BUYER);
        scene.pass(Duration.ofHours(5));
        assertThat(land(old)).isEqualTo(Either.left(new LandingRefusal.TokenExpired()));
        assertThat(land("no-such-token")).isEqualTo(Either.left(new LandingRefusal.TokenInvalid()));
        assertThat(land(scene.aws.issueTokenOfAnotherProduct(BUYER)).getLeft())
                .isInstanceOf(LandingRefusal.TokenForAnotherProduct.class);
        assertThat(scene.events()).isEmpty();
    }

    @Test
    @DisplayName("ARR-1 a product that nobody sells here is refused")
    void unknownProduct() {
        Product nobodys = new Product("aws", "nobody-s");
        Landing landing = new Landing(nobodys, new RegistrationToken("any"), false);
        assertThat(scene.billing.landBuyer().land(landing, scene.now()))
                .isEqualTo(Either.left(new LandingRefusal.ProductUnknown(nobodys)));
    }

    @Test
    @DisplayName("ARR-1 a marketplace that does not answer is a fault; landing again succeeds")
    void marketplaceDown() {
        scene.aws.subscribe(BUYER);
        String token = scene.aws.issueToken(BUYER);
        scene.aws.whenResolving(Misbehaviour.dropBeforeAccepting());
        assertThatThrownBy(() -> land(token)).isInstanceOf(MarketplaceUnavailable.class);
        assertThat(scene.events()).isEmpty();
        assertThat(land(token).isRight()).isTrue();
    }

    @Test
    @DisplayName("ARR-2 the same buyer arriving again, before or after claiming, converges on one cloud account")
    void arrivingAgain() {
        scene.aws.subscribe(BUYER);
        scene.deliverNotices();
        ClaimTicket first = scene.land();
        ClaimTicket second = scene.land();
        assertThat(claim(second, HOLDER)).hasSize(1);
        ClaimTicket third = scene.land();
        assertThat(claim(first, HOLDER)).hasSize(1);
        assertThat(claim(third, HOLDER).get().id()).isEqualTo(ACCOUNT);
        assertThat(scene.onFile()).hasSize(1);
    }

    @Test
    @DisplayName("ARR-2 a claim that expired is refused as what it is for 7 days more, and then forgotten by a run")
    void claimsAreForgotten() {
        scene.aws.subscribe(BUYER);
        ClaimTicket used = scene.land();
        ClaimTicket unused = scene.land();
        assertThat(claim(used, HOLDER).isRight()).isTrue();
        Instant then = scene.now();
        Instant expiry = then.plus(Duration.ofHours(4));
        scene.pass(Duration.ofHours(4).plus(Duration.ofDays(7)));
        assertThat(scene.billing.due().run(scene.now())).isNotNull();
        assertThat(claim(used, HOLDER)).isEqualTo(Either.left(new ClaimRefusal.ClaimUsed(then)));
        assertThat(claim(unused, HOLDER)).isEqualTo(Either.left(new ClaimRefusal.ClaimExpired(expiry)));
        scene.pass(Duration.ofSeconds(2));
        assertThat(scene.billing.due().run(scene.now())).isNotNull();
        assertThat(claim(used, HOLDER)).isEqualTo(Either.left(new ClaimRefusal.ClaimUnknown()));
        assertThat(claim(unused, HOLDER)).isEqualTo(Either.left(new ClaimRefusal.ClaimUnknown()));
    }

    @Test
    @DisplayName("ARR-2 a claim is used once, and expires after 4 hours to the instant")
    void claimsAreSingleUse() {
        scene.aws.subscribe(BUYER);
        ClaimTicket ticket = scene.land();
        ClaimTicket other = scene.land();
        assertThat(claim(ticket, HOLDER).isRight()).isTrue();
        assertThat(claim(ticket, HOLDER)).isEqualTo(Either.left(new ClaimRefusal.ClaimUsed(scene.now())));
        assertThat(claim(new ClaimTicket("made-up"), HOLDER)).isEqualTo(Either.left(new ClaimRefusal.ClaimUnknown()));
        scene.pass(Duration.ofHours(4));
        assertThat(claim(other, HOLDER)).isEqualTo(Either.left(new ClaimRefusal.ClaimExpired(scene.now())));
    }

    @Test
    @DisplayName(
            "ARR-3 an account on file under another Billing Center account is refused, and the claim is not used up")
    void registeredElsewhere() {
        scene.aws.subscribe(BUYER);
        assertThat(claim(scene.land(), HOLDER).isRight()).isTrue();
        ClaimTicket ticket = scene.land();
        assertThat(claim(ticket, OTHER))
                .isEqualTo(Either.left(new ClaimRefusal.RegisteredElsewhere(ACCOUNT, HOLDER.id())));
        assertThat(claim(ticket, HOLDER).isRight()).isTrue();
    }

    @Test
    @DisplayName("ARR-3 another currency than the marketplace's is refused, so is an unknown Billing Center account")
    void currencyMismatch() {
        scene.aws.subscribe(BUYER);
        ClaimTicket ticket = scene.land();
        assertThat(claim(ticket, RENMINBI))
                .isEqualTo(
                        Either.left(new ClaimRefusal.CurrencyMismatch(scene.profile.currency(), RENMINBI.currency())));
        BillingCenterAccountId nobody = new BillingCenterAccountId("nobody");
        assertThat(scene.billing.claimCloudAccount().claim(ticket, nobody, scene.by(new Actor.Holder(nobody))))
                .isEqualTo(Either.left(new ClaimRefusal.HolderUnknown(nobody)));
    }

    private Either<LandingRefusal, ClaimTicket> land(String token) {
        return scene.billing.landBuyer().land(scene.landing(token), scene.now());
    }

    private Either<ClaimRefusal, CloudAccount> claim(ClaimTicket ticket, BillingCenterAccount under) {
        Request by = scene.by(new Actor.Holder(under.id()));
        return scene.billing.claimCloudAccount().claim(ticket, under.id(), by);
    }
}
