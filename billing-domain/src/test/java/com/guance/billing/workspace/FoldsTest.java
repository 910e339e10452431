package com.guance.billing.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.UserId;
import com.guance.billing.site.Cloud;
import com.guance.billing.testing.Life;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.LockCause.Administrative;
import io.vavr.control.Option;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each case of a family is told from every other: the n-th value answers by the n-th function. */
class FoldsTest {

    private static final Request BY = World.byClock(World.START);
    private static final Administrative ABUSE = new Administrative("abuse", new UserId("staff"));
    private static final WaitingChange CHANGE = new WaitingChange(World.ACCOUNT, Option.none(), BY, Life.day(14));
    private static final Registration REGISTRATION = Life.byBillingCenter().registration();

    private static final List<LifeEvent> LIFE = List.of(
            new LifeEvent.WorkspaceRegistered(
                    World.WORKSPACE, REGISTRATION, Plan.COMMERCIAL, Option.some(Life.day(14)), BY),
            new LifeEvent.WorkspaceActivated(World.WORKSPACE, World.START, BY),
            new LifeEvent.RegistrationLapsed(World.WORKSPACE, BY),
            new LifeEvent.WorkspaceMoved(World.WORKSPACE, World.OTHER_HOLDER.id(), World.START, BY),
            new LifeEvent.OwnerChanged(World.WORKSPACE, World.OWNER, new UserId("next"), BY),
            new LifeEvent.WorkspaceDissolved(World.WORKSPACE, World.START, BY));

    private static final List<SettlementEvent> SETTLEMENT = List.of(
            new SettlementEvent.SettlementMethodChanged(
                    World.WORKSPACE, Life.BILLING_CENTER, World.START, Option.none(), BY),
            new SettlementEvent.ChangeWaits(World.WORKSPACE, CHANGE, BY),
            new SettlementEvent.WaitingEnded(World.WORKSPACE, WaitingEnd.LAPSED, Option.none(), BY),
            new SettlementEvent.AssociationDeleted(World.WORKSPACE, World.FIRST, World.START, BY),
            new SettlementEvent.SuccessorAwaited(
                    World.WORKSPACE,
                    new AwaitedSuccessor(
                            World.endOf(World.FIRST),
                            Life.day(1),
                            World.ENDING.consequences().of(Cloud.AWS)),
                    BY));

    private static final List<LockEvent> LOCK = List.of(
            new LockEvent.LockPlaced(World.WORKSPACE, ABUSE, Countdown.from(World.START, World.LOCKING), BY),
            new LockEvent.LockReleased(World.WORKSPACE, ABUSE, BY),
            new LockEvent.LockReminded(World.WORKSPACE, Life.day(14), BY),
            new LockEvent.FullyLocked(World.WORKSPACE, BY));

    private static final List<WorkspaceRefusal> WORKSPACE_REFUSALS = List.of(
            new WorkspaceRefusal.WorkspaceUnknown(World.WORKSPACE),
            new WorkspaceRefusal.NotForThisActor(BY.by()),
            new WorkspaceRefusal.WorkspaceClosed(Closure.LAPSED),
            new WorkspaceRefusal.FullyLocked(World.START),
            new WorkspaceRefusal.NothingWaits(World.WORKSPACE),
            new WorkspaceRefusal.NotLockedFor(ABUSE),
            new WorkspaceRefusal.AlreadyUnder(World.HOLDER.id()),
            new WorkspaceRefusal.NotOneEnterprise(World.HOLDER.id(), World.OTHER_HOLDER.id()),
            new WorkspaceRefusal.LockedIn(World.ACCOUNT, World.FIRST),
            new WorkspaceRefusal.AChangeWaits(CHANGE),
            new WorkspaceRefusal.AlreadyOwner(World.OWNER));

