package com.guance.billing.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.UserId;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.Life;
import com.guance.billing.testing.Life.Buyer;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.LifeEvent.OwnerChanged;
import com.guance.billing.workspace.WorkspaceRefusal.AlreadyOwner;
import com.guance.billing.workspace.WorkspaceRefusal.NotForThisActor;
import com.guance.billing.workspace.WorkspaceRefusal.WorkspaceClosed;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ChangingOwnerTest {

    private static final Instant AT = Life.day(5);
    private static final UserId NEXT = new UserId("next");
    private static final Request BY_NEXT = new Request(new Actor.Owner(NEXT), AT);

    @Property
    @Label(
            "OWN-1 Owner or staff hand a workspace over in any phase until it is closed; nothing else changes, no month is used")
    void anyPhase(@ForAll("lives") Workspace workspace, @ForAll boolean byStaff) {
        Request by = byStaff ? World.byStaff(AT) : World.byOwner(AT);

        Change<Workspace> change = workspace.changeOwner(NEXT, by).get();

        assertThat(change.events()).containsExactly(new OwnerChanged(World.WORKSPACE, World.OWNER, NEXT, by));
        assertThat(change.after().registration().ownership())
                .isEqualTo(new Registration.Ownership(
                        workspace.registration().ownership().holder(), NEXT));
        Change<Workspace> back =
                change.after().changeOwner(World.OWNER, BY_NEXT).get();
        assertThat(back.after()).isEqualTo(workspace);
    }

    @Property
    @Label("OWN-1 afterwards the old Owner is refused what the new one may do")
    void oldOwner(@ForAll("lives") Workspace workspace) {
        Workspace handedOver =
                workspace.changeOwner(NEXT, World.byOwner(AT)).get().after();
        Request old = World.byOwner(AT);

        assertThat(handedOver.dissolve(old).getLeft()).isEqualTo(new NotForThisActor(old.by()));
        assertThat(handedOver.withdraw(old).getLeft()).isEqualTo(new NotForThisActor(old.by()));
        assertThat(handedOver.changeOwner(World.OWNER, old).getLeft()).isEqualTo(new NotForThisActor(old.by()));
        assertThat(handedOver.dissolve(BY_NEXT).isRight()).isTrue();
    }

    @Example
    @Label("OWN-1 SET-13 what waits goes on: who may ask was judged when it was asked")
    void whatWaits() {
        Buyer pending = Life.pending();
        Workspace waiting = Life.settled(Life.byBillingCenter(), pending.asked(Life.day(1)));
        Workspace handedOver =
                waiting.changeOwner(NEXT, World.byStaff(Life.day(2))).get().after();
        assertThat(handedOver.waiting()).isEqualTo(waiting.waiting());
        Buyer active = pending.hears(Kind.ACTIVATED, Life.day(3));

        Change<Workspace> completed = handedOver.payerActivated(active.subscription(), active.account(), Life.around());

        assertThat(completed.after().waiting()).isEmpty();
        assertThat(completed.after().bindings().inForce()).containsExactly(active.method());
    }

    @Example
    @Label("OWN-1 nobody else: not the holder, not another Owner, not an Administrator, not clock or marketplace")
    void nobodyElse() {
        List<Actor> others = List.of(
                new Actor.Owner(NEXT),
                new Actor.Administrator(World.OWNER),
                new Actor.Holder(World.HOLDER.id()),
                new Actor.Clock(),
                new Actor.Marketplace("aws"));

        assertThat(others)
                .allSatisfy(actor -> assertThat(Life.byBillingCenter()
                                .changeOwner(NEXT, new Request(actor, AT))
                                .getLeft())
                        .isEqualTo(new NotForThisActor(actor)));
    }

    @Example
    @Label("OWN-1 refused to the Owner that it has, and when it is closed")
    void refused() {
        Workspace dissolved =
                Life.byBillingCenter().dissolve(World.byOwner(AT)).get().after();

        assertThat(Life.byBillingCenter()
                        .changeOwner(World.OWNER, World.byStaff(AT))
                        .getLeft())
                .isEqualTo(new AlreadyOwner(World.OWNER));
        assertThat(dissolved.changeOwner(NEXT, World.byStaff(AT)).getLeft())
                .isEqualTo(new WorkspaceClosed(Closure.DISSOLVED));
    }

    @Provide
    Arbitrary<Workspace> lives() {
        return Arbitraries.of(Lives.all())
                .filter(workspace -> workspace.closed().isEmpty());
    }
}
