package com.guance.billing.inmemory.marketplace;

import static com.guance.billing.inmemory.marketplace.Market.ALICE;
import static com.guance.billing.inmemory.marketplace.Market.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.guance.billing.inmemory.marketplace.BatchMeterUsageAnswer.Result;
import com.guance.billing.inmemory.marketplace.BatchMeterUsageAnswer.Status;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MisbehaviourTest {

    private final Market market = Market.global();

    @Test
    @DisplayName("SUB-7 throttled and broken calls bill nothing, and the queue is served in order")
    void errors() {
        market.aws.whenMetering(
                Misbehaviour.throttle(),
                Misbehaviour.none(),
                Misbehaviour.internalError(),
                Misbehaviour.error(403, "ExpiredTokenException"));

        assertThat(market.refusalOf(market.usage(1))).isEqualTo("ThrottlingException");
        assertThat(market.aws.billed()).isEmpty();
        assertThat(market.statusOf(market.usage(1))).isEqualTo(Status.SUCCESS);
        AwsException internal = catchThrowableOfType(AwsException.class, () -> market.meter(market.usage(1)));
        assertThat(internal.type()).isEqualTo("InternalServiceErrorException");
        assertThat(internal.httpStatus()).isEqualTo(500);
        assertThat(market.refusalOf(market.usage(1))).isEqualTo("ExpiredTokenException");
        assertThat(market.statusOf(market.usage(1))).isEqualTo(Status.SUCCESS);
    }

    @Test
    @DisplayName("SUB-1 accepted and dropped: billed once, however often it is sent again")
    void acceptThenDrop() {
        market.aws.whenMetering(Misbehaviour.acceptThenDrop(), Misbehaviour.acceptThenDrop());
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThat(dropped()).isTrue();
            assertThat(market.aws.billed()).hasSize(1);
        }
        assertThat(market.statusOf(market.usage(1))).isEqualTo(Status.SUCCESS);
        assertThat(market.aws.billed()).hasSize(1);
    }

    @Test
    @DisplayName("SUB-1 dropped before it was accepted: nothing is billed")
    void dropBeforeAccepting() {
        market.aws.whenMetering(Misbehaviour.dropBeforeAccepting());
        assertThat(dropped()).isFalse();
        assertThat(market.aws.billed()).isEmpty();
    }

    @Test
    @DisplayName("a refusal, too, is lost with the connection")
    void refusalLost() {
        market.aws.whenMetering(Misbehaviour.acceptThenDrop());
        assertThatThrownBy(() -> market.meter(market.usage(-1)))
                .isInstanceOf(ConnectionDroppedException.class)
                .hasCauseInstanceOf(AwsException.class);
        assertThat(market.aws.billed()).isEmpty();
    }

    @Test
    @DisplayName("SUB-3 records are left unprocessed or left out; only those that are answered are billed")
    void partial() {
        UsageRecord first = market.usage(NOON, 1);
        UsageRecord second = market.usage(NOON.minus(Duration.ofHours(1)), 2);
        UsageRecord third = market.usage(NOON.minus(Duration.ofHours(2)), 3);
        market.aws.whenMetering(Misbehaviour.leaveUnprocessed(0, 2), Misbehaviour.leaveOut(0));

        BatchMeterUsageAnswer unprocessed = market.meter(first, second, third);
        assertThat(unprocessed.unprocessed()).containsExactly(first, third);
        assertThat(unprocessed.results()).extracting(Result::record).containsExactly(second);
        assertThat(market.aws.billed()).extracting(BilledUsage::quantity).containsExactly(2L);

        BatchMeterUsageAnswer leftOut = market.meter(first, third);
        assertThat(leftOut.unprocessed()).isEmpty();
        assertThat(leftOut.results()).extracting(Result::record).containsExactly(third);
        assertThat(market.aws.billed()).extracting(BilledUsage::quantity).containsExactly(2L, 3L);
    }

    @Test
    @DisplayName("resolving misbehaves by a queue of its own")
    void resolving() {
        String token = market.aws.issueToken(ALICE);
        market.aws.whenResolving(Misbehaviour.throttle());
        assertThat(market.statusOf(market.usage(1))).isEqualTo(Status.SUCCESS);
        assertThat(catchThrowableOfType(AwsException.class, () -> market.aws.resolveCustomer(token))
                        .type())
                .isEqualTo("ThrottlingException");
        assertThat(market.aws.resolveCustomer(token).customerIdentifier()).isEqualTo(market.alice);
    }

    @Test
    @DisplayName("a call can be chosen by its number; the others suffer what is queued")
    void numbered() {
        market.aws.whenMeteringCall(3, Misbehaviour.throttle());
        market.aws.whenMeteringCall(1, Misbehaviour.internalError());
        market.aws.whenMetering(Misbehaviour.none(), Misbehaviour.error(403, "AccessDeniedException"));

        assertThat(market.refusalOf(market.usage(1))).isEqualTo("InternalServiceErrorException");
        assertThat(market.statusOf(market.usage(1))).isEqualTo(Status.SUCCESS);
        assertThat(market.refusalOf(market.usage(1))).isEqualTo("ThrottlingException");
        assertThat(market.refusalOf(market.usage(1))).isEqualTo("AccessDeniedException");
        market.aws.whenMeteringCall(1, Misbehaviour.throttle());
        assertThat(market.refusalOf(market.usage(1))).isEqualTo("ThrottlingException");
        assertThat(market.statusOf(market.usage(1))).isEqualTo(Status.SUCCESS);
        assertThatThrownBy(() -> market.aws.whenMeteringCall(0, Misbehaviour.none()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("SUB-3 records can be chosen by what they are of, wherever they stand")
    void chosenRecords() {
        UsageRecord first = market.usage(NOON.minus(Duration.ofHours(1)), 1);
        UsageRecord second = market.usage(NOON, 2);
        market.aws.whenMetering(
                Misbehaviour.leaveUnprocessed(hour -> hour.start().equals(NOON)),
                Misbehaviour.leaveOut(hour -> hour.customerIdentifier().equals(market.alice)));

        BatchMeterUsageAnswer answer = market.meter(first, second);
        assertThat(answer.results()).hasSize(1);
        assertThat(answer.unprocessed()).containsExactly(second);
        assertThat(market.meter(second)).isEqualTo(new BatchMeterUsageAnswer(List.of(), List.of()));
        assertThat(market.aws.billed()).extracting(BilledUsage::quantity).containsExactly(1L);
    }

    private boolean dropped() {
        return catchThrowableOfType(ConnectionDroppedException.class, () -> market.meter(market.usage(1)))
                .afterTheWork();
    }
}
