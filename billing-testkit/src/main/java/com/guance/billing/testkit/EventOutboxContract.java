package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.Change;
import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.UserId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.delivery.Redelivery;
import com.guance.billing.ports.driven.Backlog.Untold;
import com.guance.billing.ports.driven.EventOutbox.Failed;
import com.guance.billing.ports.driven.EventOutbox.Pending;
import com.guance.billing.ports.driven.EventOutbox.SetAside;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Events that have still to be told: the contract of {@link com.guance.billing.ports.driven.EventOutbox}. */
public interface EventOutboxContract extends StoreContract {

    /** Who has events delivered again. */
    Request STAFF = new Request(new Actor.Staff(new UserId("staff")), Given.NOW);

    /** Nothing. */
    @Test
    @DisplayName("nothing happened, nothing is pending, and telling nothing is harmless")
    default void nothingIsPending() {
        Work.run(unitOfWork(), stores -> stores.outbox().told(List.of()));

        assertThat(Work.pending(unitOfWork())).isEmpty();
    }

    /** Order. */
    @Test
    @DisplayName("events are pending in the order in which they were saved, their positions rise")
    default void eventsArePendingInOrder() {
        List<DomainEvent> expected = new ArrayList<>();
        for (String number : List.of("3", "1", "2")) {
            expected.addAll(born(number).events());
        }

        List<Pending> pending = Work.in(unitOfWork(), stores -> stores.outbox().pending(Instant.MAX, 100));

        assertThat(pending).extracting(Pending::event).isEqualTo(expected);
        assertThat(pending)
                .extracting(Pending::position)
                .doesNotHaveDuplicates()
                .isSorted();
    }

    /** Order within one transaction. */
    @Test
    @DisplayName("events of one aggregate are pending in the order in which they happened, whatever happens between")
    default void eventsOfOneAggregateAreInOrder() {
        Change<Subscription> seen = Given.seenSubscription("1", 1);
        Change<Subscription> active = Given.hearing(seen.after(), Sign.Kind.ACTIVATED, Given.NOW);
        Change<Subscription> ended = Given.hearing(active.after(), Sign.Kind.ENDED, Given.NOW.plusNanos(1));
        Work.run(unitOfWork(), stores -> {
            stores.subscriptions().save(Revision.first(seen));
            stores.cloudAccounts().save(Revision.first(Given.recordedAccount("1")));
            stores.subscriptions().save(new Revision<>(1, active));
            stores.subscriptions().save(new Revision<>(2, ended));
        });

        assertThat(Work.pending(unitOfWork()).stream()
                        .filter(event ->
                                event.subject().equals(seen.after().id().value())))
                .isEqualTo(seen.then(active).then(ended).events());
    }

    /** Every kind. */
    @Test
    @DisplayName("events of every aggregate come back as they were saved, to the nanosecond")
    default void eventsComeBackAsTheyWereSaved() {
        List<DomainEvent> expected = new ArrayList<>();
        Work.run(unitOfWork(), stores -> expected.addAll(EventsOfEveryKind.save(stores)));

        assertThat(Work.pending(unitOfWork())).isEqualTo(expected);
        Same.assertSame(Work.pending(unitOfWork()), expected);
    }

    /** Limit. */
    @Test
    @DisplayName("the oldest are pending first, at most as many as asked for")
    default void theOldestComeFirst() {
        Change<CloudAccount> first = born("1");
        born("2");

        assertThat(Work.list(unitOfWork(), stores -> stores.outbox().pending(Instant.MAX, 2)))
                .extracting(Pending::event)
                .isEqualTo(first.events().subList(0, 2));
    }

    /** Once. */
    @Test
    @DisplayName("events that were told are not pending again, the others are")
    default void toldEventsAreNotPendingAgain() {
        List<DomainEvent> all = born("1").events();

        Work.run(unitOfWork(), stores -> {
            List<Pending> pending = stores.outbox().pending(Instant.MAX, 3);
            stores.outbox().told(List.of(pending.get(0), pending.get(2)));
        });

        assertThat(Work.pending(unitOfWork())).isEqualTo(all.subList(1, 2));
    }

    /** Many. */
    @Test
    @DisplayName("2,000 events are told in batches, each once, in order")
    default void manyAreToldInBatches() {
        List<Revision<Workspace>> births = IntStream.range(0, 700)
                .mapToObj(i -> Revision.first(Given.workspacePaidBy("1", "wksp_" + i)))
                .collect(Collectors.toList());
        Work.run(unitOfWork(), stores -> stores.workspaces().save(births));
        List<DomainEvent> told = new ArrayList<>();

        while (told.size() < 2_100) {
            int before = told.size();
            told.addAll(tellAll(600));
            assertThat(told).hasSizeGreaterThan(before);
        }

        assertThat(told)
                .isEqualTo(births.stream()
                        .flatMap(birth -> birth.change().events().stream())
                        .collect(Collectors.toList()));
        assertThat(Work.pending(unitOfWork())).isEmpty();
    }

