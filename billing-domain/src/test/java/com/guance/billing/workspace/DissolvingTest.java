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
import com.guance.billing.workspace.LifeEvent.WorkspaceDissolved;
import com.guance.billing.workspace.SettlementEvent.WaitingEnded;
import com.guance.billing.workspace.WorkspaceRefusal.NotForThisActor;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DissolvingTest {

    private static final Instant AT = Life.day(5);
    private static final Buyer BUYER = Life.active();

    @Property
    @Label("DIS-1 the Owner dissolves in any phase: unbound, nothing waits, nothing comes any more")
    void anyPhase(@ForAll("lives") Workspace workspace) {
        Workspace dissolved = workspace.dissolve(World.byOwner(AT)).get().after();

        assertThat(dissolved.phase()).isEqualTo(Phase.DISSOLVED);
        assertThat(dissolved.bindings().inForce()).isEmpty();
        assertThat(dissolved.waiting()).isEmpty();
        assertThat(dissolved.successor()).isEmpty();
        assertThat(dissolved.nextDue()).isEmpty();
        assertThat(dissolved.bindings().all())
                .hasSameSizeAs(workspace.bindings().all());
    }

    @Example
    @Label("DIS-1 SET-10 who paid until then did pay until then; charges of before find their payer")
    void keepsWhoPaid() {
        Change<Workspace> change =
                Life.paidBy(BUYER).dissolve(World.byOwner(AT)).get();

        assertThat(change.events()).containsExactly(new WorkspaceDissolved(World.WORKSPACE, AT, World.byOwner(AT)));
        assertThat(change.after().bindings().at(AT.minusNanos(1))).containsExactly(BUYER.method());
        assertThat(change.after().bindings().at(AT)).isEmpty();
    }

    @Example
    @Label("DIS-1 SET-10 by a clock that runs behind, no binding ends before it began")
    void clockBehind() {
        Request behind = World.byOwner(World.START.minusSeconds(1));

        assertThat(Life.paidBy(BUYER).dissolve(behind).get().after().bindings().all())
                .containsExactly(new Binding(BUYER.method(), World.START, Option.some(World.START)));
    }

    @Example
    @Label("DIS-1 SET-13 what waits is withdrawn first")
    void withdraws() {
        Workspace waiting = Life.settled(Life.byBillingCenter(), Life.pending().asked(Life.day(1)));

        assertThat(waiting.dissolve(World.byOwner(AT)).get().events())
                .containsExactly(
                        new WaitingEnded(World.WORKSPACE, WaitingEnd.DISSOLVED, Option.none(), World.byOwner(AT)),
                        new WorkspaceDissolved(World.WORKSPACE, AT, World.byOwner(AT)));
    }

    @Example
    @Label("DIS-1 staff dissolve only what is fully locked, from the deadline's nanosecond on, noted or not")
    void byStaff() {
        Workspace locked = Life.locked(BUYER.hears(Kind.ENDING, Life.day(1)));
        Request early = World.byStaff(Life.day(15).minusNanos(1));
        Request inTime = World.byStaff(Life.day(15));

        assertThat(locked.dissolve(early).getLeft()).isEqualTo(new NotForThisActor(early.by()));
        assertThat(locked.dissolve(inTime).isRight()).isTrue();
        assertThat(Life.passes(locked, Life.day(15)).after().dissolve(inTime).isRight())
                .isTrue();
        assertThat(Life.byBillingCenter().dissolve(inTime).getLeft()).isEqualTo(new NotForThisActor(inTime.by()));
    }

    @Example
    @Label("DIS-1 nobody else: not the holder, not another Owner, not an Administrator, not clock or marketplace")
    void nobodyElse() {
        List<Actor> others = List.of(
                new Actor.Owner(new UserId("other")),
                new Actor.Administrator(World.OWNER),
                new Actor.Holder(World.HOLDER.id()),
                new Actor.Clock(),
                new Actor.Marketplace("aws"));

        assertThat(others)
                .allSatisfy(actor -> assertThat(Life.byBillingCenter()
                                .dissolve(new Request(actor, AT))
                                .getLeft())
                        .isEqualTo(new NotForThisActor(actor)));
    }

    @Provide
    Arbitrary<Workspace> lives() {
        return Arbitraries.of(Lives.all())
                .filter(workspace -> workspace.closed().isEmpty());
    }
}
