package com.guance.billing.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import com.guance.billing.policy.LockIn;
import com.guance.billing.policy.Policies;
import com.guance.billing.site.Cloud;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.Life;
import com.guance.billing.testing.Life.Buyer;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.SettlementEvent.ChangeWaits;
import com.guance.billing.workspace.SettlementEvent.SettlementMethodChanged;
import com.guance.billing.workspace.SettlementEvent.WaitingEnded;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How a change waits and ends; see {@link WaitingCompletedTest} for how it completes. */
class WaitingChangeTest {

    private static final Instant ASKED = Life.day(1);
    private static final Instant LATER = Life.day(2);
    private static final Instant LAPSE = Life.day(15);
    private static final Policies LENIENT =
            World.POLICIES.withSettling(World.POLICIES.settling().withLockIn(LockIn.BILLING_CENTER_ALLOWED));

    private final Buyer buyer = Life.pending();
    private final Workspace waiting = Life.settled(Life.byBillingCenter(), buyer.asked(ASKED));
    private final WaitingChange change =
            new WaitingChange(buyer.account().id(), Option.none(), World.byOwner(ASKED), LAPSE);

    @Test
    @DisplayName("SET-13 a change that waits leaves the old payer in force, and uses no month yet")
    void leavesPayer() {
        assertThat(waiting.waiting()).containsExactly(change);
        assertThat(waiting.bindings()).isEqualTo(Life.byBillingCenter().bindings());
        assertThat(waiting.phase()).isEqualTo(Phase.ACTIVE);
        assertThat(waiting.monthUsed()).isEmpty();
        assertThat(waiting.nextDue()).containsExactly(LAPSE);
    }

    @Test
    @DisplayName("SET-13 asking for the same again changes nothing, and prolongs nothing")
    void sameAgain() {
        assertThat(waiting.settle(buyer.asked(LATER), Life.around()).get().isNone())
                .isTrue();
    }

    @Test
    @DisplayName("SET-13 there is one: another pending account replaces it")
    void replaced() {
        Buyer other = Life.landed(Cloud.AWS, "2");

        Change<Workspace> replaced =
                waiting.settle(other.asked(LATER), Life.around()).get();

        WaitingChange next = new WaitingChange(other.account().id(), Option.none(), World.byOwner(LATER), Life.day(16));
        assertThat(replaced.events())
                .containsExactly(
                        ended(WaitingEnd.REPLACED, LATER),
                        new ChangeWaits(World.WORKSPACE, next, World.byOwner(LATER)));
        assertThat(replaced.after().waiting()).containsExactly(next);
        assertThat(Life.activates(replaced.after(), buyer.hears(Kind.ACTIVATED, Life.day(3)))
                        .isNone())
                .isTrue();
    }

    @Test
    @DisplayName("SET-13 a change that need not wait replaces it")
    void replacedAtOnce() {
        Buyer active = Life.landed(Cloud.AWS, "2").hears(Kind.ACTIVATED, World.START);

        Change<Workspace> replaced =
                waiting.settle(active.asked(LATER), Life.around()).get();

        assertThat(replaced.events())
                .containsExactly(
                        ended(WaitingEnd.REPLACED, LATER),
                        new SettlementMethodChanged(
                                World.WORKSPACE, active.method(), LATER, Option.some(LATER), World.byOwner(LATER)));
        assertThat(replaced.after().waiting()).isEmpty();
    }

    @Test
    @DisplayName("SET-13 INV-6 a refused one replaces nothing")
    void refusedReplacesNothing() {
        assertThat(waiting.settle(Given.byBillingCenter(LATER), Life.around()).getLeft())
                .isEqualTo(new SettlementRefusal.AlreadySettledThatWay(Life.BILLING_CENTER));
        assertThat(waiting.waiting()).containsExactly(change);
    }

    @Test
    @DisplayName("SET-13 Owner and holder may withdraw it, nobody else; the month is given back")
    void withdrawn() {
        Change<Workspace> withdrawn = waiting.withdraw(World.byHolder(LATER)).get();

        assertThat(withdrawn.events())
                .containsExactly(
                        new WaitingEnded(World.WORKSPACE, WaitingEnd.WITHDRAWN, Option.none(), World.byHolder(LATER)));
        assertThat(waiting.withdraw(World.byOwner(LATER)).get().after()).isEqualTo(withdrawn.after());
        assertThat(waiting.withdraw(World.byStaff(LATER)).getLeft())
                .isEqualTo(new WorkspaceRefusal.NotForThisActor(
                        World.byStaff(LATER).by()));
        assertThat(Life.settled(withdrawn.after(), Life.active().asked(LATER)).monthUsed())
                .containsExactly(LATER);
    }

    @Test
    @DisplayName("SET-13 where nothing waits there is nothing to withdraw")
    void nothingWaits() {
        assertThat(Life.byBillingCenter().withdraw(World.byOwner(LATER)).getLeft())
                .isEqualTo(new WorkspaceRefusal.NothingWaits(World.WORKSPACE));
    }

    @Test
    @DisplayName("SET-13 it lapses after 14 days, to the nanosecond, and gives the month back")
    void lapses() {
        Change<Workspace> lapsed = Life.passes(waiting, Life.day(30));

        assertThat(Life.passes(waiting, LAPSE.minusNanos(1)).isNone()).isTrue();
        assertThat(lapsed.events())
                .containsExactly(
                        new WaitingEnded(World.WORKSPACE, WaitingEnd.LAPSED, Option.none(), World.byClock(LAPSE)));
        assertThat(Life.activates(lapsed.after(), buyer.hears(Kind.ACTIVATED, Life.day(16)))
                        .isNone())
                .isTrue();
        assertThat(lapsed.after()
                        .settle(Life.active().asked(LAPSE), Life.around())
                        .isRight())
                .isTrue();
    }

    @Test
    @DisplayName("SET-13 how long it may wait is the host's to say")
    void lapsesByPolicy() {
        Policies hour = World.POLICIES.withArriving(World.POLICIES.arriving().withWaitingLife(Duration.ofHours(1)));

        Workspace brief = Life.byBillingCenter()
                .settle(buyer.asked(ASKED), Life.around(hour))
                .get()
                .after();

        assertThat(brief.nextDue()).containsExactly(ASKED.plus(Duration.ofHours(1)));
    }

    @Test
    @DisplayName("SET-13 SET-6 a month that is used up refuses the request already")
    void monthUsedUp() {
        Workspace changed = Life.settled(Life.byBillingCenter(), Life.active().asked(World.START))
                .settle(Given.byBillingCenter(Life.day(28)), Life.around(LENIENT))
                .get()
                .after();

        assertThat(changed.settle(Life.landed(Cloud.AWS, "2").asked(Life.day(29)), Life.around(LENIENT))
                        .getLeft())
                .isInstanceOf(SettlementRefusal.ChangedThisMonth.class);
    }

    @Test
    @DisplayName("SET-13 SET-3 SET-5 the rules of site and holder are asked before it waits")
    void refusedAtOnce() {
        Buyer huawei = Life.landed(Cloud.HUAWEI, "2");

        assertThat(Life.byBillingCenter()
                        .settle(huawei.asked(ASKED), Life.around())
                        .getLeft())
                .isEqualTo(new SettlementRefusal.SiteDoesNotAllow(World.ON_AWS, Cloud.HUAWEI, Set.of(Cloud.AWS)));
    }

    private static WaitingEnded ended(WaitingEnd why, Instant at) {
        return new WaitingEnded(World.WORKSPACE, why, Option.none(), World.byOwner(at));
    }
}