    /** One teller. */
    @Test
    @DisplayName("while a transaction that has asked for pending events runs, no other is given any")
    default void noOtherIsGivenAny() {
        List<DomainEvent> all = born("1").events();
        List<CompletableFuture<List<DomainEvent>>> other = new ArrayList<>();

        Work.run(unitOfWork(), stores -> {
            List<Pending> mine = stores.outbox().pending(Instant.MAX, 1);
            other.add(Overlap.meanwhile(() -> tellAll(2)));
            stores.outbox().told(mine);
        });

        List<DomainEvent> second = Overlap.result(other.get(0));
        assertThat(second).doesNotContain(all.get(0)).isIn(List.of(), all.subList(1, 3));
    }

    /** One teller. */
    @Test
    @DisplayName("when such a transaction is over, told or left, the next is given the rest")
    default void theNextIsGivenTheRest() {
        List<DomainEvent> all = born("1").events();

        Work.abandon(
                unitOfWork(), stores -> stores.outbox().told(stores.outbox().pending(Instant.MAX, 2)));

        assertThat(tellAll(2)).isEqualTo(all.subList(0, 2));
        assertThat(tellAll(2)).isEqualTo(all.subList(2, 3));
    }

    /** Late commits. */
    @Test
    @DisplayName("an event whose transaction commits late is not lost, though later ones were told before")
    default void aLateCommitIsNotLost() {
        List<CompletableFuture<List<DomainEvent>>> other = new ArrayList<>();
        Change<CloudAccount> late = Given.accountOnFile("late");

        Work.run(unitOfWork(), stores -> {
            stores.cloudAccounts().save(Revision.first(late));
            other.add(Overlap.meanwhile(() -> {
                born("early");
                return tellAll(100);
            }));
        });
        List<DomainEvent> told = new ArrayList<>(Overlap.result(other.get(0)));
        told.addAll(tellAll(100));

        List<DomainEvent> expected = new ArrayList<>(late.events());
        expected.addAll(Given.accountOnFile("early").events());
        assertThat(told).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** REL-4 */
    @Test
    @DisplayName(
            "REL-4 an event after a failed attempt holds back the later ones of its aggregate until its time has come,"
                    + " and no others")
    default void aFailedEventHoldsBackItsAggregate() {
        List<DomainEvent> bad = born("bad").events();
        List<DomainEvent> good = born("good").events();
        fails(bad.get(1), 1, Option.some(Given.NOW));

        List<DomainEvent> before = new ArrayList<>(bad.subList(0, 1));
        before.addAll(good);
        assertThat(pending(Given.NOW.minusNanos(1))).isEqualTo(before);
        List<DomainEvent> all = new ArrayList<>(bad);
        all.addAll(good);
        assertThat(pending(Given.NOW)).isEqualTo(all);
        assertThat(untold())
                .isEqualTo(new Untold(all.size(), Option.some(bad.get(0).at()), 1, 0));
        assertThat(entry(bad.get(1)).failures()).isEqualTo(1);

        fails(bad.get(1), 2, Option.some(Given.NOW.plusNanos(1)));
        assertThat(entry(bad.get(1)).failures()).isEqualTo(2);
        assertThat(pending(Given.NOW)).isEqualTo(before);
    }

    /** REL-4 */
    @Test
    @DisplayName("REL-4 an event that is told after a failed attempt is forgotten as failed")
    default void aToldEventIsForgottenAsFailed() {
        List<DomainEvent> all = born("1").events();
        fails(all.get(0), 1, Option.some(Given.NOW));
        tellAll(1);
        assertThat(untold())
                .isEqualTo(new Untold(all.size() - 1, Option.some(all.get(1).at()), 0, 0));
    }

    /** REL-4 */
    @Test
    @DisplayName("REL-4 an event that is set aside holds back nothing, is listed, and is pending again when it is told"
            + " again")
    default void aSetAsideEventIsToldAgain() {
        List<DomainEvent> all = born("1").events();
        fails(all.get(0), 3, Option.none());
        fails(all.get(2), 1, Option.none());

        assertThat(pending(Given.NOW)).isEqualTo(all.subList(1, 2));
        assertThat(untold()).isEqualTo(new Untold(1, Option.some(all.get(1).at()), 0, 2));
        List<SetAside> aside = aside(Option.none());
        assertThat(aside).extracting(one -> one.content().get()).containsExactly(all.get(0), all.get(2));
        assertThat(aside).extracting(SetAside::sequence).containsExactly(1L, 3L);
        assertThat(aside).extracting(SetAside::failures).containsExactly(3, 1);
        assertThat(aside).extracting(SetAside::cause).containsOnly("a cause");
        assertThat(aside(Option.some(aside.get(0).position()))).isEqualTo(aside.subList(1, 2));

        long position = aside.get(0).position();
        assertThat(Work.list(unitOfWork(), stores -> stores.outbox().tellAgain(List.of(position, 0L), STAFF)))
                .containsExactly(position);
        assertThat(Work.list(unitOfWork(), stores -> stores.outbox().tellAgain(List.of(position), STAFF)))
                .isEmpty();
        assertThat(aside(Option.none())).hasSize(1);
        assertThat(pending(Given.NOW)).isEqualTo(all.subList(0, 2));
        assertThat(entry(all.get(0)).failures()).isZero();
    }

    /** REL-4 */
    @Test
    @DisplayName(
            "REL-4 who had which events delivered again is kept and listed, page by page; of what was not set aside nothing")
    default void redeliveriesAreKept() {
        List<DomainEvent> all = born("1").events();
        fails(all.get(0), 3, Option.none());
        fails(all.get(1), 3, Option.none());
        List<Long> aside = aside(Option.none()).stream().map(SetAside::position).toList();
        Request later = new Request(STAFF.by(), STAFF.at().plusNanos(1));
        Work.run(unitOfWork(), stores -> stores.outbox().tellAgain(List.of(aside.get(1), aside.get(0)), STAFF));
        Work.run(unitOfWork(), stores -> stores.outbox().tellAgain(aside, STAFF));
        fails(all.get(0), 3, Option.none());
        Work.run(unitOfWork(), stores -> stores.outbox().tellAgain(aside, later));

        List<Redelivery> redeliveries = redeliveries(Option.none(), 9);
        assertThat(redeliveries)
                .extracting(Redelivery::position)
                .containsExactly(aside.get(0), aside.get(1), aside.get(0));
        assertThat(redeliveries).extracting(Redelivery::by).containsExactly(STAFF, STAFF, later);
        assertThat(redeliveries(Option.none(), 2)).isEqualTo(redeliveries.subList(0, 2));
        assertThat(redeliveries(Option.some(redeliveries.get(1).number()), 2)).isEqualTo(redeliveries.subList(2, 3));
    }

    private List<Redelivery> redeliveries(Option<Long> after, int limit) {
        return Work.list(unitOfWork(), stores -> stores.outbox().redeliveries(after, limit));
    }

    /** REL-4 */
    @Test
    @DisplayName(
            "REL-4 events of an aggregate are numbered from 1 without gaps, whatever is told and whatever touches it")
    default void eventsAreNumbered() {
        Change<Subscription> seen = Given.seenSubscription("1", 1);
        Change<Subscription> active = Given.hearing(seen.after(), Sign.Kind.ACTIVATED, Given.NOW);
        Work.run(unitOfWork(), stores -> {
            stores.subscriptions().save(Revision.first(seen));
            stores.subscriptions().save(new Revision<>(1, Change.none(seen.after())));
            stores.subscriptions().save(new Revision<>(2, active));
            stores.cloudAccounts().save(Revision.first(Given.accountOnFile("1")));
        });
        int events = seen.then(active).events().size();
        tellAll(1);
        List<Pending> rest = Work.list(unitOfWork(), stores -> stores.outbox().pending(Instant.MAX, 100));
        assertThat(rest.subList(0, events - 1))
                .extracting(Pending::sequence)
                .isEqualTo(LongStream.rangeClosed(2, events).boxed().toList());
        assertThat(rest.subList(events - 1, rest.size()))
                .extracting(Pending::sequence)
                .isEqualTo(LongStream.rangeClosed(1, rest.size() - events + 1)
                        .boxed()
                        .toList());
        assertThat(rest.get(0).aggregate())
                .isNotEqualTo(rest.get(rest.size() - 1).aggregate());
    }

    private Untold untold() {
        return Work.in(unitOfWork(), stores -> stores.backlog().untold(100));
    }

    private List<DomainEvent> pending(Instant at) {
        return Work.list(unitOfWork(), stores -> stores.outbox().pending(at, 100)).stream()
                .map(Pending::event)
                .toList();
    }

    private List<SetAside> aside(Option<Long> after) {
        return Work.list(unitOfWork(), stores -> stores.outbox().setAside(after, 100));
    }

    private Pending entry(DomainEvent event) {
        return Work.list(unitOfWork(), stores -> stores.outbox().pending(Instant.MAX, 100)).stream()
                .filter(one -> one.event().equals(event))
                .findFirst()
                .orElseThrow();
    }

    private void fails(DomainEvent event, int failures, Option<Instant> retryAt) {
        Pending pending = entry(event);
        Work.run(
                unitOfWork(),
                stores -> stores.outbox().failed(List.of(new Failed(pending, failures, "a cause", retryAt))));
    }

    private Change<CloudAccount> born(String number) {
        Change<CloudAccount> birth = Given.accountOnFile(number);
        Work.run(unitOfWork(), stores -> stores.cloudAccounts().save(Revision.first(birth)));
        return birth;
    }

    private List<DomainEvent> tellAll(int limit) {
        return Work.in(unitOfWork(), stores -> {
            List<Pending> pending = stores.outbox().pending(Instant.MAX, limit);
            stores.outbox().told(pending);
            return pending.stream().map(Pending::event).collect(Collectors.toUnmodifiableList());
        });
    }
}
