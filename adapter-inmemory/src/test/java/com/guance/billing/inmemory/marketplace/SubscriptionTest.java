package com.guance.billing.inmemory.marketplace;

import static com.guance.billing.inmemory.marketplace.Market.ALICE;
import static com.guance.billing.inmemory.marketplace.Market.BOB;
import static com.guance.billing.inmemory.marketplace.Market.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.guance.billing.inmemory.marketplace.BatchMeterUsageAnswer.Status;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SubscriptionTest {

    private final Market market = Market.global();

    @Test
    @DisplayName("the customer identifier is stable per account, differs between accounts, and survives the end")
    void customerIdentifier() {
        String bob = market.aws.subscribe(BOB);
        assertThat(bob).isNotEqualTo(market.alice).matches("[a-z0-9]{11}");

        market.aws.cancel(BOB);
        market.passes(Duration.ofHours(2));

        assertThat(market.aws.subscribe(BOB)).isEqualTo(bob).isEqualTo(market.aws.customerIdentifier(BOB));
    }

    @Test
    @DisplayName("the life of a subscription: none, subscribed, ending, ended, each told by one notice at its own time")
    void life() {
        assertThat(market.aws.state(BOB)).isEqualTo(SubscriptionState.NONE);
        market.aws.subscribe(BOB);
        assertThat(market.aws.state(BOB)).isEqualTo(SubscriptionState.SUBSCRIBED);
        market.aws.cancel(BOB);
        assertThat(market.aws.state(BOB)).isEqualTo(SubscriptionState.ENDING);
        market.passes(Duration.ofHours(5));
        assertThat(market.aws.state(BOB)).isEqualTo(SubscriptionState.ENDED);

        assertThat(market.aws.takeNotices())
                .extracting(notice -> notice.message().action(), MarketplaceNotice::timestamp)
                .containsExactly(
                        tuple("subscribe-success", NOON),
                        tuple("unsubscribe-pending", NOON),
                        tuple("unsubscribe-success", NOON.plus(Duration.ofHours(1))));
        assertThat(market.aws.takeNotices()).isEmpty();
    }

    @Test
    @DisplayName("FIN-2 usage is accepted in the final hour, and answers CustomerNotSubscribed from its end on")
    void finalHour() {
        market.aws.cancel(ALICE);
        market.passes(Duration.ofHours(1).minusMillis(1));
        assertThat(market.statusOf(market.usage(1))).isEqualTo(Status.SUCCESS);

        market.passes(Duration.ofMillis(1));
        Instant another = market.clock.instant().minus(Duration.ofHours(3));
        assertThat(market.statusOf(market.usage(another, 1))).isEqualTo(Status.CUSTOMER_NOT_SUBSCRIBED);
        assertThat(market.aws.billed()).hasSize(1);
    }

    @Test
    @DisplayName("FIN-3 returning in the final hour continues the subscription: no unsubscribe-success ever comes")
    void returnsInTime() {
        market.aws.cancel(ALICE);
        market.passes(Duration.ofMinutes(59));
        market.aws.subscribe(ALICE);
        market.passes(Duration.ofHours(20));

        assertThat(market.actions()).containsExactly("unsubscribe-pending", "subscribe-success");
        assertThat(market.statusOf(market.usage(NOON.plus(Duration.ofMinutes(1)), 1)))
                .as("usage from before the return belongs to the same subscription")
                .isEqualTo(Status.SUCCESS);
    }

    @Test
    @DisplayName("returning after the end is a new subscription that knows nothing of usage before it")
    void returnsLate() {
        market.aws.cancel(ALICE);
        market.passes(Duration.ofHours(1));
        market.aws.subscribe(ALICE);

        assertThat(market.actions()).containsExactly("unsubscribe-pending", "unsubscribe-success", "subscribe-success");
        assertThat(market.refusalOf(market.usage(NOON.minusSeconds(1), 1))).isEqualTo("TimestampOutOfBoundsException");
        assertThat(market.statusOf(market.usage(1))).isEqualTo(Status.SUCCESS);
    }

    @Test
    @DisplayName("final hours that end between two calls end in their own order")
    void endsInOrder() {
        market.aws.subscribe(BOB);
        market.aws.cancel(BOB);
        market.passes(Duration.ofMinutes(1));
        market.aws.cancel(ALICE);
        market.passes(Duration.ofDays(1));
        market.aws.settle();

        assertThat(market.aws.takeNotices())
                .filteredOn(notice -> notice.message().action().equals("unsubscribe-success"))
                .extracting(notice -> notice.message().customerIdentifier())
                .containsExactly(market.aws.customerIdentifier(BOB), market.alice);
    }

    @Test
    @DisplayName("SUB-5 a suspended account is not subscribed to metering, silently, until it is reinstated")
    void suspended() {
        market.aws.suspend(ALICE);
        assertThat(market.statusOf(market.usage(1))).isEqualTo(Status.CUSTOMER_NOT_SUBSCRIBED);
        assertThat(market.aws.state(ALICE)).isEqualTo(SubscriptionState.SUBSCRIBED);

        market.aws.reinstate(ALICE);
        assertThat(market.statusOf(market.usage(1))).isEqualTo(Status.SUCCESS);
        assertThat(market.actions()).isEmpty();
    }

    @Test
    @DisplayName("subscribing twice is silent, a failed subscription is told and changes nothing")
    void twiceAndFailed() {
        market.aws.subscribe(ALICE);
        market.aws.failToSubscribe(BOB);

        assertThat(market.actions()).containsExactly("subscribe-fail");
        assertThat(market.aws.state(BOB)).isEqualTo(SubscriptionState.NONE);
        assertThat(market.statusOf(market.of(CustomerReference.account(BOB))))
                .isEqualTo(Status.CUSTOMER_NOT_SUBSCRIBED);
    }

    @Test
    @DisplayName("what no buyer can do is refused: cancelling nothing, and an account that is none")
    void misuse() {
        assertThatThrownBy(() -> market.aws.cancel(BOB)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> market.aws.subscribe("alice")).isInstanceOf(IllegalArgumentException.class);
    }
}
