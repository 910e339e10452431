package com.guance.billing.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.policy.LockIn;
import com.guance.billing.policy.Policies;
import com.guance.billing.site.Cloud;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.Life;
import com.guance.billing.testing.Life.Buyer;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.LockEvent.LockReleased;
import com.guance.billing.workspace.SettlementEvent.SettlementMethodChanged;
import com.guance.billing.workspace.SettlementEvent.WaitingEnded;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WaitingCompletedTest {

    private static final Instant ASKED = Life.day(20);
    private static final Instant ACTIVATED = Life.day(29);
    private static final Instant HEARD = Life.day(30);
    private static final Policies LENIENT =
            World.POLICIES.withSettling(World.POLICIES.settling().withLockIn(LockIn.BILLING_CENTER_ALLOWED));

    private final Buyer buyer = Life.pending();
    private final Buyer active = buyer.hears(Kind.ACTIVATED, ACTIVATED, HEARD);
    private final Workspace waiting = Life.settled(Life.byBillingCenter(), buyer.asked(ASKED));

    @Test
    @DisplayName("SET-13 NOT-6 it completes with the activation: paid for since the activation's own time, "
            + "in the request's month")
    void completes() {
        Change<Workspace> completed = Life.activates(waiting, active);

        assertThat(completed.events())
                .containsExactly(
                        ended(WaitingEnd.COMPLETED, Option.none()),
                        new SettlementMethodChanged(
                                World.WORKSPACE,
                                active.method(),
                                ACTIVATED,
                                Option.some(ASKED),
                                World.byMarketplace(HEARD)));
        assertThat(completed.after().bindings().all())
                .containsExactly(
                        new Binding(Life.BILLING_CENTER, World.START, Option.some(ACTIVATED)),
                        new Binding(active.method(), ACTIVATED, Option.none()));
    }

    @Test
    @DisplayName("SET-13 NOT-6 an activation of before the request pays since the request")
    void activatedBefore() {
        Buyer before = buyer.hears(Kind.ACTIVATED, Life.day(5), HEARD);

        assertThat(Life.activates(waiting, before).after().bindings().last().map(Binding::from))
                .containsExactly(ASKED);
    }

    @Test
    @DisplayName("SET-13 SET-6 the month used is the request's: the month of the activation is still free")
    void monthIsTheRequests() {
        Workspace completed = Life.activates(waiting, active).after();

        assertThat(completed.monthUsed()).containsExactly(ASKED);
        assertThat(completed
                        .settle(Given.byBillingCenter(Life.day(10)), Life.around(LENIENT))
                        .isLeft())
                .isTrue();
        assertThat(completed
                        .settle(Given.byBillingCenter(Life.day(31)), Life.around(LENIENT))
                        .isRight())
                .isTrue();
    }

    @Test
    @DisplayName("SET-13 SET-6 a request of a free month completes, though the month before was used")
    void requestOfAFreeMonth() {
        Workspace changed = Life.settled(Life.byBillingCenter(), Life.active().asked(ASKED))
                .settle(Given.byBillingCenter(Life.day(27)), Life.around(LENIENT))
                .get()
                .after();
        Workspace waits = Life.settled(changed, Life.landed(Cloud.AWS, "2").asked(Life.day(57)));

        Workspace completed = Life.activates(waits, Life.landed(Cloud.AWS, "2").hears(Kind.ACTIVATED, Life.day(60)))
                .after();

        assertThat(completed.monthUsed()).containsExactly(Life.day(57));
    }

    @Test
    @DisplayName(
            "SET-13 SET-5 refused at completion: the old payer stays, the month is given back, and it waits no more")
    void refusedBySite() {
        Policies none = World.POLICIES.withSettling(World.POLICIES.settling().withSites(site -> Set.of()));

        Change<Workspace> refused = waiting.payerActivated(active.subscription(), active.account(), Life.around(none));

        assertRefused(refused, SettlementRule.SITE);
        assertThat(Life.settled(refused.after(), active.asked(HEARD)).monthUsed())
                .containsExactly(HEARD);
    }

    @Test
    @DisplayName("SET-13 SET-3 refused at completion by who holds the account now")
    void refusedByHolder() {
        CloudAccount elsewhere = Given.registered(buyer.account().id(), Cloud.AWS, World.OTHER_HOLDER);

        assertRefused(
                waiting.payerActivated(active.subscription(), elsewhere, Life.around()), SettlementRule.ONE_HOLDER);
    }

    @Test
    @DisplayName("SET-13 SET-9 refused at completion once it is fully locked")
    void refusedByFullLock() {
        Workspace locked = Life.lockedByStaff(waiting, "abuse", HEARD.minus(World.COUNTDOWN));

        assertRefused(Life.activates(Life.passes(locked, HEARD).after(), active), SettlementRule.NOT_FULLY_LOCKED);
    }

    @Test
    @DisplayName("SET-13 SET-7 refused at completion if another account pays again and lives")
    void refusedByLockIn() {
        Buyer payer = Life.landed(Cloud.AWS, "2").hears(Kind.ACTIVATED, World.START);
        Workspace paid = Life.settled(Life.byBillingCenter(), payer.asked(Life.day(1)));
        Workspace waits = paid.settle(buyer.asked(Life.day(28)), Life.around(Life.PAYER_GONE))
                .get()
                .after();

        Change<Workspace> refused = Life.activates(waits, active);

        assertThat(refused.events())
                .containsExactly(ended(WaitingEnd.REFUSED, Option.some(SettlementRule.NOT_LOCKED_IN)));
        assertThat(refused.after().isPaidBy(payer.subscription().id())).isTrue();
        assertThat(refused.after().monthUsed()).containsExactly(Life.day(1));
    }

    @Test
    @DisplayName("SET-13 UNL-1 END-6 asked for while locked by an end, it unlocks when it completes, and uses no month")
    void unlocks() {
        Buyer gone =
                Life.landed(Cloud.AWS, "1").hears(Kind.ACTIVATED, World.START).hears(Kind.ENDING, Life.day(18));
        Buyer other = Life.landed(Cloud.AWS, "2");
        Workspace waits = Life.settled(Life.locked(gone), other.asked(ASKED));

        Change<Workspace> completed = Life.activates(waits, other.hears(Kind.ACTIVATED, ACTIVATED, HEARD));

        assertThat(waits.phase()).isEqualTo(Phase.LOCKED);
        assertThat(completed.events())
                .endsWith(new LockReleased(World.WORKSPACE, gone.end(), World.byMarketplace(HEARD)));
        assertThat(completed.after().phase()).isEqualTo(Phase.ACTIVE);
        assertThat(completed.after().monthUsed()).isEmpty();
    }

    @Test
    @DisplayName("SET-13 a request that overtook its own activation pays since the request")
    void overtaken() {
        Workspace late = Life.settled(Life.byBillingCenter(), buyer.asked(HEARD.plusSeconds(1)));

        Change<Workspace> completed = Life.activates(late, active);

        assertThat(completed.after().bindings().last().map(Binding::from)).containsExactly(HEARD.plusSeconds(1));
        assertThat(completed.events())
                .allSatisfy(event -> assertThat(event.at()).isEqualTo(HEARD.plusSeconds(1)));
    }

    private static void assertRefused(Change<Workspace> refused, SettlementRule rule) {
        assertThat(refused.events()).containsExactly(ended(WaitingEnd.REFUSED, Option.some(rule)));
        assertThat(refused.after().waiting()).isEmpty();
        assertThat(refused.after().bindings()).isEqualTo(Life.byBillingCenter().bindings());
        assertThat(refused.after().monthUsed()).isEmpty();
    }

    private static WaitingEnded ended(WaitingEnd why, Option<SettlementRule> rule) {
        return new WaitingEnded(World.WORKSPACE, why, rule, World.byMarketplace(HEARD));
    }
}
