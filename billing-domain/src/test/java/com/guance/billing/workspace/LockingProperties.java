package com.guance.billing.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.policy.LockPolicy;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.Some;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.LockCause.SubscriptionEnded;
import com.guance.billing.workspace.LockEvent.LockPlaced;
import com.guance.billing.workspace.SettlementEvent.AssociationDeleted;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LockingProperties {

    private static final Instant RECEIPT = World.START.plusSeconds(7200);
    private static final LockPolicy SHORT = World.LOCKING.withCountdown(Duration.ofHours(1));

    @Property(tries = 300)
    @Label("LOCK-1 LOCK-2 causes add up to a set, under the countdown of the first")
    void causes(@ForAll("causes") List<LockCause> causes, @ForAll("durations") Duration between) {
        Workspace workspace = Given.paidByBillingCenter(World.ON_AWS);
        Instant now = RECEIPT;
        for (LockCause cause : causes) {
            Duration countdown = World.COUNTDOWN.minus(between);
            workspace = workspace
                    .lock(
                            cause,
                            now.equals(RECEIPT) ? World.LOCKING : World.LOCKING.withCountdown(countdown),
                            World.byClock(now))
                    .after();
            now = now.plus(between).plusNanos(1);
        }

        assertThat(workspace.locks().causes()).containsExactlyElementsOf(new LinkedHashSet<>(causes));
        assertThat(workspace.isLocked()).isEqualTo(!causes.isEmpty());
        assertThat(workspace.locks().deadline())
                .isEqualTo(Option.when(!causes.isEmpty(), RECEIPT.plus(World.COUNTDOWN)));
    }

    @Example
    @Label("LOCK-2 every lock is told with the deadline that stands")
    void placed() {
        Workspace workspace = Given.paidByBillingCenter(World.ON_AWS);
        Request later = World.byClock(RECEIPT.plusSeconds(1));

        Change<Workspace> first = workspace.lock(World.ARREARS, World.LOCKING, World.byClock(RECEIPT));
        Change<Workspace> second = first.after().lock(World.endOf(World.SECOND), SHORT, later);

        assertThat(second.events())
                .containsExactly(new LockPlaced(
                        World.WORKSPACE, World.endOf(World.SECOND), Countdown.from(RECEIPT, World.LOCKING), later));
        assertThat(second.after().lock(World.ARREARS, SHORT, later)).isEqualTo(Change.none(second.after()));
    }

    @Property(tries = 200)
    @Label("LOCK-2 when all causes are gone the next lock starts a new countdown")
    void again(@ForAll("instants") Instant at) {
        LockCause cause = World.endOf(World.FIRST);
        Locks unlocked = Locks.none().with(cause, countdown(RECEIPT)).without(cause);

        assertThat(unlocked).isEqualTo(Locks.none());
        assertThat(unlocked.with(cause, countdown(at)).deadline()).containsExactly(at);
    }

    @Property(tries = 200)
    @Label("LOCK-2 the deadline of the first cause stands, whatever the second comes with")
    void firstDeadline(@ForAll("instants") Instant second) {
        Locks both =
                Locks.none().with(World.ARREARS, countdown(RECEIPT)).with(World.endOf(World.FIRST), countdown(second));

        assertThat(both.deadline()).containsExactly(RECEIPT);
    }

    @Property(tries = 200)
    @Label("LOCK-1 releasing one cause releases no other, and leaves the deadline")
    void releasing(@ForAll("causes") List<LockCause> causes, @ForAll("cause") LockCause released) {
        Locks locks = Locks.none();
        for (LockCause cause : causes) {
            locks = locks.with(cause, countdown(RECEIPT));
        }
        Set<LockCause> left = new LinkedHashSet<>(causes);
        left.remove(released);

        Locks after = locks.without(released);

        assertThat(after.causes()).containsExactlyElementsOf(left);
        assertThat(after.deadline()).isEqualTo(Option.when(!left.isEmpty(), RECEIPT));
        assertThat(after.isLocked()).isEqualTo(after.deadline().isDefined());
    }

    @Example
    @Label("LOCK-3 fully locked at the deadline, to the instant; unlocked never")
    void full() {
        Locks locked = Locks.none().with(World.ARREARS, countdown(RECEIPT));

        assertThat(locked.isFullAt(RECEIPT.minusNanos(1))).isFalse();
        assertThat(locked.isFullAt(RECEIPT)).isTrue();
        assertThat(Locks.none().isFullAt(Instant.MAX)).isFalse();
    }

    @Property(tries = 300)
    @Label("END-2 END-3 NOT-6 an end unbinds at F, never before the binding's start, and locks from its receipt on")
    void payerEnded(@ForAll("instants") Instant freeze) {
        Workspace workspace = Given.paidByBillingCenter(World.ON_AWS)
                .settle(
                        Given.through(Given.onFile(), World.START.plusSeconds(60)),
                        World.around(World.HOLDER, World.ON_AWS))
                .get()
                .after();
        Request by = World.byMarketplace(RECEIPT);
        Instant known = Collections.min(List.of(freeze, RECEIPT));
        Instant until = Collections.max(List.of(known, World.START.plusSeconds(60)));
        Loss loss = Given.loss(World.ACCOUNT, Given.ending(World.FIRST, freeze, RECEIPT));
        SubscriptionEnded cause = World.endOf(World.FIRST);

        Change<Workspace> change = workspace.payerEnded(loss, World.LOCKING, false);

        assertThat(change.events())
                .containsExactly(
                        new AssociationDeleted(World.WORKSPACE, World.FIRST, until, by),
                        new LockPlaced(World.WORKSPACE, cause, Countdown.from(RECEIPT, World.LOCKING), by));
        assertThat(change.after().bindings().inForce()).isEmpty();
        assertThat(change.after().bindings().last().flatMap(Binding::until)).containsExactly(until);
        assertThat(change.after().locks().causes()).containsExactly(cause);
    }

    @Property
    @Label("END-2 an end takes exactly its own workspaces, each once")
    void exactlyItsOwn(@ForAll("subscriptions") SubscriptionId ended) {
        Workspace own = Given.paidThroughAccount();
        Workspace center = Given.paidByBillingCenter(World.ON_AWS);
        Loss loss = Given.loss(World.ACCOUNT, Given.ending(ended, RECEIPT, RECEIPT));

        Change<Workspace> change = own.payerEnded(loss, World.LOCKING, false);

        assertThat(change.isNone()).isEqualTo(!ended.equals(World.FIRST));
        assertThat(change.after().payerEnded(loss, World.LOCKING, false).isNone())
                .isTrue();
        assertThat(center.payerEnded(loss, World.LOCKING, false)).isEqualTo(Change.none(center));
    }

    @Example
    @Label("LOCK-2 END-2 an end of what is locked already adds its cause under the running countdown")
    void endedWhileLocked() {
        Workspace locked = Given.paidThroughAccount()
                .lock(World.ARREARS, World.LOCKING, World.byClock(World.START))
                .after();

        Workspace after = Given.ended(locked, World.FIRST, RECEIPT);

        assertThat(after.locks().causes()).containsExactly(World.ARREARS, World.endOf(World.FIRST));
        assertThat(after.locks().deadline()).containsExactly(World.START.plus(World.COUNTDOWN));
    }

    private static Countdown countdown(Instant deadline) {
        return Countdown.from(deadline.minus(World.COUNTDOWN), World.LOCKING);
    }

    @Provide
    Arbitrary<List<LockCause>> causes() {
        return Some.lockCauses().list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<LockCause> cause() {
        return Some.lockCauses();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Some.instants();
    }

    @Provide
    Arbitrary<SubscriptionId> subscriptions() {
        return Some.subscriptionIds();
    }

    @Provide
    Arbitrary<Duration> durations() {
        return Some.durations(Duration.ofDays(10));
    }
}