    private static final List<SettlementRefusal> SETTLEMENT_REFUSALS = List.of(
            new SettlementRefusal.WorkspaceUnknown(World.WORKSPACE),
            new SettlementRefusal.CloudAccountUnknown(World.ACCOUNT),
            new SettlementRefusal.HolderUnknown(World.HOLDER.id()),
            new SettlementRefusal.NotForThisActor(BY.by()),
            new SettlementRefusal.NoActiveSubscription(World.ACCOUNT),
            new SettlementRefusal.SiteDoesNotAllow(World.ON_AWS, Cloud.HUAWEI, Set.of(Cloud.AWS)),
            new SettlementRefusal.AlreadySettledThatWay(Life.BILLING_CENTER),
            new SettlementRefusal.FullyLocked(World.START),
            new SettlementRefusal.WorkspaceClosed(Closure.DISSOLVED),
            new SettlementRefusal.LockedIn(World.ACCOUNT, World.FIRST),
            new SettlementRefusal.ChangedThisMonth(World.START, Life.day(27)));

    private static final List<UnlockObstacle> OBSTACLES = List.of(
            new UnlockObstacle.NotLocked(),
            new UnlockObstacle.SettlementRefused(SETTLEMENT_REFUSALS.get(0)),
            new UnlockObstacle.NobodyPays(World.ACCOUNT, World.FIRST),
            new UnlockObstacle.ArrearsStand(World.HOLDER.id()),
            new UnlockObstacle.LockedByStaff(ABUSE));

    @Test
    @DisplayName("INV-4 every event of life, settlement and locks is told from every other, and from other families")
    void events() {
        inOrder(LifeEvent.class, LIFE, e -> e.fold(at(0), at(1), at(2), at(3), at(4), at(5)));
        inOrder(SettlementEvent.class, SETTLEMENT, e -> e.fold(at(0), at(1), at(2), at(3), at(4)));
        inOrder(LockEvent.class, LOCK, e -> e.fold(at(0), at(1), at(2), at(3)));
        inOrder(
                WorkspaceEvent.class,
                List.of(LIFE.get(0), SETTLEMENT.get(0), LOCK.get(0)),
                e -> e.fold(at(0), at(1), at(2)));
    }

    @Test
    @DisplayName("INV-4 every event names its workspace, who caused it and when")
    void subjects() {
        List<DomainEvent> all = Stream.<List<? extends DomainEvent>>of(LIFE, SETTLEMENT, LOCK)
                .flatMap(List::stream)
                .map(DomainEvent.class::cast)
                .toList();

        assertThat(all).hasSize(15).allSatisfy(event -> {
            assertThat(event.subject()).isEqualTo(World.WORKSPACE.value());
            assertThat(event.request()).isEqualTo(BY);
        });
    }

    @Test
    @DisplayName("SET-14 DIS-1 UNL-3 every refusal about a workspace is told from every other")
    void workspaceRefusals() {
        inOrder(
                WorkspaceRefusal.class,
                WORKSPACE_REFUSALS,
                r -> r.fold(at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7), at(8), at(9), at(10)));
    }

    @Test
    @DisplayName("SET-2 SET-3 SET-4 SET-5 SET-6 SET-7 SET-8 SET-9 every refusal of a change is told from every other")
    void settlementRefusals() {
        inOrder(
                SettlementRefusal.class,
                SETTLEMENT_REFUSALS,
                r -> r.fold(at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7), at(8), at(9), at(10)));
    }

    @Test
    @DisplayName("UNL-5 every obstacle is told from every other")
    void obstacles() {
        inOrder(UnlockObstacle.class, OBSTACLES, o -> o.fold(at(0), at(1), at(2), at(3), at(4)));
    }

    private static <T> Function<T, Integer> at(int index) {
        return value -> index;
    }

    /** All cases of the family are there, and each answers by its own function. */
    private static <T> void inOrder(Class<T> family, List<? extends T> values, Function<T, Integer> fold) {
        assertThat(values).hasSize(family.getPermittedSubclasses().length);
        assertThat(values.stream().map(fold))
                .isEqualTo(IntStream.range(0, values.size()).boxed().toList());
    }
}
