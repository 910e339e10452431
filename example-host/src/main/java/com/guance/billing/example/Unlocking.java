package com.guance.billing.example;

import com.guance.billing.WorkspaceId;
import com.guance.billing.ports.driving.Choice;
import com.guance.billing.ports.driving.LockState;
import com.guance.billing.ports.driving.Page;
import com.guance.billing.ports.driving.PageRequest;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.SettlementRefusal;
import com.guance.billing.workspace.UnlockObstacle;
import com.guance.billing.workspace.UnlockRefusal;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;

/** While the countdown runs: what can be asked, what can be chosen, and what stays in the way. */
record Unlocking(World world, Narrator narrator) {

    void tell() {
        everyReason();
        byBillingCenter();
        arrears();
        reminder();
    }

    private void everyReason() {
        world.clock().advance(Duration.ofHours(20));
        WorkspaceId shop = world.cast().shop();
        narrator.step(
                "Unlock now, with more than one reason against it",
                "Owner " + world.cast().owner());
        world.billing()
                .lockWorkspace()
                .lock(shop, "fraud check", world.by(world.cast().asStaff()));
        narrator.before(state(shop));
        Either<UnlockRefusal, Workspace> refused = world.billing()
                .unlockWorkspace()
                .unlock(shop, world.by(world.cast().asOwner()));
        List<UnlockObstacle> obstacles = refused.fold(UnlockRefusal::obstacles, unlocked -> List.of());
        obstacles.forEach(obstacle -> narrator.what("in the way: " + Words.of(obstacle)));
        narrator.holds(obstacles.size() == 2, "both reasons are told, not only the first");
        LockCause.Administrative cause =
                new LockCause.Administrative("fraud check", world.cast().staff());
        world.billing()
                .lockWorkspace()
                .release(shop, cause, world.by(world.cast().asStaff()));
        narrator.after(state(shop));
        narrator.holds(isLocked(shop), "staff releases its own lock, and no other");
    }

    private void byBillingCenter() {
        WorkspaceId search = world.cast().search();
        narrator.step(
                "Unlock one by Billing Center settlement",
                "holder " + world.cast().holder().id());
        Either<SettlementRefusal, Page<Choice>> choices =
                world.billing().askChoices().of(search, world.by(world.cast().asHolder()), PageRequest.first(10));
        List<Choice> offered = choices.map(Page::items).getOrElse(List.of());
        narrator.what("asked before, the choices are " + Words.of(offered));
        narrator.before(state(search));
        world.billing()
                .changeSettlement()
                .byBillingCenter(search, world.by(world.cast().asHolder()));
        narrator.after(state(search));
        narrator.holds(
                offered.equals(List.of(new Choice(Option.none(), Option.none()))) && !isLocked(search),
                "what was offered is accepted; it is unlocked in the same step");
    }

    private void arrears() {
        world.sleepUntil(world.now().plus(Duration.ofDays(1)));
        narrator.step(
                "The Billing Center account is in arrears, and pays",
                "holder " + world.cast().holder().id());
        WorkspaceId search = world.cast().search();
        world.billing()
                .tellArrears()
                .began(world.cast().holder().id(), world.by(world.cast().asStaff()));
        narrator.before(state(search));
        narrator.holds(isLocked(search), "what the account settles is locked");
        world.billing()
                .tellArrears()
                .settled(world.cast().holder().id(), world.by(world.cast().asStaff()));
        narrator.after(state(search));
        narrator.holds(!isLocked(search), "what its arrears locked is released, and only that");
    }

    private void reminder() {
        world.sleepUntil(Cancelling.FREEZE.plus(Duration.ofDays(7)));
        WorkspaceId shop = world.cast().shop();
        narrator.step("A week before the deadline", "the clock");
        int reminded = world.billing().due().run(world.now()).advanced();
        narrator.what(reminded + " workspaces are reminded");
        LockState state = world.billing().ask().lockState(shop, world.now()).get();
        narrator.after(state.phase() + " until " + state.deadline().get() + ", data is "
                + (state.ingestion() ? "" : "not ") + "taken in");
        narrator.holds(
                !state.ingestion()
                        && reminded == 2
                        && world.billing().due().run(world.now()).advanced() == 0,
                "each locked workspace is reminded once, however often time is looked at");
    }

    private boolean isLocked(WorkspaceId id) {
        return world.workspace(id).exists(Workspace::isLocked);
    }

    private String state(WorkspaceId id) {
        return Words.of(world.workspace(id));
    }
}
