package com.guance.billing.inmemory.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.MarketplaceProfile;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Customers known by a license are not sold to here:")
class LicensedCustomersTest {

    private static final MarketplaceProfile PROFILE = MarketplaceProfile.aws("prod-obs");
    private static final String ACCOUNT = "111122223333";

    private final MovableClock clock = MovableClock.at(Instant.parse("2026-03-18T12:00:00Z"));
    private final InMemoryMarketplace engine =
            InMemoryMarketplace.selling(ListedProduct.global("prod-obs", "api_calls"), clock);
    private final Marketplace port = engine.asPort(PROFILE);

    @Test
    @DisplayName("SUB-5 their records are not subscribed, and nothing is billed")
    void notSubscribed() {
        assertThat(port.meter(List.of(licensed("l-1"), licensed("l-2"))).get())
                .containsExactly(new MeteringAnswer.NotSubscribed(), new MeteringAnswer.NotSubscribed());
        assertThat(engine.billed()).isEmpty();
    }

    @Test
    @DisplayName("SUB-3 each record has its own answer, wherever it stands among theirs")
    void amongOthers() {
        MeteringRecord sold = record(new MarketplaceCustomer.Legacy(PROFILE.product(), engine.subscribe(ACCOUNT)));

        List<MeteringAnswer> answers =
                port.meter(List.of(licensed("l-1"), sold, licensed("l-2"))).get();

        assertThat(answers)
                .extracting(Object::getClass)
                .isEqualTo(List.of(
                        MeteringAnswer.NotSubscribed.class,
                        MeteringAnswer.Accepted.class,
                        MeteringAnswer.NotSubscribed.class));
        assertThat(engine.billed()).hasSize(1);
    }

    @Test
    @DisplayName("SUB-7 throttled, every record waits")
    void throttled() {
        MeteringRecord sold = record(new MarketplaceCustomer.Legacy(PROFILE.product(), engine.subscribe(ACCOUNT)));
        engine.whenMetering(Misbehaviour.throttle());

        assertThat(port.meter(List.of(licensed("l-1"), sold)).get())
                .containsExactly(new MeteringAnswer.Unprocessed(), new MeteringAnswer.Unprocessed());
    }

    private MeteringRecord licensed(String license) {
        return record(new MarketplaceCustomer.Licensed(PROFILE.product(), ACCOUNT, license));
    }

    private MeteringRecord record(MarketplaceCustomer customer) {
        return Usage.of(customer, "api_calls", clock.instant(), 3);
    }
}
