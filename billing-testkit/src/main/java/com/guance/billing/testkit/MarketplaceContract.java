package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.guance.billing.metering.BatchRejected;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.ports.faults.MarketplaceMisconfigured;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import com.guance.billing.ports.faults.MarketplaceUnreachable;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.testkit.MarketplaceUnderTest.Billed;
import com.guance.billing.testkit.MarketplaceUnderTest.Trouble;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A cloud market (云市场): the contract of {@link Marketplace}; resolving is in {@link MarketplaceResolvingContract}. */
public interface MarketplaceContract extends MarketplaceResolvingContract {

    /** Billed, with its allocations. */
    @Test
    @DisplayName("a record is accepted and billed as it says, its allocations tagged with workspace and site (MET-5)")
    default void aRecordIsBilledAsItSays() {
        MarketplaceCustomer customer = market().subscribed();
        MeteringRecord record = records().of(customer, 5, 2);

        List<MeteringAnswer> answers = market().port().meter(List.of(record)).get();

        assertThat(answers).hasSize(1).allMatch(MeteringAnswer.Accepted.class::isInstance);
        assertThat(((MeteringAnswer.Accepted) answers.get(0)).receipt()).isNotBlank();
        assertThat(market().billed(customer))
                .containsExactly(new Billed(
                        market().dimension(),
                        record.id().hour(),
                        7,
                        Map.of(records().tags(0), 5L, records().tags(1), 2L)));
    }

    /** Order. */
    @Test
    @DisplayName("of 25 records each has its answer, in their order")
    default void eachHasItsAnswerInOrder() {
        List<MarketplaceCustomer> customers = IntStream.range(0, Marketplace.MOST_RECORDS)
                .mapToObj(i -> i % 3 == 1 ? market().unsubscribed() : market().subscribed())
                .collect(Collectors.toList());
        List<MeteringRecord> batch = IntStream.range(0, Marketplace.MOST_RECORDS)
                .mapToObj(i -> records().of(customers.get(i), i + 1))
                .collect(Collectors.toList());

        List<MeteringAnswer> answers = market().port().meter(batch).get();

        assertThat(answers).hasSize(Marketplace.MOST_RECORDS);
        for (int i = 0; i < Marketplace.MOST_RECORDS; i++) {
            boolean subscribed = i % 3 != 1;
            assertThat(answers.get(i))
                    .isInstanceOf(subscribed ? MeteringAnswer.Accepted.class : MeteringAnswer.NotSubscribed.class);
            assertThat(quantities(customers.get(i))).isEqualTo(subscribed ? List.of(i + 1L) : List.of());
        }
    }

    /** Clause 1. */
    @Test
    @DisplayName("of one customer, dimension and hour the first record wins; another quantity is a duplicate (SUB-4)")
    default void theFirstRecordWins() {
        MarketplaceCustomer customer = market().subscribed();
        assertAnswers(MeteringAnswer.Accepted.class, records().of(customer, 5));

        assertAnswers(MeteringAnswer.Duplicate.class, records().of(customer, 6));

        assertThat(quantities(customer)).containsExactly(5L);
    }

    /** Clause 1. */
    @Test
    @DisplayName("a zero is a first record like any other (MET-8)")
    default void aZeroCounts() {
        MarketplaceCustomer customer = market().subscribed();
        assertAnswers(MeteringAnswer.Accepted.class, records().of(customer));

        assertAnswers(MeteringAnswer.Duplicate.class, records().of(customer, 6));

        assertThat(quantities(customer)).containsExactly(0L);
    }

    /** Another hour. */
    @Test
    @DisplayName("another hour is billed for itself")
    default void anotherHourIsBilledForItself() {
        MarketplaceCustomer customer = market().subscribed();
        MeteringRecord first = records().of(customer, 5);
        market().moveClock(Duration.ofHours(1));
        MeteringRecord second = records().of(customer, 6);

        assertThat(market().port().meter(List.of(first, second)).get())
                .hasSize(2)
                .allMatch(MeteringAnswer.Accepted.class::isInstance);
        assertThat(quantities(customer)).containsExactlyInAnyOrder(5L, 6L);
    }

    /** Clause 2. */
    @Test
    @DisplayName("the identical record again is accepted or a duplicate, and billed once (SUB-4)")
    default void theIdenticalRecordIsBilledOnce() {
        MarketplaceCustomer customer = market().subscribed();
        MeteringRecord record = records().of(customer, 5);
        assertAnswers(MeteringAnswer.Accepted.class, record);

        List<MeteringAnswer> again = market().port().meter(List.of(record)).get();

        assertThat(again.get(0)).isInstanceOfAny(MeteringAnswer.Accepted.class, MeteringAnswer.Duplicate.class);
        assertThat(quantities(customer)).containsExactly(5L);
    }

    /** Clause 4. */
    @Test
    @DisplayName("a customer without subscription is answered not subscribed, and not billed (SUB-5)")
    default void aCustomerWithoutSubscriptionIsNotBilled() {
        MarketplaceCustomer customer = market().unsubscribed();

        assertAnswers(MeteringAnswer.NotSubscribed.class, records().of(customer, 5));

        assertThat(quantities(customer)).isEmpty();
    }

