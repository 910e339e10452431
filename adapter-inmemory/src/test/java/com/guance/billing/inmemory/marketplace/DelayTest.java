package com.guance.billing.inmemory.marketplace;

import static com.guance.billing.inmemory.marketplace.Market.ALICE;
import static com.guance.billing.inmemory.marketplace.Market.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.inmemory.marketplace.BatchMeterUsageAnswer.Status;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A call that takes its time:")
class DelayTest {

    private final Market market = Market.global();

    @Test
    @DisplayName("SUB-9 held on its way it has no effect; whoever overtakes it is first")
    void heldCall() {
        Hold hold = Hold.untilReleased();
        market.aws.whenMetering(Misbehaviour.holdCall(hold));
        CompletableFuture<Status> slow = CompletableFuture.supplyAsync(() -> market.statusOf(market.usage(5)));
        hold.awaitCall();

        assertThat(market.aws.billed()).isEmpty();
        assertThat(market.statusOf(market.usage(6))).isEqualTo(Status.SUCCESS);
        hold.release();

        assertThat(result(slow)).isEqualTo(Status.DUPLICATE_RECORD);
        assertThat(market.aws.billed()).extracting(BilledUsage::quantity).containsExactly(6L);
    }

    @Test
    @DisplayName("SUB-9 held answer: the work is done, others see it, and its own caller hears last")
    void heldAnswer() {
        Hold hold = Hold.untilReleased();
        market.aws.whenMetering(Misbehaviour.holdAnswer(hold));
        CompletableFuture<Status> slow = CompletableFuture.supplyAsync(() -> market.statusOf(market.usage(5)));
        hold.awaitCall();

        assertThat(market.aws.billed()).extracting(BilledUsage::quantity).containsExactly(5L);
        assertThat(market.statusOf(market.usage(6))).isEqualTo(Status.DUPLICATE_RECORD);
        assertThat(slow).isNotDone();
        hold.release();

        assertThat(result(slow)).isEqualTo(Status.SUCCESS);
    }

    @Test
    @DisplayName("SUB-8 held until its record is too old, it is judged by the time when it goes on")
    void heldTooLong() {
        Hold hold = Hold.untilReleased();
        market.aws.whenMetering(Misbehaviour.holdCall(hold));
        CompletableFuture<String> slow = CompletableFuture.supplyAsync(() -> market.refusalOf(market.usage(NOON, 5)));
        hold.awaitCall();
        market.passes(Duration.ofHours(25));
        hold.release();

        assertThat(result(slow)).isEqualTo("TimestampOutOfBoundsException");
    }

    @Test
    @DisplayName("SUB-1 dropped, and through later: nobody hears it, and the first write wins all the same")
    void throughLater() {
        market.aws.whenMetering(Misbehaviour.dropThenAcceptIn(Duration.ofMinutes(10)));
        UsageRecord record = market.usage(5);
        assertThatThrownBy(() -> market.meter(record)).isInstanceOf(ConnectionDroppedException.class);

        market.passes(Duration.ofMinutes(10).minusMillis(1));
        assertThat(market.aws.billed()).isEmpty();
        market.passes(Duration.ofMillis(1));

        assertThat(market.aws.billed()).extracting(BilledUsage::quantity).containsExactly(5L);
        assertThat(market.statusOf(market.usage(NOON, 6))).isEqualTo(Status.DUPLICATE_RECORD);
    }

    @Test
    @DisplayName("SUB-8 it is judged by the instant at which it comes through, whenever somebody looks")
    void judgedWhenThrough() {
        market.aws.whenMetering(
                Misbehaviour.dropThenAcceptIn(Duration.ofHours(24).minusSeconds(1)),
                Misbehaviour.dropThenAcceptIn(Duration.ofHours(24).minusSeconds(1)));
        for (int secondsAgo = 0; secondsAgo < 2; secondsAgo++) {
            UsageRecord record = market.usage(NOON.minusSeconds(secondsAgo), secondsAgo);
            assertThatThrownBy(() -> market.meter(record)).isInstanceOf(ConnectionDroppedException.class);
        }

        market.passes(Duration.ofDays(7));

        assertThat(market.aws.billed()).extracting(BilledUsage::quantity).containsExactly(0L);
    }

    @Test
    @DisplayName("FIN-2 through after the final hour's end, it is not subscribed; before it, it is billed")
    void throughLaterThanTheEnd() {
        market.aws.whenMetering(
                Misbehaviour.dropThenAcceptIn(Duration.ofMinutes(59)),
                Misbehaviour.dropThenAcceptIn(Duration.ofMinutes(60)),
                Misbehaviour.dropThenAcceptIn(Duration.ofDays(2)));
        market.aws.cancel(ALICE);
        for (int hoursAgo = 0; hoursAgo < 3; hoursAgo++) {
            UsageRecord record = market.usage(NOON.minus(Duration.ofHours(hoursAgo)), hoursAgo);
            assertThatThrownBy(() -> market.meter(record)).isInstanceOf(ConnectionDroppedException.class);
        }

        market.passes(Duration.ofDays(3));

        assertThat(market.aws.billed()).extracting(BilledUsage::quantity).containsExactly(0L);
    }

    private static <T> T result(CompletableFuture<T> running) {
        return running.orTimeout(60, TimeUnit.SECONDS).join();
    }
}
