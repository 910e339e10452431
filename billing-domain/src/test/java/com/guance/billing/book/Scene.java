package com.guance.billing.book;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.policy.LockPolicy;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.Circumstances;
import com.guance.billing.workspace.Circumstances.Standing;
import com.guance.billing.workspace.Phase;
import com.guance.billing.workspace.SettlementMethod;
import com.guance.billing.workspace.Workspace;
import com.guance.billing.workspace.WorkspaceEvent;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A workspace at some time of its life, and all around it.
 *
 * @param setting where it lives
 * @param now when
 * @param outside what it depends on
 * @param lived its life until now
 */
record Scene(Setting setting, Instant now, Outside outside, Lived lived) {

    /**
     * A life.
     *
     * @param workspace as it is now
     * @param history all its events
     * @param known how many of them happened before the last command
     */
    record Lived(Workspace workspace, List<WorkspaceEvent> history, int known) {

        Lived then(Change<Workspace> change) {
            List<WorkspaceEvent> more =
                    change.events().stream().map(WorkspaceEvent.class::cast).toList();
            return new Lived(
                    change.after(),
                    Stream.concat(history.stream(), more.stream()).toList(),
                    known);
        }
    }

    static Scene born(Setting setting, Outside outside, Change<Workspace> birth) {
        return new Scene(setting, World.START, outside, new Lived(birth.after(), List.of(), 0).then(birth));
    }

    Workspace workspace() {
        return lived.workspace();
    }

    /** The next command comes later, and meets the workspace as it is then (LOCK-6). */
    Scene later(Duration time) {
        return at(now.plus(time));
    }

    Scene at(Instant then) {
        Lived before = new Lived(workspace(), lived.history(), lived.history().size());
        return new Scene(
                setting, then, outside, before.then(workspace().advance(then, locking(), isInArrears(holder()))));
    }

    Scene with(Outside other) {
        return new Scene(setting, now, other, lived);
    }

    Scene then(Change<Workspace> change) {
        return new Scene(setting, now, outside, lived.then(change));
    }

    /** A refusal changes nothing. */
    Scene unlessRefused(Either<?, Change<Workspace>> answer) {
        return answer.map(this::then).getOrElse(this);
    }

    Circumstances around() {
        return setting.around(holder(), new Standing(isInArrears(holder()), payerLives()));
    }

    /** Whether who pays, if anyone does, may pay. */
    boolean payerLives() {
        return workspace()
                .bindings()
                .inForce()
                .flatMap(SettlementMethod::cloud)
                .forAll(paid -> outside.isAlive(paid.subscription()));
    }

    /** INV-1: who is active is paid for by somebody who can pay. */
    boolean isPaidFor() {
        return workspace().phase() != Phase.ACTIVE
                || workspace()
                        .bindings()
                        .inForce()
                        .exists(method -> method.cloud().isDefined() ? payerLives() : !isInArrears(holder()));
    }

    BillingCenterAccountId holder() {
        return workspace().registration().ownership().holder();
    }

    boolean isInArrears(BillingCenterAccountId account) {
        return outside.inArrears() && account.equals(World.HOLDER.id());
    }

    LockPolicy locking() {
        return setting.policies().locking();
    }

    Request byOwner() {
        return World.byOwner(now);
    }

    /** What the last command brought. */
    Stream<Move<Phase>> moves() {
        return Move.of(
                lived.history(),
                lived.known(),
                history -> Workspace.replay(history).phase());
    }
}
