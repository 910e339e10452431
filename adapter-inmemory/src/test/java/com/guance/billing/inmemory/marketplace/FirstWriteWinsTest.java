package com.guance.billing.inmemory.marketplace;

import static com.guance.billing.inmemory.marketplace.Market.ALICE;
import static com.guance.billing.inmemory.marketplace.Market.CALLS;
import static com.guance.billing.inmemory.marketplace.Market.GB;
import static com.guance.billing.inmemory.marketplace.Market.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.inmemory.marketplace.BatchMeterUsageAnswer.Result;
import com.guance.billing.inmemory.marketplace.BatchMeterUsageAnswer.Status;
import com.guance.billing.inmemory.marketplace.ListedProduct.IdenticalResend;
import com.guance.billing.inmemory.marketplace.ListedProduct.Rulings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FirstWriteWinsTest {

    private final Market market = Market.global();

    @Test
    @DisplayName("MET-3 another quantity for the same hour is a duplicate and changes nothing")
    void anotherQuantity() {
        market.meter(market.usage(5));
        List<BilledUsage> before = market.aws.billed();

        Result second = market.meter(market.usage(6)).results().get(0);

        assertThat(second.status()).isEqualTo(Status.DUPLICATE_RECORD);
        assertThat(second.meteringRecordId()).isNull();
        assertThat(market.aws.billed()).isEqualTo(before);
        assertThat(market.aws.billedTotal(market.alice, GB)).isEqualTo(5);
    }

    @Test
    @DisplayName("SUB-4 an identical resend anywhere in the same hour succeeds under the same id")
    void identical() {
        Result first = market.meter(market.usage(5)).results().get(0);
        market.passes(Duration.ofMinutes(59));
        Result again = market.meter(market.usage(5)).results().get(0);

        assertThat(again.status()).isEqualTo(Status.SUCCESS);
        assertThat(again.meteringRecordId()).isEqualTo(first.meteringRecordId()).isNotNull();
        assertThat(market.aws.billed()).hasSize(1);
    }

    @Test
    @DisplayName("SUB-4 an identical resend is a duplicate where the ruling says so")
    void identicalIsDuplicate() {
        Market strict = Market.under(Rulings.standard().withIdenticalResend(IdenticalResend.IS_DUPLICATE));
        assertThat(strict.statusOf(strict.usage(5))).isEqualTo(Status.SUCCESS);
        assertThat(strict.statusOf(strict.usage(5))).isEqualTo(Status.DUPLICATE_RECORD);
    }

    @Test
    @DisplayName("MET-8 0 is a write and locks its hour")
    void zeroCounts() {
        assertThat(market.statusOf(market.usage(0))).isEqualTo(Status.SUCCESS);
        assertThat(market.statusOf(market.usage(7))).isEqualTo(Status.DUPLICATE_RECORD);
        assertThat(market.aws.billed()).extracting(BilledUsage::quantity).containsExactly(0L);
    }

    @Test
    @DisplayName("another hour and another dimension are other writes; the full hour is the border")
    void otherKeys() {
        market.meter(
                market.usage(NOON, 1),
                market.usage(NOON.minusMillis(1), 2),
                new UsageRecord(NOON, CustomerReference.identifier(market.alice), CALLS, 4, null));

        assertThat(market.aws.billed()).extracting(BilledUsage::quantity).containsExactly(1L, 2L, 4L);
        assertThat(market.aws.billedTotal(market.alice, GB)).isEqualTo(3);
        assertThat(market.aws.billedTotal(market.alice, CALLS)).isEqualTo(4);
    }

    @Test
    @DisplayName("SUB-10 naming the customer the other way does not open a second hour")
    void otherName() {
        market.meter(market.usage(5));
        UsageRecord byAccount = new UsageRecord(NOON, CustomerReference.account(ALICE), GB, 6, null);
        assertThat(market.statusOf(byAccount)).isEqualTo(Status.DUPLICATE_RECORD);
    }

    @Test
    @DisplayName("within one batch, too, the first of two writes wins")
    void withinABatch() {
        assertThat(market.meter(market.usage(1), market.usage(2), market.usage(1))
                        .results())
                .extracting(Result::status)
                .containsExactly(Status.SUCCESS, Status.DUPLICATE_RECORD, Status.SUCCESS);
        assertThat(market.aws.billedTotal(market.alice, GB)).isEqualTo(1);
    }

    @Test
    @DisplayName("an hour stays locked when the subscription ends and a new one begins within it")
    void overLives() {
        market.meter(market.usage(5));
        market.aws.cancel(ALICE);
        market.passes(Duration.ofHours(1));
        market.aws.subscribe(ALICE);
        market.clock.moveTo(NOON.plus(Duration.ofMinutes(90)));
        market.meter(market.usage(8));

        assertThat(market.statusOf(market.usage(9))).isEqualTo(Status.DUPLICATE_RECORD);
        assertThat(market.aws.billedTotal(market.alice, GB)).isEqualTo(13);
    }

    @Test
    @DisplayName("of many callers at once exactly one bills the hour")
    void underConcurrency() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Status>> calls = IntStream.rangeClosed(1, 64)
                    .<Callable<Status>>mapToObj(quantity -> () -> market.statusOf(market.usage(quantity)))
                    .toList();
            int successes = 0;
            for (Future<Status> answer : callers.invokeAll(calls)) {
                successes += answer.get() == Status.SUCCESS ? 1 : 0;
            }
            assertThat(successes).isEqualTo(1);
            assertThat(market.aws.billed()).hasSize(1);
        } finally {
            callers.shutdownNow();
        }
    }
}
