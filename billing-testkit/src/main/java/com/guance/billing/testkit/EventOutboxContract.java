package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import com.guance.billing.DomainEvent;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.ports.driven.EventOutbox.Pending;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Events that have still to be told: the contract of {@link com.guance.billing.ports.driven.EventOutbox}. */
public interface EventOutboxContract extends StoreContract {

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

        List<Pending> pending = Work.in(unitOfWork(), stores -> stores.outbox().pending(100));

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

        assertThat(Work.list(unitOfWork(), stores -> stores.outbox().pending(2)))
                .extracting(Pending::event)
                .isEqualTo(first.events().subList(0, 2));
    }

    /** Once. */
    @Test
    @DisplayName("events that were told are not pending again, the others are")
    default void toldEventsAreNotPendingAgain() {
        List<DomainEvent> all = born("1").events();

        Work.run(unitOfWork(), stores -> {
            List<Pending> pending = stores.outbox().pending(3);
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
            List<Pending> mine = stores.outbox().pending(1);
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
                unitOfWork(), stores -> stores.outbox().told(stores.outbox().pending(2)));

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

    private Change<CloudAccount> born(String number) {
        Change<CloudAccount> birth = Given.accountOnFile(number);
        Work.run(unitOfWork(), stores -> stores.cloudAccounts().save(Revision.first(birth)));
        return birth;
    }

    private List<DomainEvent> tellAll(int limit) {
        return Work.in(unitOfWork(), stores -> {
            List<Pending> pending = stores.outbox().pending(limit);
            stores.outbox().told(pending);
            return pending.stream().map(Pending::event).collect(Collectors.toUnmodifiableList());
        });
    }
}
