package com.guance.billing.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.CloudAccountId;
import com.guance.billing.arrival.Arrival;
import com.guance.billing.inmemory.marketplace.AwsOnLoopback;
import com.guance.billing.inmemory.marketplace.InMemoryMarketplace;
import com.guance.billing.inmemory.marketplace.ListedProduct;
import com.guance.billing.inmemory.marketplace.ListedProduct.IdenticalResend;
import com.guance.billing.inmemory.marketplace.ListedProduct.Rulings;
import com.guance.billing.inmemory.marketplace.MarketplaceNotice;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import com.guance.billing.inmemory.marketplace.MovableClock;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.Sign;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.marketplacemetering.MarketplaceMeteringClient;

/** A client as it comes out of the box, against a marketplace by AWS's rules. */
class StoryOnLoopbackTest {

    private static final String ACCOUNT = "111122223333";

    private final MovableClock clock = MovableClock.at(Records.HOUR);
    private final InMemoryMarketplace aws = InMemoryMarketplace.selling(
            ListedProduct.global("prod-obs", Records.DIMENSION)
                    .under(Rulings.standard().withIdenticalResend(IdenticalResend.IS_DUPLICATE)),
            clock);
    private final AwsOnLoopback server = AwsOnLoopback.start(aws);
    private final MarketplaceMeteringClient sdk = Sdk.client(server.endpoint());
    private final AwsMarketplace port = AwsMarketplace.of(sdk, Records.PROFILE);

    @AfterEach
    void close() {
        sdk.close();
        server.close();
    }

    @Test
    @DisplayName("SUB-1 accepted, then dropped: in doubt, and not the duplicate that a retry of the SDK would have met")
    void acceptedThenDropped() {
        MeteringRecord record = Records.of(aws.subscribe(ACCOUNT), Records.DIMENSION, Records.HOUR, 3, 2);
        aws.whenMetering(Misbehaviour.acceptThenDrop());

        assertThatThrownBy(() -> port.meter(List.of(record))).isInstanceOf(MarketplaceUnavailable.class);
        assertThat(aws.billed()).hasSize(1);
        assertThat(port.meter(List.of(record)).get()).containsExactly(new MeteringAnswer.Duplicate());
        assertThat(aws.billedTotal(aws.customerIdentifier(ACCOUNT), Records.DIMENSION))
                .isEqualTo(5);
    }

    @Test
    @DisplayName("ARR-1 from the buyer's form to the arrival")
    void landing() {
        String customer = aws.subscribeWithFreeTrial(ACCOUNT);

        Arrival arrival = LandingForms.read(aws.landingForm(ACCOUNT), Records.PROFILE)
                .map(landing -> port.resolve(landing, clock.instant()))
                .get()
                .get();

        assertThat(arrival.customer().key()).endsWith("/" + customer);
        assertThat(arrival.account()).isEqualTo(CloudAccountId.of("aws", ACCOUNT));
        assertThat(arrival.freeTrial()).isTrue();
    }

    @Test
    @DisplayName("NOT-6 the marketplace's notices are understood, with their own times")
    void notices() {
        aws.subscribe(ACCOUNT);
        clock.advance(Duration.ofMinutes(10));
        aws.cancel(ACCOUNT);
        clock.advance(Duration.ofHours(1));

        assertThat(aws.takeNotices())
                .extracting(this::sign)
                .containsExactly(
                        new Sign(Sign.Kind.ACTIVATED, Records.HOUR),
                        new Sign(Sign.Kind.ENDING, Records.HOUR.plusSeconds(600)),
                        new Sign(Sign.Kind.ENDED, Records.HOUR.plusSeconds(4_200)));
    }

    private Sign sign(MarketplaceNotice published) {
        Notice notice = SnsNotices.read(published.snsText(), Records.PROFILE, clock.instant());
        assertThat(notice.envelope().id()).isEqualTo(published.messageId());
        return Facts.of(notice).sign();
    }
}
