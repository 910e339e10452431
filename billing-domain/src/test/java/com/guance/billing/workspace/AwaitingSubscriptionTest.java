package com.guance.billing.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import com.guance.billing.policy.IngestionPolicy;
import com.guance.billing.policy.LockIn;
import com.guance.billing.site.Cloud;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.Life;
import com.guance.billing.testing.Life.Buyer;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.LifeEvent.RegistrationLapsed;
import com.guance.billing.workspace.LifeEvent.WorkspaceActivated;
import com.guance.billing.workspace.SettlementEvent.SettlementMethodChanged;
import com.guance.billing.workspace.SettlementEvent.WaitingEnded;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AwaitingSubscriptionTest {

    private static final IngestionPolicy ALWAYS = payerEnded -> true;
    private static final Instant LAPSE = Life.day(14);

    @Test
    @DisplayName("ARR-8 awaiting its first subscription it is not active, and takes nothing in, whatever the policy")
    void notActive() {
        Workspace awaiting = Life.awaiting();

        assertThat(awaiting.phase()).isEqualTo(Phase.AWAITING_SUBSCRIPTION);
        assertThat(awaiting.activeSince()).isEmpty();
        assertThat(awaiting.ingestsAt(World.START, ALWAYS)).isFalse();
        assertThat(awaiting.isLocked()).isFalse();
    }

    @Test
    @DisplayName("ARR-8 it lapses after 14 days, to the nanosecond, once and for ever")
    void lapses() {
        Workspace awaiting = Life.awaiting();

        Change<Workspace> change = Life.passes(awaiting, LAPSE);

        assertThat(awaiting.nextDue()).containsExactly(LAPSE);
        assertThat(Life.passes(awaiting, LAPSE.minusNanos(1)).isNone()).isTrue();
        assertThat(change.events()).containsExactly(new RegistrationLapsed(World.WORKSPACE, World.byClock(LAPSE)));
        assertThat(change.after().phase()).isEqualTo(Phase.LAPSED);
        assertThat(change.after().nextDue()).isEmpty();
        assertThat(Life.passes(change.after(), Life.day(100)).isNone()).isTrue();
        assertThat(change.after()
                        .settle(Given.byBillingCenter(LAPSE), Life.around())
                        .getLeft())
                .isEqualTo(new SettlementRefusal.WorkspaceClosed(Closure.LAPSED));
    }

    @Test
    @DisplayName("ARR-8 how long it may await is the host's to say")
    void lapsesByPolicy() {
        var hour = World.POLICIES.withArriving(World.POLICIES.arriving().withRegistrationLife(Duration.ofHours(1)));

        Workspace awaiting = Workspace.registerAwaiting(
                        Given.form(), Cloud.AWS, Life.around(hour), World.byOwner(World.START))
                .get()
                .after();

        assertThat(awaiting.nextDue()).containsExactly(World.START.plus(Duration.ofHours(1)));
    }

    @Test
    @DisplayName("ARR-8 SET-6 choosing the Billing Center makes it active and uses no month")
    void chooses() {
        Instant at = Life.day(1);

        Change<Workspace> change =
                Life.awaiting().settle(Given.byBillingCenter(at), Life.around()).get();

        assertThat(change.events())
                .containsExactly(
                        new SettlementMethodChanged(
                                World.WORKSPACE, Life.BILLING_CENTER, at, Option.none(), World.byOwner(at)),
                        new WorkspaceActivated(World.WORKSPACE, at, World.byOwner(at)));
        assertThat(change.after().nextDue()).isEmpty();
        assertThat(change.after()
                        .settle(Life.active().asked(Life.day(2)), Life.around())
                        .isRight())
                .isTrue();
    }

    @Test
    @DisplayName("ARR-8 DIS-1 its Owner may dissolve it; what waits is withdrawn")
    void dissolves() {
        Workspace waiting = Life.settled(Life.awaiting(), Life.pending().asked(Life.day(1)));

        Workspace dissolved = waiting.dissolve(World.byOwner(Life.day(2))).get().after();

        assertThat(dissolved.phase()).isEqualTo(Phase.DISSOLVED);
        assertThat(dissolved.waiting()).isEmpty();
        assertThat(dissolved.bindings().all()).isEmpty();
        assertThat(Life.passes(dissolved, Life.day(100)).isNone()).isTrue();
    }

    @Test
    @DisplayName("ARR-8 SET-13 while its change waits a registration does not lapse: it lapses with the change")
    void waitsOn() {
        Workspace waiting = Life.settled(Life.awaiting(), Life.pending().asked(Life.day(10)));

        Change<Workspace> change = Life.passes(waiting, Life.day(24));

        assertThat(Life.passes(waiting, Life.day(24).minusNanos(1)).isNone()).isTrue();
        assertThat(change.events())
                .containsExactly(
                        new WaitingEnded(
                                World.WORKSPACE, WaitingEnd.LAPSED, Option.none(), World.byClock(Life.day(24))),
                        new RegistrationLapsed(World.WORKSPACE, World.byClock(Life.day(24))));
    }

    @Test
    @DisplayName("ARR-8 subscribe-fail withdraws what waits, and another method can be chosen")
    void subscribingFails() {
        Buyer buyer = Life.pending();
        Workspace waiting = Life.settled(Life.awaiting(), buyer.asked(Life.day(1)));
        Buyer failed = buyer.hears(Kind.NOT_ACTIVATED, Life.day(2));

        Change<Workspace> change = fails(waiting, failed);

        assertThat(change.events())
                .containsExactly(new WaitingEnded(
                        World.WORKSPACE,
                        WaitingEnd.SUBSCRIPTION_FAILED,
                        Option.none(),
                        World.byMarketplace(Life.day(2))));
        assertThat(change.after().phase()).isEqualTo(Phase.AWAITING_SUBSCRIPTION);
        assertThat(change.after().nextDue()).containsExactly(LAPSE);
        assertThat(Life.settled(change.after(), Given.byBillingCenter(Life.day(3)))
                        .phase())
                .isEqualTo(Phase.ACTIVE);
    }

    @Test
    @DisplayName("ARR-8 so does the failure of a life that its account does not expect")
    void unexpectedFails() {
        Buyer buyer = Life.pending();
        Workspace waiting = Life.settled(Life.awaiting(), buyer.asked(Life.day(1)));

        Change<Workspace> change = waiting.payerFailed(
                buyer.account(), buyer.subscription().nextLifeId(), World.byMarketplace(Life.day(2)));

        assertThat(change.after().waiting()).isEmpty();
    }

    @Test
    @DisplayName("ARR-8 failing after the registration's own 14 days still leaves time to choose: the change's")
    void subscribingFailsLate() {
        Buyer buyer = Life.pending();
        Workspace waiting = Life.settled(Life.awaiting(), buyer.asked(Life.day(10)));

        Workspace after = waiting.payerFailed(
                        buyer.account(), buyer.subscription().id(), World.byMarketplace(Life.day(20)))
                .after();

        assertThat(after.nextDue()).containsExactly(Life.day(24));
        assertThat(Life.settled(Life.passes(after, Life.day(23)).after(), Given.byBillingCenter(Life.day(23)))
                        .phase())
                .isEqualTo(Phase.ACTIVE);
        assertThat(Life.passes(after, Life.day(24)).after().phase()).isEqualTo(Phase.LAPSED);
    }

    @Test
    @DisplayName("ARR-8 SET-13 withdrawing at the very instant of the registration's lapse leaves that time, too")
    void withdrawnAtTheLapse() {
        Workspace waiting = Life.settled(Life.awaiting(), Life.pending().asked(Life.day(10)));

        assertThat(waiting.withdraw(World.byOwner(LAPSE.minusNanos(1)))
                        .get()
                        .after()
                        .nextDue())
                .containsExactly(LAPSE);
        assertThat(waiting.withdraw(World.byOwner(LAPSE)).get().after().nextDue())
                .containsExactly(Life.day(24));
    }

    @Test
    @DisplayName("ARR-8 the failure of another subscription, or of another account, means nothing")
    void anotherFails() {
        Buyer buyer = Life.pending();
        Buyer other = buyer.buys(World.PRODUCT, "other");
        Workspace forThis =
                Life.settled(Life.awaiting(), buyer.with(other.account()).askedByThis(Life.day(1)));
        Workspace forAny = Life.settled(Life.awaiting(), other.asked(Life.day(1)));

        assertThat(fails(forThis, other.hears(Kind.NOT_ACTIVATED, Life.day(2))).isNone())
                .isTrue();
        assertThat(fails(forAny, Life.landed(Cloud.AWS, "2")).isNone()).isTrue();
    }

    @Test
    @DisplayName("ARR-8 a failure told before the change was asked for is of another attempt: it waits on")
    void failedBefore() {
        Buyer buyer = Life.pending();
        Instant told = Life.day(2);
        Workspace askedSince = Life.settled(Life.awaiting(), buyer.asked(told.plusNanos(1)));
        Workspace askedThen = Life.settled(Life.awaiting(), buyer.asked(told));

        assertThat(fails(askedSince, buyer).isNone()).isTrue();
        assertThat(fails(askedThen, buyer).after().waiting()).isEmpty();
    }

    @Test
    @DisplayName("ARR-8 a failure that comes after the activation withdraws nothing")
    void failsTooLate() {
        Buyer active = Life.active();
        Workspace waiting = Life.settled(Life.awaiting(), Life.pending().asked(Life.day(1)));

        assertThat(fails(waiting, active).isNone()).isTrue();
    }

    @Test
    @DisplayName(
            "SET-13 asking again for what waits is no new request, though its subscription has ended; for another it is refused")
    void endsBefore() {
        Buyer buyer = Life.pending();
        Workspace waiting = Life.settled(Life.awaiting(), buyer.asked(Life.day(1)));
        Buyer ended = buyer.hears(Kind.ENDED, Life.day(2));

        assertThat(waiting.settle(ended.asked(Life.day(3)), Life.around()).get().isNone())
                .isTrue();
        assertThat(waiting.settle(ended.askedByThis(Life.day(3)), Life.around()).getLeft())
                .isInstanceOf(SettlementRefusal.NoActiveSubscription.class);
        assertThat(Life.awaiting()
                        .settle(ended.asked(Life.day(3)), Life.around())
                        .getLeft())
                .isInstanceOf(SettlementRefusal.NoActiveSubscription.class);
    }

    @Test
    @DisplayName(
            "SET-13 INV-5 after the end of a life that never began, the next life completes what waits, also by name")
    void nextLifeCompletes() {
        Buyer buyer = Life.pending();
        Workspace forAny = Life.settled(Life.awaiting(), buyer.asked(Life.day(1)));
        Workspace forThis = Life.settled(Life.awaiting(), buyer.askedByThis(Life.day(1)));
        Buyer next = buyer.hears(Kind.ENDED, Life.day(2)).hears(Kind.ACTIVATED, Life.day(3));

        assertThat(next.subscription().life()).isEqualTo(2);
        assertThat(Life.activates(forAny, next).after().phase()).isEqualTo(Phase.ACTIVE);
        assertThat(Life.activates(forThis, next).after().phase()).isEqualTo(Phase.ACTIVE);
    }

    @Test
    @DisplayName("ARR-7 SET-7 the first payer locks in like any other")
    void locksIn() {
        Workspace active = Life.settled(Life.awaiting(), Life.active().asked(Life.day(1)));
        var lenient = World.POLICIES.withSettling(World.POLICIES.settling().withLockIn(LockIn.BILLING_CENTER_ALLOWED));

        assertThat(active.settle(Given.byBillingCenter(Life.day(2)), Life.around())
                        .getLeft())
                .isInstanceOf(SettlementRefusal.LockedIn.class);
        assertThat(active.settle(Given.byBillingCenter(Life.day(2)), Life.around(lenient))
                        .isRight())
                .isTrue();
    }

    private static Change<Workspace> fails(Workspace waiting, Buyer failed) {
        return waiting.payerFailed(failed.account(), failed.subscription().id(), World.byMarketplace(Life.day(2)));
    }
}
