package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.Closing;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.HeldRecords;
import com.guance.billing.metering.HoldScope;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.Sendable;
import com.guance.billing.metering.SubmissionHold;
import com.guance.billing.policy.SubmittingPolicy;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Product;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Which records are sent, and when: the contract of {@link com.guance.billing.ports.driven.MeteringRecords#owed}, {@code lapsing} and
 * {@code held}, and of {@link com.guance.billing.ports.driven.Subscriptions#overrun}.
 */
public interface SendingContract extends StoreContract {

    /** Of which product. */
    Product PRODUCT = Given.PROFILE.product();

    /** SUB-9 */
    @Test
    @DisplayName("a record that was sent is owed again when its lease is over, to the nanosecond (SUB-9)")
    default void aLeaseIsKept() {
        MeteringRecord sent = saved("1", 0, GivenAnswers::unanswered);
        saved("1", 1, GivenAnswers::accepted);

        assertThat(owed(sent.sendFrom().minusNanos(1))).isEmpty();
        assertThat(owed(sent.sendFrom())).containsExactly(sent.id());
    }

    /** SUB-7 */
    @Test
    @DisplayName("a record that backs off is owed again when its time comes, and holds up no other (SUB-3, SUB-7)")
    default void backingOffIsKept() {
        MeteringRecord backsOff = saved("1", 0, GivenAnswers::unprocessed);
        MeteringRecord inDoubt = saved("2", 0, GivenAnswers::inDoubt);
        MeteringRecord fresh = saved("3", 0, Change::none);

        assertThat(backsOff.sendFrom()).isBetween(fresh.sendFrom(), MeteringRecordsContract.LATE);
        assertThat(owed(fresh.sendFrom())).containsExactly(fresh.id());
        assertThat(owed(backsOff.sendFrom())).contains(backsOff.id(), fresh.id());
        assertThat(owed(backsOff.sendFrom().minusNanos(1))).doesNotContain(backsOff.id());
        assertThat(owed(MeteringRecordsContract.LATE)).containsExactly(backsOff.id(), inDoubt.id(), fresh.id());
    }

    /** SUB-2 */
    @Test
    @DisplayName(
            "records of ending subscriptions come first, whatever their hour, as far as they may be sent (SUB-2, FIN-2)")
    default void endingSubscriptionsComeFirst() {
        bear("1", Change::none);
        bear("2", active -> Given.hearing(active, Sign.Kind.ENDING, Given.NOW.plusSeconds(9)));
        bear("3", active -> Given.hearing(active, Sign.Kind.ENDED, Given.NOW.plusSeconds(9)));
        MeteringRecord oldest = saved("1", 0, Change::none);
        MeteringRecord ended = saved("3", 1, Change::none);
        MeteringRecord ending = saved("2", 3, Change::none);
        MeteringRecord earlier = saved("2", 2, Change::none);
        MeteringRecord unknown = saved("4", 0, Change::none);
        saved("2", 1, GivenAnswers::accepted);

        assertThat(owed(MeteringRecordsContract.LATE))
                .containsExactly(earlier.id(), ending.id(), oldest.id(), ended.id(), unknown.id());
        assertThat(owed(oldest.sendFrom())).containsExactly(oldest.id(), unknown.id());
        assertThat(owed(MeteringRecordsContract.LATE, 1)).containsExactly(earlier.id());
        assertThat(owed(MeteringRecordsContract.LATE, 3)).containsExactly(earlier.id(), ending.id(), oldest.id());
    }

    /** SUB-2 */
    @Test
    @DisplayName("then come those near their deadline, the oldest first, to the nanosecond (SUB-2, SUB-8)")
    default void nearTheirDeadline() {
        bear("2", active -> Given.hearing(active, Sign.Kind.ENDING, Given.NOW.plusSeconds(9)));
        MeteringRecord first = saved("1", 0, Change::none);
        MeteringRecord second = saved("1", 1, Change::none);
        MeteringRecord third = saved("1", 2, Change::none);
        MeteringRecord ending = saved("2", 3, Change::none);
        MeteringRecord other = saved("3", 2, Change::none);
        Instant urgent = second.content().timestamp();

        assertThat(inOrder(urgent, 0)).containsExactly(ending.id(), first.id(), second.id(), third.id(), other.id());
        assertThat(inOrder(urgent.minusNanos(1), 0))
                .containsExactly(ending.id(), first.id(), second.id(), other.id(), third.id());
    }

    /** SUB-2 */
    @Test
    @DisplayName(
            "then the oldest record of each subscription, the second of each …; another turn begins with another (SUB-2)")
    default void inTurns() {
        List<RecordId> first = IntStream.range(0, 3)
                .mapToObj(hour -> saved("1", hour, Change::none).id())
                .toList();
        List<RecordId> second = IntStream.range(1, 3)
                .mapToObj(hour -> saved("2", hour, Change::none).id())
                .toList();
        RecordId third = saved("3", 9, Change::none).id();

        assertThat(inOrder(Instant.EPOCH, 0))
                .containsExactly(first.get(0), second.get(0), third, first.get(1), second.get(1), first.get(2));
        assertThat(inOrder(Instant.EPOCH, 1)).startsWith(third, first.get(0), second.get(0));
        assertThat(inOrder(Instant.EPOCH, 2)).startsWith(second.get(0), third, first.get(0));
        assertThat(inOrder(Instant.EPOCH, Long.MAX_VALUE / 2)).hasSize(6).doesNotHaveDuplicates();
    }

    /** SUB-6 */
    @Test
    @DisplayName("records that were refused alone come last, whatever is urgent (SUB-6)")
    default void refusedComeLast() {
        bear("2", active -> Given.hearing(active, Sign.Kind.ENDING, Given.NOW.plusSeconds(9)));
        MeteringRecord refused = saved("1", 0, GivenAnswers::refused);
        MeteringRecord ending = saved("2", 0, GivenAnswers::refused);
        MeteringRecord late = saved("3", 5, Change::none);

        assertThat(owed(MeteringRecordsContract.LATE)).containsExactly(late.id(), refused.id(), ending.id());
    }

    /** SUB-6 */
    @Test
    @DisplayName(
            "what a hold keeps unsent is not owed, unless in doubt or of a subscription that ends; ended, it is (SUB-6)")
    default void heldIsUnsent() {
        bear("2", active -> Given.hearing(active, Sign.Kind.ENDING, Given.NOW.plusSeconds(9)));
        MeteringRecord held = saved("1", 0, Change::none);
        MeteringRecord doubtful = saved("1", 1, GivenAnswers::inDoubt);
        MeteringRecord ending = saved("2", 0, Change::none);
        MeteringRecord free = saved("3", 0, Change::none);
        for (HoldScope scope : HoldScope.of(held.id())) {
            placed(scope, held.id());
            if (scope.customer().isEmpty()) {
                assertThat(owed(MeteringRecordsContract.LATE)).containsExactly(ending.id(), doubtful.id());
            } else {
                assertThat(owed(MeteringRecordsContract.LATE)).containsExactly(ending.id(), doubtful.id(), free.id());
            }
            ended(scope);
            assertThat(owed(MeteringRecordsContract.LATE)).contains(held.id(), doubtful.id(), ending.id(), free.id());
        }
    }

    /** SUB-6 */
    @Test
    @DisplayName(
            "a hold is probed with one of its records, of another customer than the last one, when its time comes (SUB-6)")
    default void holdsAreProbed() {
        MeteringRecord first = saved("1", 0, Change::none);
        MeteringRecord second = saved("2", 0, Change::none);
        MeteringRecord later = saved("2", 1, Change::none);
        HoldScope dimension = HoldScope.of(first.id()).get(2);
        SubmissionHold hold = placed(dimension, first.id(), later.sendFrom());

        assertThat(probes(hold.probeFrom().minusNanos(1))).isEmpty();
        assertThat(probes(hold.probeFrom())).containsExactly(second.id(), later.id(), first.id());
        HoldScope meter = HoldScope.of(second.id()).get(0);
        SubmissionHold other = placed(meter, second.id(), hold.probeFrom());
        assertThat(probes(hold.probeFrom())).containsExactly(first.id());
        assertThat(probes(other.probeFrom())).containsExactly(second.id(), later.id(), first.id());
        ended(dimension);
        assertThat(probes(other.probeFrom())).containsExactly(second.id(), later.id());
    }

    /** SUB-6 */
    @Test
    @DisplayName("another customer's hold of the same dimension is found while it is active and young enough (SUB-6)")
    default void holdsOfAnother() {
        RecordId mine = GivenMeter.of("1", "api-calls").record(0);
        RecordId theirs = GivenMeter.of("2", "api-calls").record(0);
        HoldScope meter = HoldScope.of(theirs).get(0);
        placed(HoldScope.of(mine).get(0), mine);
        placed(HoldScope.of(theirs).get(1), theirs);
        assertThat(heldOfAnother(mine, Given.NOW)).isFalse();

        placed(meter, theirs);

        assertThat(heldOfAnother(mine, Given.NOW)).isTrue();
        assertThat(heldOfAnother(mine, Given.NOW.plusNanos(1))).isFalse();
        assertThat(heldOfAnother(GivenMeter.of("1", "other").record(0), Given.NOW))
                .isFalse();
        ended(meter);
        assertThat(heldOfAnother(mine, Given.NOW)).isFalse();
    }

    /** SUB-5, SUB-6 */
    @Test
    @DisplayName(
            "what was accepted of late is found by dimension and time, the last of a subscription by hour (SUB-5, SUB-6)")
    default void acceptedOfLate() {
        MeteringRecord early = saved("1", 0, GivenAnswers::accepted);
        MeteringRecord late = saved("1", 2, GivenAnswers::accepted);
        saved("1", 3, GivenAnswers::held);
        saved("2", 4, GivenAnswers::accepted);
        Dimension dimension = early.id().meter().dimension();
        Instant when = Work.in(
                unitOfWork(),
                stores -> stores.meteringRecords()
                        .lastAccepted(
                                late.billed().subscription(), late.id().meter().customer())
                        .map(MeteringRecord::sendFrom)
                        .get());

        assertThat(acceptedSince(dimension, Given.NOW)).isTrue();
        assertThat(acceptedSince(new Dimension("other"), Given.NOW)).isFalse();
        assertThat(acceptedSince(dimension, when.plus(Duration.ofDays(3)))).isFalse();
        Option<RecordId> last = Work.in(
                unitOfWork(),
                stores -> stores.meteringRecords()
                        .lastAccepted(
                                late.billed().subscription(), late.id().meter().customer())
                        .map(MeteringRecord::id));
        Option<MeteringRecord> none = Work.in(
                unitOfWork(),
                stores -> stores.meteringRecords().lastAccepted(Given.subscriptionId("3"), Given.customer("3")));
        assertThat(last).containsExactly(late.id());
        assertThat(none).isEmpty();
    }

    /** SUB-5 */
    @Test
    @DisplayName("suspected subscriptions that may be probed, and owe nothing to probe them with, are found (SUB-5)")
    default void nothingToProbeWith() {
        Subscription suspected = bear(
                "1",
                active -> active.notSubscribed(
                        Duration.ofHours(24), SubmittingPolicy.defaults().suspicion(), Given.byMarketplace(Given.NOW)));
        bear("2", Change::none);
        Instant probe = suspected.suspicion().get().probeFrom();

        assertThat(unprobed(probe.minusNanos(1))).isEmpty();
        assertThat(unprobed(probe)).containsExactly(suspected.id());
        saved("1", 0, Change::none);
        assertThat(unprobed(probe)).isEmpty();
    }

    /** SUB-5, MET-10 */
    @Test
    @DisplayName("SUB-5 MET-10 a record that is too large, or that a hold keeps unsent, probes nobody")
    default void unsentRecordsProbeNobody() {
        Subscription suspected = bear(
                "1",
                active -> active.notSubscribed(
                        Duration.ofHours(24), SubmittingPolicy.defaults().suspicion(), Given.byMarketplace(Given.NOW)));
        Instant probe = suspected.suspicion().get().probeFrom();

        MeteringRecord tooLarge = saved("1", 0, GivenAnswers::tooLarge);
        assertThat(unprobed(probe)).containsExactly(suspected.id());
        assertThat(awaitsAnswer(suspected.id())).isFalse();
        MeteringRecord held = saved("1", 1, Change::none);
        assertThat(unprobed(probe)).isEmpty();
        assertThat(awaitsAnswer(suspected.id())).isTrue();
        HoldScope scope = new HoldScope.OfMeter(held.id().meter());
        placed(scope, held.id());
        assertThat(unprobed(probe)).containsExactly(suspected.id());
        assertThat(awaitsAnswer(suspected.id())).isFalse();
        ended(scope);
        assertThat(unprobed(probe)).isEmpty();
        assertThat(awaitsAnswer(suspected.id())).isTrue();
        assertThat(awaitsAnswer(bear("2", Change::none).id())).isFalse();

        assertThat(tooLarge.isOwed()).isTrue();
        assertThat(owed(MeteringRecordsContract.LATE)).containsExactly(held.id());
    }

    private SubmissionHold placed(HoldScope scope, RecordId record) {
        return placed(scope, record, Given.NOW);
    }

    private SubmissionHold placed(HoldScope scope, RecordId record, Instant at) {
        Change<SubmissionHold> placed = SubmissionHold.placed(scope, "code", record, Given.byMarketplace(at));
        Work.run(unitOfWork(), stores -> stores.submissionHolds().save(List.of(Revision.first(placed))));
        return placed.after();
    }

    private void ended(HoldScope scope) {
        Work.run(
                unitOfWork(),
                stores -> stores.submissionHolds()
                        .find(List.of(scope))
                        .values()
                        .forEach(read -> stores.submissionHolds()
                                .save(List.of(Revision.of(read, read.aggregate().ended(Given.byClock(Given.NOW)))))));
    }

    private List<RecordId> probes(Instant at) {
        List<RecordId> all =
                ids(Work.list(unitOfWork(), stores -> stores.meteringRecords().probes(PRODUCT, at, 100)));
        IntStream.rangeClosed(1, all.size())
                .forEach(limit -> assertThat(ids(Work.list(
                                unitOfWork(), stores -> stores.meteringRecords().probes(PRODUCT, at, limit))))
                        .isEqualTo(all.subList(0, limit)));
        return all;
    }

    private List<RecordId> inOrder(Instant urgent, long turn) {
        Sendable which = new Sendable(PRODUCT, MeteringRecordsContract.LATE, urgent, turn);
        return ids(Work.list(unitOfWork(), stores -> stores.meteringRecords().owed(which, 100)));
    }

    private boolean heldOfAnother(RecordId record, Instant since) {
        return Work.in(unitOfWork(), stores -> stores.submissionHolds().heldOfAnother(record, since));
    }

    private boolean acceptedSince(Dimension dimension, Instant since) {
        return Work.in(unitOfWork(), stores -> stores.meteringRecords().acceptedSince(PRODUCT, dimension, since));
    }

    private boolean awaitsAnswer(SubscriptionId subscription) {
        return Work.in(unitOfWork(), stores -> stores.meteringRecords().awaitsAnswer(subscription));
    }

    private List<SubscriptionId> unprobed(Instant at) {
        return Work.list(unitOfWork(), stores -> stores.subscriptions().unprobed(at, 10)).stream()
                .map(read -> read.aggregate().id())
                .toList();
    }

    /** SUB-5 */
    @Test
    @DisplayName("records of a suspected subscription are held back until it may be probed, to the nanosecond (SUB-5)")
    default void suspectedSubscriptionsAreHeldBack() {
        Instant since = Given.NOW.plus(Duration.ofDays(30));
        Subscription suspected = bear(
                "1",
                active -> active.notSubscribed(
                        Duration.ofHours(24), SubmittingPolicy.defaults().suspicion(), Given.byMarketplace(since)));
        Instant probe = suspected.suspicion().get().probeFrom();
        MeteringRecord heldBack = saved("1", 0, Change::none);
        MeteringRecord other = saved("2", 1, Change::none);

        assertThat(owed(probe.minusNanos(1))).containsExactly(other.id());
        assertThat(owed(probe)).containsExactly(heldBack.id(), other.id());
        Work.run(
                unitOfWork(),
                stores ->
                        stores.subscriptions().save(new Revision<>(1, suspected.metered(Given.byMarketplace(since)))));
        assertThat(owed(probe.minusNanos(1))).containsExactly(heldBack.id(), other.id());
    }

    /** SUB-8 */
    @Test
    @DisplayName(
            "lapsing is what is owed of a timestamp or before, to the nanosecond, whether it may be sent or not (SUB-8)")
    default void lapsingIsWhatIsOwed() {
        MeteringRecord sent = saved("1", 0, GivenAnswers::unanswered);
        MeteringRecord backsOff = saved("2", 1, GivenAnswers::unprocessed);
        MeteringRecord late = saved("1", 2, Change::none);
        Stream.<Function<MeteringRecord, Change<MeteringRecord>>>of(
                        GivenAnswers::accepted, GivenAnswers::held, GivenAnswers::disputed, GivenAnswers::unsettled)
                .forEach(answer -> saved("x" + answer.hashCode(), 0, answer));
        Instant timestamp = backsOff.content().timestamp();

        assertThat(lapsing(timestamp, 1, 10)).containsExactly(sent.id(), backsOff.id());
        assertThat(lapsing(timestamp.minusNanos(1), 1, 10)).containsExactly(sent.id());
        assertThat(lapsing(MeteringRecordsContract.LATE, 1, 10)).containsExactly(sent.id(), backsOff.id(), late.id());
        assertThat(lapsing(MeteringRecordsContract.LATE, 1, 2)).containsExactly(sent.id(), backsOff.id());
    }

    /** SUB-8 */
    @Test
    @DisplayName("what was warned of is lapsing for later warnings only (SUB-8)")
    default void warnedOfOnce() {
        MeteringRecord warned = saved("1", 0, GivenAnswers::warned);
        MeteringRecord fresh = saved("2", 0, Change::none);

        assertThat(lapsing(MeteringRecordsContract.LATE, 1, 10)).containsExactly(fresh.id());
        assertThat(lapsing(MeteringRecordsContract.LATE, 2, 10)).containsExactly(warned.id(), fresh.id());
    }

    /** SUB-6 */
    @Test
    @DisplayName("held records are found by product, dimension and reason, in the order of their keys (SUB-6)")
    default void heldRecordsAreFound() {
        MeteringRecord first = saved("1", 0, GivenAnswers::held);
        MeteringRecord second = saved("2", 0, GivenAnswers::held);
        saved("3", 0, GivenAnswers::released);
        saved("4", 0, GivenAnswers::disputed);
        HeldRecords all = HeldRecords.of(Given.PROFILE.product());

        assertThat(held(all, 10)).containsExactly(first.id(), second.id());
        assertThat(held(all, 1)).containsExactly(first.id());
        assertThat(held(all.ofDimension(new Dimension("api-calls")).heldFor("InvalidTagException"), 10))
                .hasSize(2);
        assertThat(held(all.ofDimension(new Dimension("API-calls")), 10)).isEmpty();
        assertThat(held(all.heldFor("InvalidUsageDimensionException"), 10)).isEmpty();
        assertThat(held(HeldRecords.of(new Product("aws", "another")), 10)).isEmpty();
    }

    /** FIN-2 */
    @Test
    @DisplayName("overrun are subscriptions frozen so long of which something is owed, until people are told (FIN-2)")
    default void overrunSubscriptions() {
        Instant freeze = Given.NOW.plusNanos(7);
        Subscription owing = bear("1", active -> Given.hearing(active, Sign.Kind.ENDING, freeze));
        Subscription ended = bear("2", active -> Given.hearing(active, Sign.Kind.ENDED, freeze));
        bear("3", active -> Given.hearing(active, Sign.Kind.ENDING, freeze));
        bear("4", Change::none);
        saved("1", 0, GivenAnswers::unanswered);
        saved("1", 1, Change::none);
        saved("2", 0, Change::none);
        saved("3", 0, GivenAnswers::accepted);
        saved("4", 0, Change::none);

        assertThat(overrun(freeze.minusNanos(1), 10)).isEmpty();
        assertThat(overrun(freeze, 10)).containsExactly(new Versioned<>(owing, 1), new Versioned<>(ended, 1));
        assertThat(overrun(freeze, 1)).containsExactly(new Versioned<>(owing, 1));
        Work.run(
                unitOfWork(),
                stores -> stores.subscriptions().save(new Revision<>(1, owing.overrun(Given.byClock(Given.NOW)))));
        assertThat(overrun(freeze, 10)).containsExactly(new Versioned<>(ended, 1));
    }

    private Subscription bear(String number, Function<Subscription, Change<Subscription>> more) {
        Change<Subscription> active = Given.activeSubscription(number);
        Change<Subscription> all = active.then(more.apply(active.after()));
        Work.run(unitOfWork(), stores -> stores.subscriptions().save(Revision.first(all)));
        return all.after();
    }

    private MeteringRecord saved(String number, int hour, Function<MeteringRecord, Change<MeteringRecord>> answer) {
        Closing closing = GivenMeter.of(number, "api-calls").units(hour, 3);
        Change<MeteringRecord> answered = answer.apply(closing.record().after());
        Work.run(unitOfWork(), stores -> {
            stores.meteringRecords().close(closing);
            stores.meteringRecords().save(List.of(new Revision<>(1, answered)));
        });
        return answered.after();
    }

    private List<RecordId> owed(Instant at) {
        List<RecordId> all = owed(at, 100);
        IntStream.rangeClosed(1, all.size())
                .forEach(limit -> assertThat(owed(at, limit)).isEqualTo(all.subList(0, limit)));
        return all;
    }

    private List<RecordId> owed(Instant at, int limit) {
        return ids(Work.list(
                unitOfWork(),
                stores -> stores.meteringRecords().owed(new Sendable(PRODUCT, at, Instant.EPOCH, 0), limit)));
    }

    private List<RecordId> lapsing(Instant through, int warnings, int limit) {
        return ids(Work.list(
                unitOfWork(),
                stores -> stores.meteringRecords().lapsing(Given.PROFILE.product(), through, warnings, limit)));
    }

    private List<RecordId> held(HeldRecords which, int limit) {
        return ids(Work.list(unitOfWork(), stores -> stores.meteringRecords().held(which, limit)));
    }

    private List<Versioned<Subscription>> overrun(Instant frozen, int limit) {
        return Work.list(unitOfWork(), stores -> stores.subscriptions().overrun(frozen, limit));
    }

    private static List<RecordId> ids(List<Versioned<MeteringRecord>> records) {
        return records.stream().map(record -> record.aggregate().id()).collect(Collectors.toUnmodifiableList());
    }
}
