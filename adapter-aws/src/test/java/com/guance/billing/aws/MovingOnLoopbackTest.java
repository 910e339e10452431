package com.guance.billing.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.inmemory.marketplace.AwsOnLoopback;
import com.guance.billing.inmemory.marketplace.InMemoryMarketplace;
import com.guance.billing.inmemory.marketplace.MovableClock;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordContent;
import com.guance.billing.subscription.MarketplaceCustomer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.marketplacemetering.MarketplaceMeteringClient;

/** A product that moves from the legacy to the license scheme, by AWS's rules and over the wire. */
class MovingOnLoopbackTest {

    private static final String ACCOUNT = "111122223333";

    private final MovableClock clock = MovableClock.at(Records.HOUR.minus(Duration.ofHours(2)));
    private final InMemoryMarketplace aws =
            InMemoryMarketplace.selling(LoopbackMarket.product().movingToLicenses(Records.HOUR), clock);
    private final AwsOnLoopback server = AwsOnLoopback.start(aws, Sdk.ACCESS_KEY, Sdk.SECRET_KEY);
    private final MarketplaceMeteringClient sdk = Sdk.client(server.endpoint());
    private final AwsMarketplace port = AwsMarketplace.of(sdk, Records.PROFILE.movingToLicenses(Records.HOUR));
    private final String identifier = aws.subscribe(ACCOUNT);

    @AfterEach
    void close() {
        sdk.close();
        server.close();
    }

    @Test
    @DisplayName("SUB-10 landings name the customer in the scheme of their time")
    void landings() {
        assertThat(landing()).isEqualTo(new MarketplaceCustomer.Legacy(Records.PROFILE.product(), identifier));

        clock.moveTo(Records.HOUR);

        assertThat(landing())
                .isInstanceOfSatisfying(
                        MarketplaceCustomer.Licensed.class,
                        licensed -> assertThat(licensed.account()).isEqualTo(ACCOUNT));
    }

    @Test
    @DisplayName("SUB-10 AWS bills both forms of one customer and hour, and its bill tells")
    void both() {
        MarketplaceCustomer legacy = landing();
        clock.moveTo(Records.HOUR);
        MarketplaceCustomer licensed = landing();

        assertThat(meter(legacy)).isInstanceOf(MeteringAnswer.Accepted.class);
        assertThat(aws.billedInBothSchemes()).isEmpty();
        assertThat(meter(licensed)).isInstanceOf(MeteringAnswer.Accepted.class);

        assertThat(aws.billed()).hasSize(2);
        assertThat(aws.billedInBothSchemes())
                .singleElement()
                .satisfies(usage -> assertThat(usage.hour().start()).isEqualTo(Records.HOUR));
    }

    private MarketplaceCustomer landing() {
        return LandingForms.read(aws.landingForm(ACCOUNT), Records.PROFILE)
                .map(landing -> port.resolve(landing, clock.instant()))
                .get()
                .get()
                .customer();
    }

    private MeteringAnswer meter(MarketplaceCustomer customer) {
        MeteringRecord record = Records.of(customer, Records.DIMENSION, RecordContent.of(Records.HOUR, List.of()));
        return port.meter(List.of(record)).get().get(0);
    }
}
