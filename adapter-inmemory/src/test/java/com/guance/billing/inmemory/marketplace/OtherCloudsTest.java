package com.guance.billing.inmemory.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.CloudAccountId;
import com.guance.billing.arrival.Arrival;
import com.guance.billing.arrival.Landing;
import com.guance.billing.arrival.LandingRefusal;
import com.guance.billing.arrival.RegistrationToken;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.site.Cloud;
import com.guance.billing.subscription.AnsweredNames;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Product;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The same engine sells on another cloud's marketplace:")
class OtherCloudsTest {

    private static final String ACCOUNT = "111122223333";

    private final MovableClock clock = MovableClock.at(Instant.parse("2026-03-18T12:00:00Z"));

    @ParameterizedTest
    @MethodSource("profiles")
    @DisplayName("ARR-2 a buyer who lands is the other marketplace's customer and account")
    void landing(MarketplaceProfile profile) {
        InMemoryMarketplace engine = engine(profile);
        String identifier = engine.subscribeWithFreeTrial(ACCOUNT);
        Landing landing = new Landing(profile.product(), new RegistrationToken(engine.issueToken(ACCOUNT)), true);

        assertThat(engine.asPort(profile).resolve(landing, clock.instant()))
                .isEqualTo(Either.right(new Arrival(
                        new MarketplaceCustomer.Legacy(profile.product(), identifier),
                        CloudAccountId.of(profile.marketplace(), ACCOUNT),
                        true,
                        new AnsweredNames(Option.some(identifier), Option.none()))));
        assertThat(engine.asPort(profile).profile()).isEqualTo(profile);
    }

    @ParameterizedTest
    @MethodSource("profiles")
    @DisplayName("ARR-3 a token of another product is refused, in the other marketplace's name")
    void anotherProduct(MarketplaceProfile profile) {
        InMemoryMarketplace engine = engine(profile);
        RegistrationToken token = new RegistrationToken(engine.issueTokenOfAnotherProduct(ACCOUNT));

        assertThat(engine.asPort(profile).resolve(new Landing(profile.product(), token, false), clock.instant()))
                .isEqualTo(Either.left(new LandingRefusal.TokenForAnotherProduct(profile.product(), "prod-obs-other")));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    @DisplayName("NOT-6 its notices name that customer and product, from the beginning to the end")
    void notices(MarketplaceProfile profile) {
        InMemoryMarketplace engine = engine(profile);
        String identifier = engine.subscribe(ACCOUNT);
        engine.cancel(ACCOUNT);
        clock.advance(Duration.ofHours(1));

        List<MarketplaceNotice.Message> messages =
                engine.takeNotices().stream().map(MarketplaceNotice::message).toList();

        assertThat(messages)
                .extracting(MarketplaceNotice.Message::action)
                .containsExactly("subscribe-success", "unsubscribe-pending", "unsubscribe-success");
        assertThat(messages)
                .allMatch(message -> message.customerIdentifier().equals(identifier)
                        && message.productCode().equals(profile.product().code()));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    @DisplayName("MET-6 its customers are metered and billed")
    void metering(MarketplaceProfile profile) {
        InMemoryMarketplace engine = engine(profile);
        Marketplace port = engine.asPort(profile);
        String identifier = engine.subscribe(ACCOUNT);
        MarketplaceCustomer customer = new MarketplaceCustomer.Legacy(profile.product(), identifier);

        List<MeteringAnswer> answers = port.meter(List.of(Usage.of(customer, "api_calls", clock.instant(), 3)))
                .get();

        assertThat(answers).hasOnlyElementsOfType(MeteringAnswer.Accepted.class);
        assertThat(engine.billedTotal(identifier, "api_calls")).isEqualTo(3);
    }

    private InMemoryMarketplace engine(MarketplaceProfile profile) {
        return InMemoryMarketplace.selling(
                new ListedProduct(
                        "cn-hangzhou",
                        profile.product().code(),
                        Set.of("api_calls"),
                        profile.window(),
                        ListedProduct.Rulings.standard()),
                clock);
    }

    private static Stream<MarketplaceProfile> profiles() {
        Currency renminbi = Currency.getInstance("CNY");
        return Stream.of(
                new MarketplaceProfile(
                        new Product("alibaba", "prod-obs"), Cloud.ALIBABA, renminbi, Duration.ofHours(12)),
                new MarketplaceProfile(new Product("huawei", "prod-obs"), Cloud.HUAWEI, renminbi, Duration.ofHours(6)));
    }
}
