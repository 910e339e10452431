package com.guance.billing.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.AgreementId;
import com.guance.billing.Change;
import com.guance.billing.policy.EndPolicy;
import com.guance.billing.policy.Resubscription;
import com.guance.billing.site.Cloud;
import com.guance.billing.subscription.NamedSuccessor;
import com.guance.billing.subscription.Product;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.Life;
import com.guance.billing.testing.Life.Buyer;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.LockEvent.LockPlaced;
import com.guance.billing.workspace.SettlementEvent.AssociationDeleted;
import com.guance.billing.workspace.SettlementEvent.SettlementMethodChanged;
import com.guance.billing.workspace.SettlementEvent.SuccessorAwaited;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SuccessorTest {

    private static final Instant FREEZE = Life.day(1);
    private static final Instant HEARD = Life.day(2);
    private static final Instant DEADLINE = Life.day(3);

    private final Buyer buyer = Life.active();
    private final Buyer second = buyer.buys(World.PRODUCT, "second");
    private final Buyer renewed = buyer.with(second.account()).hears(Kind.SUPERSEDED, FREEZE, HEARD);
    private final Workspace awaiting = Life.ends(Life.paidBy(buyer), renewed).after();

    @Test
    @DisplayName("END-5 another active subscription of account and product takes over at the freeze, without a lock")
    void takenOver() {
        Buyer taker = second.hears(Kind.ACTIVATED, World.START);

        Change<Workspace> change =
                Life.ends(Life.paidBy(buyer), buyer.with(taker.account()).hears(Kind.CANCELLED, FREEZE, HEARD));

        assertThat(change.events())
                .containsExactly(new SettlementMethodChanged(
                        World.WORKSPACE, taker.method(), FREEZE, Option.none(), World.byMarketplace(HEARD)));
        assertThat(change.after().phase()).isEqualTo(Phase.ACTIVE);
        assertThat(change.after().monthUsed()).isEmpty();
    }

    @Test
    @DisplayName("END-5 SET-10 a taker that became active after the freeze pays from then on, and nobody between")
    void takenOverLater() {
        Buyer taker = second.hears(Kind.ACTIVATED, FREEZE.plusSeconds(60), HEARD);

        Change<Workspace> change =
                Life.ends(Life.paidBy(buyer), buyer.with(taker.account()).hears(Kind.CANCELLED, FREEZE, HEARD));

        assertThat(change.events())
                .containsExactly(
                        new AssociationDeleted(
                                World.WORKSPACE, buyer.subscription().id(), FREEZE, World.byMarketplace(HEARD)),
                        new SettlementMethodChanged(
                                World.WORKSPACE,
                                taker.method(),
                                FREEZE.plusSeconds(60),
                                Option.none(),
                                World.byMarketplace(HEARD)));
        assertThat(change.after().bindings().at(FREEZE.plusSeconds(59))).isEmpty();
        assertThat(change.after().phase()).isEqualTo(Phase.ACTIVE);
    }

    @Test
    @DisplayName("END-5 SET-12 a subscription of another product takes nothing over")
    void anotherProduct() {
        Buyer other = buyer.buys(new Product("aws", "other"), "second").hears(Kind.ACTIVATED, World.START);

        Workspace after = Life.ends(
                        Life.paidBy(buyer), buyer.with(other.account()).hears(Kind.CANCELLED, FREEZE))
                .after();

        assertThat(after.phase()).isEqualTo(Phase.LOCKED);
        assertThat(Life.activates(after, other).isNone()).isTrue();
    }

    @Test
    @DisplayName("END-5 renewed or replaced: it awaits the successor for 24 hours, unlocked and without a payer")
    void awaits() {
        Change<Workspace> change = Life.ends(Life.paidBy(buyer), renewed);

        assertThat(change.events())
                .containsExactly(
                        new AssociationDeleted(
                                World.WORKSPACE, buyer.subscription().id(), FREEZE, World.byMarketplace(HEARD)),
                        new SuccessorAwaited(
                                World.WORKSPACE, change.after().successor().get(), World.byMarketplace(HEARD)));
        assertThat(awaiting.phase()).isEqualTo(Phase.AWAITING_SUCCESSOR);
        assertThat(awaiting.isLocked()).isFalse();
        assertThat(awaiting.bindings().inForce()).isEmpty();
        assertThat(awaiting.nextDue()).containsExactly(DEADLINE);
        assertThat(awaiting.awaitedAccounts()).containsExactly(buyer.account().id());
    }

    @Test
    @DisplayName("END-5 named by the agreement that follows, it awaits that one, too")
    void awaitsNamed() {
        Buyer cancelled = named(buyer).hears(Kind.CANCELLED, FREEZE, HEARD);

        assertThat(Life.ends(Life.paidBy(buyer), cancelled).after().phase()).isEqualTo(Phase.AWAITING_SUCCESSOR);
    }

    @Test
    @DisplayName(
            "END-5 END-2 named only after its end was decided, it is locked all the same, until the successor pays")
    void namedTooLate() {
        Buyer cancelled = named(buyer.hears(Kind.CANCELLED, FREEZE, HEARD));

        assertThat(Life.ends(Life.paidBy(buyer), cancelled).after().phase()).isEqualTo(Phase.LOCKED);
    }

    private static Buyer named(Buyer of) {
        return new Buyer(
                of.account(),
                of.subscription()
                        .succeededBy(
                                new NamedSuccessor(new AgreementId("agmt-next"), false), World.byMarketplace(HEARD))
                        .after());
    }

    @Test
    @DisplayName("END-5 END-2 where nobody follows it is locked at the deadline, to the nanosecond")
    void nobodyFollows() {
        Change<Workspace> change = Life.passes(awaiting, DEADLINE);

        assertThat(Life.passes(awaiting, DEADLINE.minusNanos(1)).isNone()).isTrue();
        assertThat(change.events())
                .containsExactly(new LockPlaced(
                        World.WORKSPACE,
                        buyer.end(),
                        Countdown.from(DEADLINE, World.LOCKING),
                        World.byClock(DEADLINE)));
        assertThat(change.after().phase()).isEqualTo(Phase.LOCKED);
        assertThat(change.after().successor()).isEmpty();
    }

    @Test
    @DisplayName("END-5 END-9 LOCK-7 at Alibaba the Billing Center takes over at the deadline, locked if in arrears")
    void nobodyFollowsAtAlibaba() {
        Buyer alibaba = Life.active(Cloud.ALIBABA);
        Workspace waits = Life.ends(Life.paidBy(alibaba), alibaba.hears(Kind.SUPERSEDED, FREEZE, HEARD))
                .after();

        Workspace switched = Life.passes(waits, DEADLINE).after();
        Workspace locked = waits.advance(DEADLINE, World.LOCKING, true).after();

        assertThat(switched.phase()).isEqualTo(Phase.ACTIVE);
        assertThat(switched.bindings().last())
                .containsExactly(new Binding(Life.BILLING_CENTER, DEADLINE, Option.none()));
        assertThat(switched.monthUsed()).isEmpty();
        assertThat(locked.locks().causes()).containsExactly(World.ARREARS);
        assertThat(locked.locks().countdown()).containsExactly(Countdown.from(DEADLINE, World.LOCKING));
    }

    @Test
    @DisplayName("END-5 how long it is awaited is the host's to say")
    void policy() {
        EndPolicy hour = World.ENDING.withWaits(
                new EndPolicy.Waits(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofMinutes(1)));

        Workspace waits = Life.paidBy(buyer)
                .payerEnded(renewed.loss(hour), World.LOCKING, false)
                .after();

        assertThat(waits.nextDue()).containsExactly(HEARD.plus(Duration.ofHours(1)));
    }

    @Test
    @DisplayName("END-5 the successor's activation binds it, uses no month, whatever the policy of subscribing again")
    void follows() {
        Buyer follower = second.with(renewed.account()).hears(Kind.ACTIVATED, FREEZE, HEARD.plusSeconds(60));
        var leaves = World.POLICIES.withEnding(World.ENDING.withResubscription(Resubscription.LEAVES_LOCKED));

        Change<Workspace> change =
                awaiting.payerActivated(follower.subscription(), follower.account(), Life.around(leaves));

        assertThat(change.events())
                .containsExactly(new SettlementMethodChanged(
                        World.WORKSPACE,
                        follower.method(),
                        FREEZE,
                        Option.none(),
                        World.byMarketplace(HEARD.plusSeconds(60))));
        assertThat(change.after().phase()).isEqualTo(Phase.ACTIVE);
        assertThat(change.after().successor()).isEmpty();
        assertThat(change.after().nextDue()).isEmpty();
    }

    @Test
    @DisplayName("END-5 END-6 if the lock already happened, the successor's activation undoes it")
    void followsLate() {
        Workspace locked = Life.passes(awaiting, DEADLINE).after();

        Workspace after = Life.activates(locked, second.with(renewed.account()).hears(Kind.ACTIVATED, Life.day(4)))
                .after();

        assertThat(after.phase()).isEqualTo(Phase.ACTIVE);
        assertThat(after.bindings().all())
                .containsExactly(
                        new Binding(buyer.method(), World.START, Option.some(FREEZE)),
                        new Binding(second.method(), Life.day(4), Option.none()));
        assertThat(after.locks()).isEqualTo(Locks.none());
    }

    @Test
    @DisplayName("END-5 the Owner need not wait: whoever is chosen pays, and nothing is awaited any more")
    void chosenMeanwhile() {
        Workspace chosen = Life.settled(awaiting, Given.byBillingCenter(HEARD.plusSeconds(1)));

        assertThat(chosen.phase()).isEqualTo(Phase.ACTIVE);
        assertThat(chosen.successor()).isEmpty();
        assertThat(Life.activates(chosen, second.with(renewed.account()).hears(Kind.ACTIVATED, DEADLINE))
                        .isNone())
                .isTrue();
    }

    @Test
    @DisplayName(
            "END-5 LOCK-2 locked by staff meanwhile, it is locked for both at the deadline, under the first countdown")
    void lockedMeanwhile() {
        Workspace locked = Life.lockedByStaff(awaiting, "abuse", HEARD.plusSeconds(1));

        Workspace after = Life.passes(locked, DEADLINE).after();

        assertThat(locked.phase()).isEqualTo(Phase.LOCKED);
        assertThat(after.locks().causes()).hasSize(2).contains(buyer.end());
        assertThat(after.locks().countdown()).isEqualTo(locked.locks().countdown());
    }

    @Test
    @DisplayName(
            "END-5 LOCK-3 a lock of another cause becomes full at its own deadline, though a successor is awaited still")
    void fullyLockedMeanwhile() {
        Instant heard = Life.day(14).plusSeconds(1);
        Workspace locked = Life.lockedByStaff(Life.paidBy(buyer), "abuse", Life.day(1));
        Workspace awaits = Life.ends(
                        Life.passes(locked, heard).after(),
                        buyer.with(second.account()).hears(Kind.SUPERSEDED, heard))
                .after();

        Change<Workspace> change = Life.passes(awaits, Life.day(15));

        assertThat(change.events())
                .containsExactly(new LockEvent.FullyLocked(World.WORKSPACE, World.byClock(Life.day(15))));
        assertThat(change.after().successor()).isEqualTo(awaits.successor()).isNotEmpty();
    }
}
