package com.guance.billing.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.policy.AfterCountdown;
import com.guance.billing.policy.Policies;
import com.guance.billing.policy.Resubscription;
import com.guance.billing.site.Cloud;
import com.guance.billing.subscription.Product;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.Life;
import com.guance.billing.testing.Life.Buyer;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.LockEvent.LockReleased;
import com.guance.billing.workspace.SettlementEvent.SettlementMethodChanged;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RestoringTest {

    private static final Instant FREEZE = Life.day(1);
    private static final Instant ACTIVATED = Life.day(4);
    private static final Instant HEARD = Life.day(5);
    private static final Instant DEADLINE = Life.day(15);

    private final Buyer ending = Life.active().hears(Kind.ENDING, FREEZE);
    private final Buyer back = ending.hears(Kind.ACTIVATED, ACTIVATED, HEARD);
    private final Workspace locked = Life.locked(ending);

    @Test
    @DisplayName("END-6 UNL-1 subscribing again before the end was final binds and unlocks, and uses no month")
    void sameLife() {
        Change<Workspace> change = Life.activates(locked, back);

        assertThat(back.subscription().id()).isEqualTo(ending.subscription().id());
        assertThat(change.events())
                .containsExactly(
                        new SettlementMethodChanged(
                                World.WORKSPACE, back.method(), ACTIVATED, Option.none(), World.byMarketplace(HEARD)),
                        new LockReleased(World.WORKSPACE, ending.end(), World.byMarketplace(HEARD)));
        assertThat(change.after().phase()).isEqualTo(Phase.ACTIVE);
        assertThat(change.after().bindings().at(Life.day(3))).isEmpty();
        assertThat(change.after().activeSince()).containsExactly(World.START);
    }

    @Test
    @DisplayName("END-6 the next life of the customer restores what the life before has locked")
    void nextLife() {
        Buyer over = ending.hears(Kind.ENDED, Life.day(2));
        Buyer again = over.hears(Kind.ACTIVATED, ACTIVATED, HEARD);

        Workspace after = Life.activates(Life.locked(over), again).after();

        assertThat(again.subscription().life()).isEqualTo(2);
        assertThat(after.phase()).isEqualTo(Phase.ACTIVE);
        assertThat(after.isPaidBy(again.subscription().id())).isTrue();
    }

    @Test
    @DisplayName("END-6 another subscription of the same product restores, one of another product does not")
    void product() {
        Buyer same = ending.buys(World.PRODUCT, "same").hears(Kind.ACTIVATED, ACTIVATED);
        Buyer other = ending.buys(new Product("aws", "other"), "other").hears(Kind.ACTIVATED, ACTIVATED);

        assertThat(Life.activates(locked, same)
                        .after()
                        .isPaidBy(same.subscription().id()))
                .isTrue();
        assertThat(Life.activates(locked, other).isNone()).isTrue();
    }

    @Test
    @DisplayName("END-6 another cloud account restores nothing")
    void anotherAccount() {
        assertThat(Life.activates(locked, Life.landed(Cloud.AWS, "2").hears(Kind.ACTIVATED, ACTIVATED))
                        .isNone())
                .isTrue();
    }

    @Test
    @DisplayName("END-6 not once another method was chosen")
    void anotherMethod() {
        Workspace chosen = Life.settled(locked, Given.byBillingCenter(Life.day(2)));

        assertThat(Life.activates(chosen, back).isNone()).isTrue();
    }

    @Test
    @DisplayName("END-6 SET-13 it restores while a change for another account waits; that one is refused later")
    void anotherWaits() {
        Buyer other = Life.landed(Cloud.AWS, "2");
        Workspace waiting = Life.settled(locked, other.asked(Life.day(2)));

        Workspace restored = Life.activates(waiting, back).after();
        Workspace refused = Life.activates(restored, other.hears(Kind.ACTIVATED, Life.day(6)))
                .after();

        assertThat(waiting.awaitedAccounts())
                .containsExactlyInAnyOrder(other.account().id(), back.account().id());
        assertThat(restored.phase()).isEqualTo(Phase.ACTIVE);
        assertThat(restored.waiting()).isNotEmpty();
        assertThat(refused.waiting()).isEmpty();
        assertThat(refused.isPaidBy(back.subscription().id())).isTrue();
    }

    @Test
    @DisplayName("END-6 END-7 not if the account is registered elsewhere, or by nobody")
    void holder() {
        CloudAccount elsewhere = Given.registered(back.account().id(), Cloud.AWS, World.OTHER_HOLDER);
        CloudAccount nobodys = Given.recorded(back.account().id(), Cloud.AWS);

        assertThat(locked.payerActivated(back.subscription(), elsewhere, Life.around())
                        .isNone())
                .isTrue();
        assertThat(locked.payerActivated(back.subscription(), nobodys, Life.around())
                        .isNone())
                .isTrue();
    }

    @Test
    @DisplayName("END-7 END-6 a registration that was given up forgoes the return, though the same holder claims again")
    void givenUp() {
        CloudAccount claimedAgain = ending.account()
                .released(World.byHolder(Life.day(2)))
                .get()
                .after()
                .claimedBy(World.HOLDER, World.byHolder(Life.day(3)))
                .get()
                .after();
        Buyer returned = ending.with(claimedAgain).hears(Kind.ACTIVATED, ACTIVATED, HEARD);

        assertThat(Life.activates(locked, returned).isNone()).isTrue();
        assertThat(Life.settled(locked, returned.asked(HEARD)).phase()).isEqualTo(Phase.ACTIVE);
    }

    @Test
    @DisplayName("END-6 SET-5 not where the site does not allow the cloud any more")
    void site() {
        Policies none = World.POLICIES.withSettling(World.POLICIES.settling().withSites(site -> Set.of()));

        assertThat(locked.payerActivated(back.subscription(), back.account(), Life.around(none))
                        .isNone())
                .isTrue();
    }

    @Test
    @DisplayName("END-6 the host may leave it locked, until somebody chooses who pays")
    void policy() {
        Policies leaves = World.POLICIES.withEnding(World.ENDING.withResubscription(Resubscription.LEAVES_LOCKED));

        assertThat(locked.payerActivated(back.subscription(), back.account(), Life.around(leaves))
                        .isNone())
                .isTrue();
        assertThat(locked.settle(back.asked(HEARD), Life.around(leaves))
                        .get()
                        .after()
                        .phase())
                .isEqualTo(Phase.ACTIVE);
    }

    @Test
    @DisplayName(
            "END-6 LOCK-3 within the countdown to the nanosecond, by when it was heard, whatever was noted meanwhile")
    void fullyLocked() {
        Buyer inTime = ending.hears(Kind.ACTIVATED, ACTIVATED, DEADLINE.minusNanos(1));
        Buyer late = ending.hears(Kind.ACTIVATED, ACTIVATED, DEADLINE);

        assertThat(Life.activates(locked, inTime).after().phase()).isEqualTo(Phase.ACTIVE);
        assertThat(Life.activates(locked, late).isNone()).isTrue();
        assertThat(Life.activates(Life.passes(locked, DEADLINE).after(), inTime)
                        .after()
                        .phase())
                .isEqualTo(Phase.ACTIVE);
    }

    @Test
    @DisplayName("END-6 UNL-6 a countdown that is over is no obstacle where the policy allows a way back")
    void unlockable() {
        Workspace before = Life.lockedByStaff(Life.paidBy(Life.active()), "abuse", World.START);
        Workspace twice = Life.ends(before, ending).after();
        Buyer late = ending.hears(Kind.ACTIVATED, ACTIVATED, Life.day(14));
        Policies unlockable = World.POLICIES.withLocking(World.LOCKING.withAfterCountdown(AfterCountdown.UNLOCKABLE));

        assertThat(Life.activates(twice, late).isNone()).isTrue();
        assertThat(twice.payerActivated(late.subscription(), late.account(), Life.around(unlockable))
                        .after()
                        .bindings()
                        .inForce())
                .containsExactly(late.method());
    }

    @Test
    @DisplayName("END-6 LOCK-1 other causes stay, and so does the countdown")
    void otherCauses() {
        Workspace twice = Life.lockedByStaff(locked, "abuse", Life.day(2));

        Workspace after = Life.activates(twice, back).after();

        assertThat(after.locks().causes()).hasSize(1).doesNotContain(ending.end());
        assertThat(after.locks().countdown()).isEqualTo(locked.locks().countdown());
        assertThat(after.bindings().inForce()).containsExactly(back.method());
    }

    @Test
    @DisplayName("END-6 NOT-6 the binding never starts before the one before it ended")
    void neverEarlier() {
        Buyer renewedInThePast = ending.buys(World.PRODUCT, "same").hears(Kind.ACTIVATED, World.START, HEARD);

        Workspace after = Life.activates(locked, renewedInThePast).after();

        assertThat(after.bindings().last())
                .containsExactly(new Binding(renewedInThePast.method(), FREEZE, Option.none()));
    }
}
