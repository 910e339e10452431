package com.guance.billing.inmemory.marketplace;

import static com.guance.billing.inmemory.marketplace.Market.ALICE;
import static com.guance.billing.inmemory.marketplace.Market.BOB;
import static com.guance.billing.inmemory.marketplace.Market.GB;
import static com.guance.billing.inmemory.marketplace.Market.NOON;
import static com.guance.billing.inmemory.marketplace.Market.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.guance.billing.inmemory.marketplace.BatchMeterUsageAnswer.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("SUB-10 A product that moves from the legacy to the license scheme:")
class MovingToLicensesTest {

    private final MovableClock clock = MovableClock.at(NOON.minus(Duration.ofDays(2)));
    private final InMemoryMarketplace aws =
            InMemoryMarketplace.selling(ListedProduct.global(PRODUCT, GB).movingToLicenses(NOON), clock);
    private final String alice = aws.subscribe(ALICE);
    private final String arn = Objects.requireNonNull(landing(ALICE).licenseArn());

    @Test
    @DisplayName("both forms of one customer and hour are taken, before the hour and after it, and billed twice")
    void billedTwice() {
        for (Instant now : List.of(NOON.minus(Duration.ofHours(1)), NOON.plus(Duration.ofHours(1)))) {
            clock.moveTo(now);
            assertThat(meter(PRODUCT, CustomerReference.identifier(alice), 5)).isEqualTo(Status.SUCCESS);
            assertThat(meter("", CustomerReference.license(ALICE, arn), 5)).isEqualTo(Status.SUCCESS);
        }

        assertThat(aws.billedTotal(alice, GB)).isEqualTo(20);
        assertThat(aws.billedInBothSchemes())
                .extracting(usage -> usage.hour().start())
                .containsExactly(NOON.minus(Duration.ofHours(1)), NOON.plus(Duration.ofHours(1)));
    }

    @Test
    @DisplayName("one form an hour is billed once, and so are two licenses of one account")
    void billedOnce() {
        clock.moveTo(NOON);
        String second = aws.agree(ALICE);
        assertThat(meter("", CustomerReference.license(ALICE, arn), 5)).isEqualTo(Status.SUCCESS);
        assertThat(meter("", CustomerReference.license(ALICE, second), 6)).isEqualTo(Status.SUCCESS);
        clock.advance(Duration.ofHours(1));
        assertThat(meter(PRODUCT, CustomerReference.account(ALICE), 7)).isEqualTo(Status.SUCCESS);

        assertThat(aws.billedInBothSchemes()).isEmpty();
        assertThat(aws.billedTotal(alice, GB)).isEqualTo(18);
    }

    @Test
    @DisplayName("landings name customer and license until the hour, and the license alone from then on")
    void landings() {
        clock.moveTo(NOON.minusMillis(1));
        assertThat(landing(ALICE)).isEqualTo(new ResolveCustomerAnswer(alice, ALICE, PRODUCT, arn));
        assertThat(landing(BOB).licenseArn()).isNull();

        clock.moveTo(NOON);
        assertThat(landing(ALICE)).isEqualTo(new ResolveCustomerAnswer(null, ALICE, PRODUCT, arn));
    }

    @Test
    @DisplayName("END-6 the license lives and comes back with its subscription; a new subscription has a new one")
    void oneLife() {
        clock.moveTo(NOON);
        aws.cancel(ALICE);
        aws.subscribe(ALICE);
        assertThat(aws.licenseState(arn)).isEqualTo(SubscriptionState.SUBSCRIBED);
        assertThat(landing(ALICE).licenseArn()).isEqualTo(arn);

        aws.cancel(ALICE);
        clock.advance(Duration.ofHours(1));
        aws.subscribe(ALICE);

        assertThat(aws.licenseState(arn)).isEqualTo(SubscriptionState.ENDED);
        assertThat(landing(ALICE).licenseArn()).isNotEqualTo(arn);
    }

    @Test
    @DisplayName("it moves at a whole hour")
    void wholeHour() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ListedProduct.global(PRODUCT, GB).movingToLicenses(NOON.plusSeconds(1)));
    }

    private ResolveCustomerAnswer landing(String account) {
        return aws.resolveCustomer(aws.issueToken(account));
    }

    private Status meter(String product, CustomerReference customer, long quantity) {
        UsageRecord record = new UsageRecord(clock.instant(), customer, GB, quantity, null);
        return aws.batchMeterUsage(new BatchMeterUsageRequest(product, List.of(record)))
                .results()
                .get(0)
                .status();
    }
}
