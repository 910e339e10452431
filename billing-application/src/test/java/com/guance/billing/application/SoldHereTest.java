package com.guance.billing.application;

import static com.guance.billing.subscription.Sign.Kind.CANCELLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.guance.billing.inmemory.marketplace.InMemoryMarketplace;
import com.guance.billing.inmemory.marketplace.ListedProduct;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.RawText;
import com.guance.billing.subscription.Sign;
import io.vavr.control.Option;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The library sells any number of products, and minds no others. */
class SoldHereTest {

    private final Scene scene = new Scene();

    @Test
    @DisplayName("ARR-1 two products are two marketplaces; one product is never two")
    void products() {
        Marketplace one = selling("one");
        Marketplace two = selling("two");
        assertThat(new Marketplaces(List.of(one, two)).selling(two.profile().product()))
                .containsExactly(two);
        assertThatIllegalStateException().isThrownBy(() -> new Marketplaces(List.of(one, two, one)));
    }

    @Test
    @DisplayName("NOT-5 an agreement's notice, which names no product, is heard if its marketplace is ours")
    void agreements() {
        assertThat(ended("aws")).isInstanceOf(NoticeOutcome.Parked.class);
        assertThat(ended("elsewhere")).isEqualTo(new NoticeOutcome.Ignored("a product that is not sold here"));
    }

    private Marketplace selling(String product) {
        return InMemoryMarketplace.selling(ListedProduct.global(product, "units"), scene.clock)
                .asPort(MarketplaceProfile.aws(product));
    }

    private NoticeOutcome ended(String marketplace) {
        Fact fact = new Fact.OfAgreement(Licenses.id(1), Option.some(new Sign(CANCELLED, scene.now())), Option.none());
        return scene.billing
                .receiveNotice()
                .receive(new Notice.Understood(
                        new Notice.Envelope("n1", marketplace, scene.now(), new RawText("text")), fact));
    }
}
