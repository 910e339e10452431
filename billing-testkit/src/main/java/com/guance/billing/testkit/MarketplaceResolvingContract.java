package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.guance.billing.CloudAccountId;
import com.guance.billing.arrival.Arrival;
import com.guance.billing.arrival.Landing;
import com.guance.billing.arrival.LandingRefusal;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.ports.faults.MarketplaceMisconfigured;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import com.guance.billing.subscription.Product;
import com.guance.billing.testkit.MarketplaceUnderTest.Trouble;
import io.vavr.control.Either;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Resolving tokens (ARR-1): the contract of {@link Marketplace#resolve}. */
public interface MarketplaceResolvingContract {

    /** The marketplace under test, the same until the test ends. */
    MarketplaceUnderTest market();

    /** Who arrived. */
    @Test
    @DisplayName("a good token is resolved to customer and cloud account of this marketplace and product (ARR-2)")
    default void aGoodTokenIsResolved() {
        Product product = market().port().profile().product();

        Arrival arrival =
                market().port().resolve(market().goodLanding(), market().now()).get();

        assertThat(arrival.customer().product()).isEqualTo(product);
        assertThat(arrival.account().value()).startsWith(product.marketplace() + ":");
        assertThat(arrival.account()).isNotEqualTo(new CloudAccountId(product.marketplace() + ":"));
    }

    /** Free trial. */
    @Test
    @DisplayName("the landing's free-trial mark is kept (ARR-2)")
    default void theFreeTrialMarkIsKept() {
        Landing landing = market().goodLanding();
        Landing trial = new Landing(landing.product(), landing.token(), true);
        Landing noTrial = new Landing(landing.product(), landing.token(), false);

        assertThat(market().port().resolve(trial, market().now()).get().freeTrial())
                .isTrue();
        assertThat(market().port().resolve(noTrial, market().now()).get().freeTrial())
                .isFalse();
    }

    /** Again. */
    @Test
    @DisplayName("the same token gives the same arrival while it lives; another buyer's gives another (ARR-2)")
    default void theSameTokenGivesTheSameArrival() {
        Landing landing = market().goodLanding();
        Arrival first = market().port().resolve(landing, market().now()).get();
        Arrival other =
                market().port().resolve(market().goodLanding(), market().now()).get();

        assertThat(market().port().resolve(landing, market().now())).isEqualTo(Either.right(first));
        assertThat(other.account()).isNotEqualTo(first.account());
        assertThat(other.customer()).isNotEqualTo(first.customer());
    }

    /** Expired. */
    @Test
    @DisplayName("an expired token is refused as TokenExpired")
    default void anExpiredTokenIsRefused() {
        assertRefused(market().expiredLanding(), new LandingRefusal.TokenExpired());
    }

    /** Invalid. */
    @Test
    @DisplayName("a token that was never given out is refused as TokenInvalid")
    default void anInvalidTokenIsRefused() {
        assertRefused(market().invalidLanding(), new LandingRefusal.TokenInvalid());
    }

    /** Another product's. */
    @Test
    @DisplayName("a token of another product is refused as TokenForAnotherProduct, with both")
    default void aTokenOfAnotherProductIsRefused() {
        Landing landing = market().landingOfAnotherProduct();

        LandingRefusal refusal =
                market().port().resolve(landing, market().now()).getLeft();

        assertThat(refusal).isInstanceOf(LandingRefusal.TokenForAnotherProduct.class);
        LandingRefusal.TokenForAnotherProduct another = (LandingRefusal.TokenForAnotherProduct) refusal;
        assertThat(another.expected()).isEqualTo(landing.product());
        assertThat(another.found()).isNotBlank().isNotEqualTo(landing.product().code());
    }

    /** No answer. */
    @ParameterizedTest
    @EnumSource(names = {"NOTHING_DONE_AND_NO_ANSWER", "DONE_AND_NO_ANSWER", "INTERNAL_ERROR", "THROTTLED"})
    @DisplayName("a marketplace that does not answer is MarketplaceUnavailable, and the token is not told (ARR-1)")
    default void aMarketplaceThatDoesNotAnswerIsUnavailable(Trouble trouble) {
        Landing landing = market().goodLanding();
        market().next(trouble);

        assertThatExceptionOfType(MarketplaceUnavailable.class)
                .isThrownBy(() -> market().port().resolve(landing, market().now()))
                .satisfies(fault -> assertTokenIsHidden(fault, landing));

        assertThat(market().port().resolve(landing, market().now()).isRight()).isTrue();
    }

    /** Never sent. */
    @Test
    @DisplayName("a marketplace that cannot be reached may be asked again, and the token is not told (ARR-1)")
    default void aMarketplaceThatCannotBeReached() {
        Landing landing = market().goodLanding();
        market().next(Trouble.CONNECTION_REFUSED);

        assertThatExceptionOfType(Fault.TryAgain.class)
                .isThrownBy(() -> market().port().resolve(landing, market().now()))
                .satisfies(fault -> assertTokenIsHidden(fault, landing));

        assertThat(market().port().resolve(landing, market().now()).isRight()).isTrue();
    }

    /** Refused. */
    @ParameterizedTest
    @EnumSource(names = {"WE_ARE_REFUSED", "OUR_CREDENTIALS_EXPIRED"})
    @DisplayName("a marketplace that refuses us is MarketplaceMisconfigured, and the token is not told (ARR-1, SUB-6)")
    default void aMarketplaceThatRefusesUsIsMisconfigured(Trouble trouble) {
        Landing landing = market().goodLanding();
        market().next(trouble);

        assertThatExceptionOfType(MarketplaceMisconfigured.class)
                .isThrownBy(() -> market().port().resolve(landing, market().now()))
                .satisfies(fault -> assertTokenIsHidden(fault, landing));
    }

    private void assertRefused(Landing landing, LandingRefusal why) {
        assertThat(market().port().resolve(landing, market().now())).isEqualTo(Either.left(why));
    }

    private static void assertTokenIsHidden(Fault fault, Landing landing) {
        StringWriter told = new StringWriter();
        fault.printStackTrace(new PrintWriter(told));
        assertThat(told.toString()).doesNotContain(landing.token().value());
    }
}