    /** Clause 5. */
    @Test
    @DisplayName("a record that comes back unprocessed was not billed, the others were; sent again it is (SUB-3)")
    default void anUnprocessedRecordWasNotBilled() {
        assertOnlyTheSecondIsBilled(Trouble.FIRST_UNPROCESSED, new MeteringAnswer.Unprocessed());
    }

    /** Clause 6. */
    @Test
    @DisplayName("a record that the answer leaves out is unanswered, and still owed (SUB-3, SUB-11)")
    default void aRecordLeftOutIsUnanswered() {
        assertOnlyTheSecondIsBilled(Trouble.FIRST_LEFT_OUT, new MeteringAnswer.Unanswered());
    }

    /** Clause 5. */
    @Test
    @DisplayName("a throttled batch is answered unprocessed, and nothing of it was billed (SUB-7)")
    default void aThrottledBatchWasNotBilled() {
        MarketplaceCustomer customer = market().subscribed();
        market().next(Trouble.THROTTLED);

        assertAnswers(MeteringAnswer.Unprocessed.class, records().of(customer, 5));

        assertThat(quantities(customer)).isEmpty();
    }

    /** Left. */
    @Test
    @DisplayName("one bad record rejects the whole request, with the marketplace's reason; nothing is billed (SUB-6)")
    default void oneBadRecordRejectsTheRequest() {
        MarketplaceCustomer first = market().subscribed();
        MarketplaceCustomer second = market().subscribed();
        MeteringRecord old = records().of(first, 5);
        market().moveClock(market().port().profile().window().plusHours(2));
        MeteringRecord good = records().of(second, 6);

        Either<BatchRejected, List<MeteringAnswer>> rejected = market().port().meter(List.of(good, old));

        assertThat(rejected).isEqualTo(Either.left(new BatchRejected("TimestampOutOfBoundsException")));
        assertThat(quantities(first)).isEmpty();
        assertThat(quantities(second)).isEmpty();
        assertAnswers(MeteringAnswer.Accepted.class, good);
    }

    /** SUB-2 */
    @Test
    @DisplayName("a request that is too large is rejected, so that it can be cut in two; nothing is billed (SUB-2)")
    default void aRequestTooLargeIsRejected() {
        long[] shares = LongStream.generate(() -> 1).limit(1_000).toArray();
        List<MarketplaceCustomer> customers = IntStream.range(0, Marketplace.MOST_RECORDS)
                .mapToObj(i -> market().subscribed())
                .collect(Collectors.toList());
        List<MeteringRecord> batch = customers.stream()
                .map(customer -> records().of(customer, shares))
                .collect(Collectors.toList());

        assertThat(market().port().meter(batch).isLeft()).isTrue();

        assertThat(customers).allMatch(customer -> quantities(customer).isEmpty());
        assertAnswers(MeteringAnswer.Accepted.class, batch.get(0));
    }

    /** In doubt. */
    @ParameterizedTest
    @EnumSource(names = {"NOTHING_DONE_AND_NO_ANSWER", "DONE_AND_NO_ANSWER", "INTERNAL_ERROR"})
    @DisplayName("no legible answer is MarketplaceUnavailable; sent again identically it is billed once (SUB-1)")
    default void noAnswerIsUnavailable(Trouble trouble) {
        MarketplaceCustomer customer = market().subscribed();
        List<MeteringRecord> batch = List.of(records().of(customer, 5));
        market().next(trouble);

        assertThatExceptionOfType(MarketplaceUnavailable.class)
                .isThrownBy(() -> market().port().meter(batch));

        assertThat(quantities(customer)).isEqualTo(trouble == Trouble.DONE_AND_NO_ANSWER ? List.of(5L) : List.of());
        assertThat(market().port().meter(batch).get().get(0))
                .isInstanceOfAny(MeteringAnswer.Accepted.class, MeteringAnswer.Duplicate.class);
        assertThat(quantities(customer)).containsExactly(5L);
    }

    /** Never sent. */
    @Test
    @DisplayName("a call that was never sent is MarketplaceUnreachable, and nothing was billed (SUB-1)")
    default void aCallThatWasNeverSentIsUnreachable() {
        MarketplaceCustomer customer = market().subscribed();
        List<MeteringRecord> batch = List.of(records().of(customer, 5));
        market().next(Trouble.CONNECTION_REFUSED);

        assertThatExceptionOfType(MarketplaceUnreachable.class)
                .isThrownBy(() -> market().port().meter(batch));

        assertThat(quantities(customer)).isEmpty();
        assertAnswers(MeteringAnswer.Accepted.class, batch.get(0));
        assertThat(quantities(customer)).containsExactly(5L);
    }

