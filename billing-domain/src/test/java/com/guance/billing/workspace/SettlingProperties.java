package com.guance.billing.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.site.Cloud;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.Some;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.Circumstances.Standing;
import com.guance.billing.workspace.LockCause.SubscriptionEnded;
import com.guance.billing.workspace.LockEvent.LockReleased;
import com.guance.billing.workspace.SettlementEvent.SettlementMethodChanged;
import com.guance.billing.workspace.SettlementMethod.ThroughBillingCenter;
import com.guance.billing.workspace.SettlementMethod.ThroughCloudAccount;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SettlingProperties {

    private static final Instant END = World.START.plusSeconds(3600);
    private static final Instant DEADLINE = END.plus(World.COUNTDOWN);
    private static final Instant LATER = END.plusSeconds(60);
    private static final Circumstances AROUND = World.around(World.HOLDER, World.ON_AWS);
    private static final ThroughBillingCenter BILLING_CENTER = new ThroughBillingCenter(World.HOLDER.id());
    private static final ThroughCloudAccount THROUGH_ACCOUNT = new ThroughCloudAccount(World.ACCOUNT, World.FIRST);

    @Example
    @Label("SET-1 a change of who pays ends the binding before and starts the next, at the request's instant")
    void changes() {
        Workspace before = Given.paidByBillingCenter(World.ON_AWS);

        Change<Workspace> change =
                before.settle(Given.through(Given.onFile(), END), AROUND).get();

        assertThat(change.events())
                .containsExactly(new SettlementMethodChanged(
                        World.WORKSPACE, THROUGH_ACCOUNT, END, Option.some(END), World.byOwner(END)));
        assertThat(change.after().bindings().all())
                .containsExactly(
                        new Binding(BILLING_CENTER, World.START, Option.some(END)),
                        new Binding(THROUGH_ACCOUNT, END, Option.none()));
    }

    @Example
    @Label("SET-1 one cloud account settles workspaces on several sites of its cloud")
    void severalSites() {
        Workspace here = Given.paidByBillingCenter(World.ON_AWS);
        Circumstances anySite = World.around(World.withArbitrarySelection(World.HOLDER), World.ON_AWS_CHINA);

        assertThat(here.settle(Given.through(Given.onFile(), END), AROUND).isRight())
                .isTrue();
        assertThat(here.settle(Given.through(Given.onFile(), END), anySite).isRight())
                .isTrue();
    }

    @Example
    @Label("SET-8 asking for the method in force is refused and changes nothing")
    void already() {
        Workspace byCenter = Given.paidByBillingCenter(World.ON_AWS);
        Workspace byAccount = Given.paidThroughAccount();

        assertThat(byCenter.settle(Given.byBillingCenter(END), AROUND).getLeft())
                .isEqualTo(new SettlementRefusal.AlreadySettledThatWay(BILLING_CENTER));
        assertThat(byAccount.settle(Given.through(Given.onFile(), END), AROUND).getLeft())
                .isEqualTo(new SettlementRefusal.AlreadySettledThatWay(THROUGH_ACCOUNT));
        assertThat(byCenter).isEqualTo(Given.paidByBillingCenter(World.ON_AWS));
        assertThat(byAccount).isEqualTo(Given.paidThroughAccount());
    }

    @Example
    @Label("SET-8 SET-12 asking again for the cloud account that pays does not move the binding to another"
            + " subscription")
    void alreadyByAnotherSubscription() {
        Instant earlier = World.START.minusSeconds(60);
        CloudAccount both = Given.opened(Given.onFile(), World.SECOND, earlier);
        Workspace workspace = Given.paidThroughAccount();

        assertThat(both.payer().map(payer -> payer.subscription())).containsExactly(World.SECOND);
        assertThat(workspace.settle(Given.through(both, END), AROUND).getLeft())
                .isEqualTo(new SettlementRefusal.AlreadySettledThatWay(THROUGH_ACCOUNT));
    }

    @Example
    @Label("SET-12 a binding names the subscription activated earliest")
    void earliest() {
        CloudAccount both = Given.opened(Given.onFile(), World.SECOND, World.START.minusNanos(1));

        Workspace after = Given.paidByBillingCenter(World.ON_AWS)
                .settle(Given.through(both, END), AROUND)
                .get()
                .after();

        assertThat(after.bindings().inForce()).containsExactly(new ThroughCloudAccount(World.ACCOUNT, World.SECOND));
    }

    @Example
    @Label("SET-7 while a subscription that pays lives, another account and the Billing Center are refused LockedIn")
    void lockedIn() {
        CloudAccount other = Given.onFile(World.OTHER_ACCOUNT, Cloud.AWS, World.FIRST);
        Workspace workspace = Given.paidThroughAccount();
        SettlementRefusal lockedIn = new SettlementRefusal.LockedIn(World.ACCOUNT, World.FIRST);

        assertThat(workspace.settle(Given.through(other, END), AROUND).getLeft())
                .isEqualTo(lockedIn);
        assertThat(workspace.settle(Given.byBillingCenter(END), AROUND).getLeft())
                .isEqualTo(lockedIn);
    }

    @Example
    @Label("SET-6 one change a calendar month of the Billing Center, to the instant; registration is none")
    void onceAMonth() {
        Instant april = Instant.parse("2026-03-31T16:00:00Z");
        Workspace changed = Given.paidByBillingCenter(World.ON_AWS)
                .settle(Given.through(Given.onFile(), END), AROUND)
                .get()
                .after();
        Circumstances payerDied =
                new Circumstances(World.HOLDER, new Standing(false, false), Option.some(World.ON_AWS), World.POLICIES);

        assertThat(changed.settle(Given.byBillingCenter(april.minusNanos(1)), payerDied)
                        .getLeft())
                .isEqualTo(new SettlementRefusal.ChangedThisMonth(END, april));
        assertThat(changed.settle(Given.byBillingCenter(april), payerDied).isRight())
                .isTrue();
    }

    @Property(tries = 300)
    @Label("SET-9 UNL-6 during the countdown the workspace can be unlocked, from the deadline on every change is"
            + " refused")
    void fullyLocked(@ForAll("instants") Instant at) {
        Workspace locked = Given.ended(Given.paidThroughAccount(), World.FIRST, END);

        Either<SettlementRefusal, Change<Workspace>> answer = locked.settle(Given.byBillingCenter(at), AROUND);

        assertThat(answer.isRight()).isEqualTo(at.isBefore(DEADLINE));
        if (answer.isLeft()) {
            assertThat(answer.getLeft()).isEqualTo(new SettlementRefusal.FullyLocked(DEADLINE));
        }
    }

    @Example
    @Label("SET-9 UNL-6 fully locked at the deadline, to the instant")
    void fullyLockedToTheInstant() {
        Workspace locked = Given.ended(Given.paidThroughAccount(), World.FIRST, END);
        Asked lastMoment = Given.byBillingCenter(DEADLINE.minusNanos(1));

        assertThat(locked.settle(lastMoment, AROUND).isRight()).isTrue();
        assertThat(locked.settle(Given.byBillingCenter(DEADLINE), AROUND).getLeft())
                .isEqualTo(new SettlementRefusal.FullyLocked(DEADLINE));
    }

    @Example
    @Label("UNL-1 choosing Billing Center settlement unlocks in the same step")
    void unlocksByBillingCenter() {
        Workspace locked = Given.ended(Given.paidThroughAccount(), World.FIRST, END);
        Request by = World.byOwner(LATER);

        Change<Workspace> change =
                locked.settle(Given.byBillingCenter(LATER), AROUND).get();

        assertThat(change.events())
                .containsExactly(
                        new SettlementMethodChanged(World.WORKSPACE, BILLING_CENTER, LATER, Option.none(), by),
                        new LockReleased(World.WORKSPACE, World.endOf(World.FIRST), by));
        assertThat(change.after().isLocked()).isFalse();
        assertThat(change.after().locks().deadline()).isEmpty();
    }

    @Example
    @Label("UNL-1 re-subscribing and rebinding to the same cloud account unlocks in the same step")
    void unlocksByRebinding() {
        Workspace locked = Given.ended(Given.paidThroughAccount(), World.FIRST, END);
        CloudAccount again = Given.opened(Given.closed(Given.onFile(), World.FIRST, END), World.SECOND, LATER);

        Workspace after =
                locked.settle(Given.through(again, LATER), AROUND).get().after();

        assertThat(after.isLocked()).isFalse();
        assertThat(after.isPaidBy(World.SECOND)).isTrue();
    }

    @Property(tries = 300)
    @Label("UNL-1 LOCK-1 a payer again releases every subscription-ended lock and no other cause; UNL-4 never neither")
    void releasesOnlyItsOwn(@ForAll("causes") Set<LockCause> causes) {
        Workspace locked = Given.ended(Given.paidThroughAccount(), World.FIRST, END);
        for (LockCause cause : causes) {
            locked = locked.lock(cause, World.LOCKING, World.byClock(LATER)).after();
        }

        Workspace after =
                locked.settle(Given.byBillingCenter(LATER), AROUND).get().after();

        assertThat(after.locks().causes())
                .isEqualTo(causes.stream()
                        .filter(cause -> !(cause instanceof SubscriptionEnded))
                        .collect(Collectors.toSet()));
        assertThat(after.locks().deadline()).isEqualTo(Option.when(after.isLocked(), DEADLINE));
        assertThat(after.bindings().inForce()).containsExactly(BILLING_CENTER);
    }

    @Property(tries = 200)
    @Label("INV-6 SET-2 a refusal leaves the workspace as it was, whoever asks")
    void refusalChangesNothing(@ForAll("actors") Actor actor, @ForAll("instants") Instant at) {
        Workspace workspace = Given.ended(Given.paidThroughAccount(), World.FIRST, END);
        Asked asked = Asked.through(Given.onFile(), new Request(actor, at));

        var answer = workspace.settle(asked, World.around(World.HOLDER, World.UNLISTED));

        assertThat(answer.isLeft()).isTrue();
        assertThat(workspace).isEqualTo(Given.ended(Given.paidThroughAccount(), World.FIRST, END));
    }

    @Example
    @Label("SET-9 the rules answer in order: the workspace, the deadline, the payer, the site; a stranger is told"
            + " only that")
    void order() {
        CloudAccount idle = Given.registered(World.ACCOUNT, Cloud.AWS, World.HOLDER);
        CloudAccount elsewhere = Given.recorded(World.ACCOUNT, Cloud.AWS);
        Workspace locked = Given.ended(Given.paidThroughAccount(), World.FIRST, END);
        Asked asked = Asked.through(idle, World.byOwner(DEADLINE));

        List<SettlementRefusal> all = all(locked, asked);

        assertThat(all)
                .extracting(refusal -> refusal.getClass().getSimpleName())
                .containsExactly("FullyLocked", "NoActiveSubscription", "SiteDoesNotAllow");
        assertThat(all(locked, Asked.through(elsewhere, World.byOwner(DEADLINE))))
                .extracting(refusal -> refusal.getClass().getSimpleName())
                .containsExactly("CloudAccountUnknown", "FullyLocked");
        assertThat(all(locked, Asked.through(idle, World.byClock(DEADLINE))))
                .containsExactly(new SettlementRefusal.NotForThisActor(new Actor.Clock()));
        assertThat(locked.settle(asked, World.around(World.HOLDER, World.ON_AWS_CHINA))
                        .getLeft())
                .isEqualTo(all.get(0));
    }

    private static List<SettlementRefusal> all(Workspace workspace, Asked asked) {
        return SettlementRule.all(new Attempt(
                World.OWNER, Option.some(workspace), asked, World.around(World.HOLDER, World.ON_AWS_CHINA), DEADLINE));
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Some.instants();
    }

    @Provide
    Arbitrary<Actor> actors() {
        return Some.actors();
    }

    @Provide
    Arbitrary<Set<LockCause>> causes() {
        return Some.lockCauses().set().ofMaxSize(4);
    }
}
