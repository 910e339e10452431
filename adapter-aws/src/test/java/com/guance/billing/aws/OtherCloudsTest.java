package com.guance.billing.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.arrival.Landing;
import com.guance.billing.inmemory.marketplace.InMemoryMarketplace;
import com.guance.billing.inmemory.marketplace.ListedProduct;
import com.guance.billing.inmemory.marketplace.MarketplaceNotice;
import com.guance.billing.inmemory.marketplace.MovableClock;
import com.guance.billing.site.Cloud;
import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.Product;
import com.guance.billing.subscription.Sign;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Profiles of other clouds' marketplaces, whose simulation speaks AWS's words. */
class OtherCloudsTest {

    private static final String ACCOUNT = "111122223333";

    private final MovableClock clock = MovableClock.at(Records.HOUR);
    private final InMemoryMarketplace engine =
            InMemoryMarketplace.selling(ListedProduct.china("prod-obs", Records.DIMENSION), clock);

    /** A marketplace of another cloud. */
    enum Other {
        ALIBABA(Cloud.ALIBABA),
        HUAWEI(Cloud.HUAWEI);

        @SuppressWarnings("ImmutableEnumChecker") // a value
        private final Cloud cloud;

        Other(Cloud cloud) {
            this.cloud = cloud;
        }

        MarketplaceProfile profile() {
            Product product = new Product(name().toLowerCase(Locale.ROOT), "prod-obs");
            return new MarketplaceProfile(product, cloud, Currency.getInstance("CNY"), Duration.ofHours(6));
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("ARR-1 the buyer's form is a landing on that marketplace's product")
    void landing(Other other) {
        Landing landing =
                LandingForms.read(engine.landingForm(ACCOUNT), other.profile()).get();

        assertThat(landing.product()).isEqualTo(other.profile().product());
        assertThat(engine.asPort(other.profile())
                        .resolve(landing, clock.instant())
                        .get()
                        .customer())
                .isEqualTo(customer(other));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("NOT-6 its notices are understood as that marketplace's")
    void notices(Other other) {
        engine.subscribe(ACCOUNT);
        clock.advance(Duration.ofMinutes(10));
        engine.cancel(ACCOUNT);

        List<Notice> read = engine.takeNotices().stream()
                .map(published -> read(other, published))
                .toList();

        assertThat(read)
                .map(notice -> notice.envelope().marketplace())
                .containsOnly(other.profile().marketplace());
        assertThat(read)
                .map(Facts::of)
                .containsExactly(
                        new Fact.OfCustomer(customer(other), new Sign(Sign.Kind.ACTIVATED, Records.HOUR)),
                        new Fact.OfCustomer(
                                customer(other), new Sign(Sign.Kind.ENDING, Records.HOUR.plusSeconds(600))));
    }

    private Notice read(Other other, MarketplaceNotice published) {
        return SnsNotices.read(published.snsText(), other.profile(), clock.instant());
    }

    private MarketplaceCustomer customer(Other other) {
        return new MarketplaceCustomer.Legacy(other.profile().product(), engine.customerIdentifier(ACCOUNT));
    }
}