    /** In doubt. */
    @Test
    @DisplayName("a call that comes through after it was given up is billed once, whoever was first (SUB-1, SUB-9)")
    default void aCallThatComesThroughLaterIsBilledOnce() {
        MarketplaceCustomer customer = market().subscribed();
        MarketplaceCustomer other = market().subscribed();
        MeteringRecord record = records().of(customer, 5);
        MeteringRecord notAgain = records().of(other, 6);
        market().next(Trouble.DONE_LATER_AND_NO_ANSWER);
        assertThatExceptionOfType(MarketplaceUnavailable.class)
                .isThrownBy(() -> market().port().meter(List.of(record, notAgain)));
        assertThat(quantities(other)).isEmpty();

        assertAnswers(MeteringAnswer.Accepted.class, record);
        market().moveClock(Duration.ofMinutes(1));

        assertThat(quantities(customer)).containsExactly(5L);
        assertThat(quantities(other)).containsExactly(6L);
    }

    /** SUB-2 */
    @Test
    @DisplayName("records of two identity schemes are rejected as a request, and nothing of it is billed (SUB-2)")
    default void twoSchemesMakeNoRequest() {
        MarketplaceCustomer customer = market().subscribed();
        MarketplaceCustomer ofTheOtherScheme = customer instanceof MarketplaceCustomer.Legacy
                ? new MarketplaceCustomer.Licensed(customer.product(), "111122223333", "l-1")
                : new MarketplaceCustomer.Legacy(customer.product(), "cust-1");
        MeteringRecord record = records().of(customer, 5);

        assertThat(market().port()
                        .meter(List.of(record, records().of(ofTheOtherScheme, 6)))
                        .isLeft())
                .isTrue();

        assertThat(quantities(customer)).isEmpty();
        assertAnswers(MeteringAnswer.Accepted.class, record);
    }

    /** One identity. */
    @Test
    @DisplayName("who arrives is the customer to be metered (ARR-2)")
    default void whoArrivesIsMetered() {
        MarketplaceCustomer arrived = market().port()
                .resolve(market().goodLanding(), market().now())
                .get()
                .customer();

        assertAnswers(MeteringAnswer.Accepted.class, records().of(arrived, 5));

        assertThat(quantities(arrived)).containsExactly(5L);
    }

    /** Refused. */
    @ParameterizedTest
    @EnumSource(names = {"WE_ARE_REFUSED", "OUR_CREDENTIALS_EXPIRED", "OUR_PRODUCT_IS_UNKNOWN"})
    @DisplayName("a refusal that no record brought about is MarketplaceMisconfigured, and nothing was billed (SUB-6)")
    default void aMarketplaceThatRefusesUs(Trouble trouble) {
        MarketplaceCustomer customer = market().subscribed();
        List<MeteringRecord> batch = List.of(records().of(customer, 5));
        market().next(trouble);

        assertThatExceptionOfType(MarketplaceMisconfigured.class)
                .isThrownBy(() -> market().port().meter(batch));

        assertThat(quantities(customer)).isEmpty();
    }

    /** One attempt. */
    @Test
    @DisplayName("one call is one attempt: of two troubles a call suffers one, and the next call the other (SUB-1)")
    default void oneCallIsOneAttempt() {
        MarketplaceCustomer customer = market().subscribed();
        List<MeteringRecord> batch = List.of(records().of(customer, 5));
        List<Trouble> troubles = new ArrayList<>(List.of(Trouble.INTERNAL_ERROR, Trouble.NOTHING_DONE_AND_NO_ANSWER));
        troubles.forEach(market()::next);

        troubles.forEach(each -> assertThatExceptionOfType(MarketplaceUnavailable.class)
                .isThrownBy(() -> market().port().meter(batch)));

        assertThat(quantities(customer)).isEmpty();
        assertAnswers(MeteringAnswer.Accepted.class, batch.get(0));
    }

    private void assertOnlyTheSecondIsBilled(Trouble trouble, MeteringAnswer ofTheFirst) {
        MarketplaceCustomer first = market().subscribed();
        MarketplaceCustomer second = market().subscribed();
        List<MeteringRecord> batch = List.of(records().of(first, 5), records().of(second, 6));
        market().next(trouble);

        List<MeteringAnswer> answers = market().port().meter(batch).get();

        assertThat(answers.get(0)).isEqualTo(ofTheFirst);
        assertThat(answers.get(1)).isInstanceOf(MeteringAnswer.Accepted.class);
        assertThat(quantities(first)).isEmpty();
        assertThat(quantities(second)).containsExactly(6L);
        assertAnswers(MeteringAnswer.Accepted.class, batch.get(0));
    }

    private GivenRecords records() {
        return new GivenRecords(market().dimension(), market().now());
    }

    private void assertAnswers(Class<? extends MeteringAnswer> expected, MeteringRecord record) {
        assertThat(market().port().meter(List.of(record)).get()).hasSize(1).allMatch(expected::isInstance);
    }

    private List<Long> quantities(MarketplaceCustomer customer) {
        return market().billed(customer).stream().map(Billed::quantity).collect(Collectors.toList());
    }
}
