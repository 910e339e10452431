package com.guance.billing.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import com.guance.billing.DomainEvent;
import com.guance.billing.policy.LockPolicy;
import com.guance.billing.testing.Life;
import com.guance.billing.testing.Some;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.LockEvent.FullyLocked;
import com.guance.billing.workspace.LockEvent.LockReminded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CountdownProperties {

    private static final LockCause.Administrative ABUSE = abuse(World.START);
    private static final Instant DEADLINE = Life.day(14);
    private static final Instant LONG_AFTER = Life.day(1000);

    @Example
    @Label("LOCK-2 LOCK-3 LOCK-4 reminded 7, 3 and 1 days before, then fully locked, each once and at its own instant")
    void byDefault() {
        Change<Workspace> change = Life.passes(locked(World.LOCKING), LONG_AFTER);

        assertThat(change.events())
                .containsExactly(
                        new LockReminded(World.WORKSPACE, DEADLINE, World.byClock(Life.day(7))),
                        new LockReminded(World.WORKSPACE, DEADLINE, World.byClock(Life.day(11))),
                        new LockReminded(World.WORKSPACE, DEADLINE, World.byClock(Life.day(13))),
                        new FullyLocked(World.WORKSPACE, World.byClock(DEADLINE)));
        assertThat(change.after().phase()).isEqualTo(Phase.FULLY_LOCKED);
        assertThat(change.after().nextDue()).isEmpty();
    }

    @Example
    @Label("LOCK-3 fully locked at the deadline, not a nanosecond before")
    void deadline() {
        Workspace locked = locked(World.LOCKING);

        assertThat(Life.passes(locked, DEADLINE.minusNanos(1)).after().phase()).isEqualTo(Phase.LOCKED);
        assertThat(Life.passes(locked, DEADLINE).after().phase()).isEqualTo(Phase.FULLY_LOCKED);
    }

    @Example
    @Label("LOCK-4 a reminder is due at its instant, not a nanosecond before")
    void reminder() {
        Workspace locked = locked(World.LOCKING);

        assertThat(locked.nextDue()).containsExactly(Life.day(7));
        assertThat(Life.passes(locked, Life.day(7).minusNanos(1)).isNone()).isTrue();
        assertThat(Life.passes(locked, Life.day(7)).events()).hasSize(1);
    }

    @Property
    @Label("LOCK-2 LOCK-4 countdown and reminders are the host's; what would come with the lock or before is none")
    void byPolicy(@ForAll("policies") LockPolicy policy) {
        Instant end = World.START.plus(policy.countdown());
        List<Instant> expected = Stream.concat(
                        policy.reminders().stream()
                                .filter(before -> before.compareTo(policy.countdown()) < 0)
                                .map(end::minus)
                                .sorted(),
                        Stream.of(end))
                .toList();

        List<DomainEvent> events =
                locked(policy).advance(LONG_AFTER, policy, false).events();

        assertThat(events).extracting(DomainEvent::at).isEqualTo(expected);
        assertThat(events.subList(0, events.size() - 1)).hasOnlyElementsOfType(LockReminded.class);
        assertThat(events).last().isInstanceOf(FullyLocked.class);
    }

    @Property
    @Label("LOCK-6 advanced in many steps, twice, or late: the same events, each once, and the same workspace")
    void manySteps(
            @ForAll("workspaces") Workspace workspace,
            @ForAll("steps") List<Instant> steps,
            @ForAll boolean inArrears) {
        Instant end = steps.get(steps.size() - 1);
        Change<Workspace> walked = Change.none(workspace);
        for (Instant step : steps) {
            walked = walked.then(walked.after().advance(step, World.LOCKING, inArrears));
            assertThat(walked.after().advance(step, World.LOCKING, inArrears).isNone())
                    .isTrue();
        }

        Change<Workspace> jumped = workspace.advance(end, World.LOCKING, inArrears);

        assertThat(walked).isEqualTo(jumped);
        assertThat(jumped.after().nextDue().forAll(end::isBefore)).isTrue();
        assertThat(jumped.events())
                .extracting(DomainEvent::at)
                .isSorted()
                .allSatisfy(at -> assertThat(at).isBetween(World.START, end));
    }

    @Property
    @Label("LOCK-6 what time brings next is announced: nothing before that instant, something at it")
    void announced(@ForAll("workspaces") Workspace workspace, @ForAll boolean inArrears) {
        Change<Workspace> change = Change.none(workspace);
        while (change.after().nextDue().isDefined()) {
            Workspace now = change.after();
            Instant due = now.nextDue().get();
            assertThat(now.advance(due.minusNanos(1), World.LOCKING, inArrears).isNone())
                    .isTrue();
            Change<Workspace> step = now.advance(due, World.LOCKING, inArrears);
            assertThat(step.events()).isNotEmpty().allSatisfy(event -> {
                assertThat(event.at()).isEqualTo(due);
                assertThat(event.by()).isEqualTo(World.byClock(due).by());
            });
            change = change.then(step);
        }
        assertThat(change).isEqualTo(workspace.advance(LONG_AFTER, World.LOCKING, inArrears));
    }

    @Property
    @Label("LOCK-2 LOCK-4 a second cause neither extends nor shortens the countdown, and reminds of nothing twice")
    void secondCause(@ForAll("instants") Instant second) {
        Workspace once = locked(World.LOCKING);
        Workspace then = Life.passes(once, second).after();
        Workspace twice =
                then.lock(World.ARREARS, World.LOCKING, World.byClock(second)).after();

        assertThat(twice.locks().countdown()).isEqualTo(then.locks().countdown());
        assertThat(Life.passes(twice, LONG_AFTER).events())
                .isEqualTo(Life.passes(then, LONG_AFTER).events());
    }

    @Example
    @Label("LOCK-2 LOCK-4 unlocked and locked again, a whole new countdown runs")
    void again() {
        Workspace reminded = Life.passes(locked(World.LOCKING), Life.day(12)).after();
        Workspace unlocked = reminded.releasedByStaff(ABUSE, World.LOCKING, World.byStaff(Life.day(12)))
                .get()
                .after();
        Workspace again = Life.lockedByStaff(unlocked, "again", Life.day(13));

        assertThat(unlocked.nextDue()).isEmpty();
        assertThat(again.locks().countdown()).containsExactly(Countdown.from(Life.day(13), World.LOCKING));
        assertThat(Life.passes(again, LONG_AFTER).events()).hasSize(4);
    }

    @Example
    @Label("LOCK-2 released of one of two causes, the countdown of the first goes on")
    void oneOfTwo() {
        Workspace twice = locked(World.LOCKING)
                .lock(World.ARREARS, World.LOCKING, World.byClock(Life.day(5)))
                .after();

        Workspace once = twice.releasedByStaff(ABUSE, World.LOCKING, World.byStaff(Life.day(6)))
                .get()
                .after();

        assertThat(once.locks().causes()).containsExactly(World.ARREARS);
        assertThat(once.locks().deadline()).containsExactly(DEADLINE);
    }

    @Provide
    Arbitrary<LockPolicy> policies() {
        Arbitrary<Duration> durations = Some.durations(Duration.ofDays(20)).map(some -> some.plusNanos(1));
        return Combinators.combine(durations, durations.list().ofMaxSize(5))
                .as((countdown, reminders) ->
                        World.LOCKING.withCountdown(countdown).withReminders(reminders));
    }

    /** Workspaces to which time brings something, each in its own way. */
    @Provide
    Arbitrary<Workspace> workspaces() {
        return Arbitraries.of(Lives.all());
    }

    @Provide
    Arbitrary<List<Instant>> steps() {
        return Some.instants().list().ofMinSize(1).ofMaxSize(8).map(instants -> {
            List<Instant> sorted = new ArrayList<>(instants);
            sorted.replaceAll(at -> at.plus(Duration.ofDays(3)));
            sorted.sort(Instant::compareTo);
            return sorted;
        });
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Some.instants();
    }

    private static Workspace locked(LockPolicy policy) {
        return Life.byBillingCenter()
                .lockedByStaff("abuse", policy, World.byStaff(World.START))
                .get()
                .after();
    }

    private static LockCause.Administrative abuse(Instant at) {
        return (LockCause.Administrative) Life.lockedByStaff(Life.byBillingCenter(), "abuse", at)
                .locks()
                .causes()
                .iterator()
                .next();
    }
}
