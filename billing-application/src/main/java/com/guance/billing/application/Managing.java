package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccount;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.Text;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.policy.LockPolicy;
import com.guance.billing.ports.driving.ChangeOwner;
import com.guance.billing.ports.driving.DissolveWorkspace;
import com.guance.billing.ports.driving.LockWorkspace;
import com.guance.billing.ports.driving.MoveWorkspace;
import com.guance.billing.ports.driving.UnlockWorkspace;
import com.guance.billing.workspace.Circumstances;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.LockCause.SubscriptionEnded;
import com.guance.billing.workspace.SettlementRefusal;
import com.guance.billing.workspace.UnlockObstacle;
import com.guance.billing.workspace.UnlockRefusal;
import com.guance.billing.workspace.Workspace;
import com.guance.billing.workspace.WorkspaceRefusal;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;

/** What people do to a workspace beside choosing who pays: unlock, lock, move, change its Owner, dissolve. */
final class Managing implements UnlockWorkspace, LockWorkspace, MoveWorkspace, ChangeOwner, DissolveWorkspace {

    static final OneWorkspace.Unknown<WorkspaceRefusal> UNKNOWN =
            new OneWorkspace.Unknown<>(WorkspaceRefusal.WorkspaceUnknown::new, WorkspaceRefusal.NotForThisActor::new);

    private static final int LONGEST_REASON = 256;

    private final OneWorkspace one;

    Managing(OneWorkspace one) {
        this.one = one;
    }

    @Override
    public Either<UnlockRefusal, Workspace> unlock(WorkspaceId workspace, Request by) {
        return one.ask(
                workspace,
                by,
                new OneWorkspace.Unknown<>(
                        unknown -> refused(new SettlementRefusal.WorkspaceUnknown(unknown)), Managing::stranger),
                (present, now) -> unlocked(present, now, by));
    }

    private static Either<UnlockRefusal, Change<Workspace>> unlocked(Present present, Workspace now, Request by) {
        if (!now.registration().ownership().isOf(by.by())) {
            return Either.left(stranger(by.by()));
        }
        return present.around(now)
                .toEither(() -> refused(new SettlementRefusal.HolderUnknown(Present.holder(now))))
                .flatMap(around -> now.unlock(
                        now.endedPayer()
                                .map(SubscriptionEnded::account)
                                .peek(present::reliesOn)
                                .flatMap(present::account),
                        around,
                        by));
    }

    @Override
    public Either<WorkspaceRefusal, Workspace> lock(WorkspaceId workspace, String why, Request by) {
        Text.bounded(why, LONGEST_REASON, "reason");
        return ask(workspace, by, (present, now) -> now.lockedByStaff(why, policy(), by));
    }

    @Override
    public Either<WorkspaceRefusal, Workspace> release(
            WorkspaceId workspace, LockCause.Administrative cause, Request by) {
        return ask(workspace, by, (present, now) -> now.releasedByStaff(cause, policy(), by));
    }

    @Override
    public Either<WorkspaceRefusal, Workspace> dissolve(WorkspaceId workspace, Request by) {
        return ask(workspace, by, (present, now) -> now.dissolve(by));
    }

    @Override
    public Either<WorkspaceRefusal, Workspace> move(WorkspaceId workspace, BillingCenterAccountId to, Request by) {
        return ask(workspace, by, (present, now) -> moved(present, now, to, by));
    }

    /** An account that the host does not know is under no enterprise: whether it exists is not told (SET-11). */
    private Either<WorkspaceRefusal, Change<Workspace>> moved(
            Present present, Workspace now, BillingCenterAccountId to, Request by) {
        if (!now.isOwnedBy(by.by())) {
            return Either.left(new WorkspaceRefusal.NotForThisActor(by.by()));
        }
        BillingCenterAccountId from = Present.holder(now);
        return one.host()
                .accounts()
                .find(to)
                .toEither((WorkspaceRefusal) new WorkspaceRefusal.NotOneEnterprise(from, to))
                .flatMap(target ->
                        now.move(around(present, target), one.host().accounts().areOneEnterprise(from, to), by));
    }

    @Override
    public Either<WorkspaceRefusal, Workspace> change(WorkspaceId workspace, UserId to, Request by) {
        return ask(workspace, by, (present, now) -> now.changeOwner(to, by));
    }

    private Circumstances around(Present present, BillingCenterAccount target) {
        Circumstances.Standing standing = new Circumstances.Standing(present.inArrears(target.id()), true);
        return new Circumstances(target, standing, Option.none(), one.host().policies());
    }

    private Either<WorkspaceRefusal, Workspace> ask(
            WorkspaceId workspace, Request by, OneWorkspace.Decision<WorkspaceRefusal> decision) {
        return one.ask(workspace, by, UNKNOWN, decision);
    }

    private LockPolicy policy() {
        return one.host().policies().locking();
    }

    private static UnlockRefusal stranger(Actor actor) {
        return refused(new SettlementRefusal.NotForThisActor(actor));
    }

    private static UnlockRefusal refused(SettlementRefusal why) {
        return new UnlockRefusal(List.of(new UnlockObstacle.SettlementRefused(why)));
    }
}
