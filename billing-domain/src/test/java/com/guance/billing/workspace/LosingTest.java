package com.guance.billing.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.BillingCenterAccount;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.policy.EndConsequence;
import com.guance.billing.policy.EndPolicy;
import com.guance.billing.site.Cloud;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.Life;
import com.guance.billing.testing.Life.Buyer;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.LockEvent.LockPlaced;
import com.guance.billing.workspace.SettlementEvent.AssociationDeleted;
import com.guance.billing.workspace.SettlementEvent.SettlementMethodChanged;
import io.vavr.control.Option;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LosingTest {

    private static final Instant FREEZE = Life.day(1);
    private static final Instant RECEIPT = Life.day(2);
    private static final Request HEARD = World.byMarketplace(RECEIPT);

    @Test
    @DisplayName(
            "END-2 END-3 NOT-6 the association is deleted as of the freeze, and the countdown runs from the receipt")
    void locks() {
        Buyer buyer = Life.active();
        Buyer ended = buyer.hears(Kind.ENDING, FREEZE, RECEIPT);

        Change<Workspace> change = Life.ends(Life.paidBy(buyer), ended);

        assertThat(change.events())
                .containsExactly(
                        new AssociationDeleted(
                                World.WORKSPACE, buyer.subscription().id(), FREEZE, HEARD),
                        new LockPlaced(World.WORKSPACE, ended.end(), Countdown.from(RECEIPT, World.LOCKING), HEARD));
        assertThat(change.after().phase()).isEqualTo(Phase.LOCKED);
        assertThat(change.after().bindings().inForce()).isEmpty();
        assertThat(change.after().locks().deadline()).containsExactly(RECEIPT.plus(World.COUNTDOWN));
    }

    @Test
    @DisplayName("END-2 each loses it once, and only what the subscription paid for")
    void onceAndOnly() {
        Buyer buyer = Life.active();
        Buyer ended = buyer.hears(Kind.ENDING, FREEZE);
        Buyer other = buyer.buys(World.PRODUCT, "other").hears(Kind.ACTIVATED, World.START);

        assertThat(Life.ends(Life.locked(ended), ended).isNone()).isTrue();
        assertThat(Life.ends(Life.byBillingCenter(), ended).isNone()).isTrue();
        assertThat(Life.ends(Life.paidBy(buyer), other.hears(Kind.ENDING, FREEZE))
                        .isNone())
                .isTrue();
    }

    @Test
    @DisplayName("END-3 NOT-6 a freeze of before the binding ends it where it began")
    void freezeBeforeBinding() {
        Buyer buyer = Life.active();
        Workspace workspace = Life.settled(Life.byBillingCenter(), buyer.asked(RECEIPT));

        Workspace after = Life.ends(workspace, buyer.hears(Kind.ENDING, FREEZE, Life.day(3)))
                .after();

        assertThat(after.bindings().last()).containsExactly(new Binding(buyer.method(), RECEIPT, Option.some(RECEIPT)));
        assertThat(after.bindings().at(FREEZE)).containsExactly(Life.BILLING_CENTER);
    }

    @Test
    @DisplayName("END-3 an undecided end, and one that the policy does not take for an end yet, unbind nothing")
    void undecided() {
        Buyer buyer = Life.active();
        Buyer undecided = buyer.hears(Kind.DEPROVISIONED, FREEZE);

        assertThat(Loss.of(undecided.subscription(), undecided.account(), World.ENDING))
                .isEmpty();
        assertThat(Loss.of(buyer.subscription(), buyer.account(), World.ENDING)).isEmpty();
    }

    @Test
    @DisplayName("END-2 LOCK-1 LOCK-2 a workspace that is locked already gets one more cause, and no more time")
    void lockedAlready() {
        Buyer buyer = Life.active();
        Workspace locked = Life.lockedByStaff(Life.paidBy(buyer), "abuse", World.START);

        Workspace after = Life.ends(locked, buyer.hears(Kind.ENDING, FREEZE)).after();

        assertThat(after.locks().causes()).hasSize(2).contains(buyer.end());
        assertThat(after.locks().countdown()).isEqualTo(locked.locks().countdown());
    }

    @Test
    @DisplayName("END-9 Alibaba: the Billing Center pays from the freeze on, without a lock and without a month")
    void alibaba() {
        Buyer buyer = Life.active(Cloud.ALIBABA);

        Change<Workspace> change = Life.ends(Life.paidBy(buyer), buyer.hears(Kind.ENDING, FREEZE, RECEIPT));

        assertThat(change.events())
                .containsExactly(new SettlementMethodChanged(
                        World.WORKSPACE, Life.BILLING_CENTER, FREEZE, Option.none(), HEARD));
        assertThat(change.after().phase()).isEqualTo(Phase.ACTIVE);
        assertThat(change.after().bindings().all())
                .containsExactly(
                        new Binding(buyer.method(), World.START, Option.some(FREEZE)),
                        new Binding(Life.BILLING_CENTER, FREEZE, Option.none()));
        assertThat(change.after().monthUsed()).isEmpty();
    }

    @Test
    @DisplayName("END-9 LOCK-7 INV-1 switched to an account in arrears, it is locked in the same step")
    void alibabaInArrears() {
        Buyer buyer = Life.active(Cloud.ALIBABA);
        Loss loss = buyer.hears(Kind.ENDING, FREEZE, RECEIPT).loss(World.ENDING);

        Change<Workspace> change = Life.paidBy(buyer).payerEnded(loss, World.LOCKING, true);

        assertThat(change.events())
                .last()
                .isEqualTo(
                        new LockPlaced(World.WORKSPACE, World.ARREARS, Countdown.from(RECEIPT, World.LOCKING), HEARD));
        assertThat(change.after().bindings().inForce()).containsExactly(Life.BILLING_CENTER);
        assertThat(change.after().locks().causes()).containsExactly(World.ARREARS);
    }

    @Test
    @DisplayName("END-9 LOCK-7 arrears of the Billing Center add nothing where the end itself locks")
    void awsInArrears() {
        Buyer buyer = Life.active();
        Loss loss = buyer.hears(Kind.ENDING, FREEZE).loss(World.ENDING);

        assertThat(Life.paidBy(buyer)
                        .payerEnded(loss, World.LOCKING, true)
                        .after()
                        .locks()
                        .causes())
                .containsExactly(buyer.end());
    }

    @Test
    @DisplayName("END-9 END-2 AWS, Huawei and any other cloud lock")
    void othersLock() {
        for (Cloud cloud : new Cloud[] {Cloud.AWS, Cloud.AWS_CHINA, Cloud.HUAWEI}) {
            Buyer buyer = Life.active(cloud);

            assertThat(Life.ends(Life.paidBy(buyer), buyer.hears(Kind.ENDING, FREEZE))
                            .after()
                            .locks()
                            .causes())
                    .containsExactly(buyer.end());
        }
        assertThat(World.ENDING.consequences().of(new Cloud("another"))).isEqualTo(EndConsequence.LOCK);
    }

    @Test
    @DisplayName("END-9 the consequence is a policy per cloud")
    void replaced() {
        EndPolicy turned = World.ENDING.withConsequences(
                cloud -> cloud.equals(Cloud.AWS) ? EndConsequence.BILLING_CENTER : EndConsequence.LOCK);

        assertThat(phaseAfterEnd(Life.active(), turned)).isEqualTo(Phase.ACTIVE);
        assertThat(phaseAfterEnd(Life.active(Cloud.ALIBABA), turned)).isEqualTo(Phase.LOCKED);
    }

    @Test
    @DisplayName("END-5 END-7 a registration of after the end takes nothing over, the same holder's either")
    void claimedAgain() {
        Buyer buyer = Life.active();
        Buyer ended = buyer.hears(Kind.CANCELLED, FREEZE);

        assertThat(Life.ends(Life.paidBy(buyer), taken(ended, World.HOLDER))
                        .after()
                        .phase())
                .isEqualTo(Phase.LOCKED);
        assertThat(Life.ends(Life.paidBy(buyer), taken(ended, World.OTHER_HOLDER))
                        .after()
                        .phase())
                .isEqualTo(Phase.LOCKED);
    }

    @Test
    @DisplayName("END-5 END-7 a registration of the very instant of the end takes over")
    void claimedInTime() {
        Buyer buyer = Life.active();
        Buyer taker = buyer.buys(World.PRODUCT, "second").hears(Kind.ACTIVATED, World.START);
        Buyer ended = buyer.with(taker.account()).hears(Kind.CANCELLED, World.START.plusNanos(1), RECEIPT);
        Buyer atStart = buyer.with(taker.account()).hears(Kind.CANCELLED, World.START, RECEIPT);

        assertThat(ended.account().registeredSince()).containsExactly(World.START);
        for (Buyer gone : new Buyer[] {ended, atStart}) {
            assertThat(Life.ends(Life.paidBy(buyer), gone).after().bindings().inForce())
                    .containsExactly(taker.method());
        }
    }

    /** The account, given up after the end and claimed once more, and paid for by another subscription since. */
    private static Buyer taken(Buyer ended, BillingCenterAccount by) {
        CloudAccount claimed = ended.account()
                .released(World.byHolder(Life.day(2)))
                .get()
                .after()
                .claimedBy(by, World.byOwner(Life.day(3)))
                .get()
                .after();
        Buyer other = ended.with(claimed).buys(World.PRODUCT, "second").hears(Kind.ACTIVATED, Life.day(4));
        assertThat(other.account().takerOf(ended.subscription())).isNotEmpty();
        return ended.with(other.account());
    }

    private static Phase phaseAfterEnd(Buyer buyer, EndPolicy policy) {
        Loss loss = buyer.hears(Kind.ENDING, FREEZE).loss(policy);
        return Life.paidBy(buyer).payerEnded(loss, World.LOCKING, false).after().phase();
    }
}
