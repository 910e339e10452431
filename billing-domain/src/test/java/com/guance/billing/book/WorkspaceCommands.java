package com.guance.billing.book;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.UserId;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.Asked;
import com.guance.billing.workspace.Circumstances.Standing;
import com.guance.billing.workspace.LockCause;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All that can happen to a workspace, in a fixed order. */
final class WorkspaceCommands {

    private static final Duration STEP = Duration.ofMinutes(1);
    private static final LockCause.Administrative BY_STAFF = new LockCause.Administrative("abuse", new UserId("staff"));

    private WorkspaceCommands() {}

    static List<UnaryOperator<Scene>> all() {
        Stream<UnaryOperator<Scene>> marketplace = Stream.of(
                        Kind.NOT_ACTIVATED, Kind.ACTIVATED, Kind.ENDING, Kind.ENDED, Kind.SUPERSEDED)
                .flatMap(kind -> Stream.of(0, 1).map(which -> scene -> Marketplace.says(scene, which, kind)));
        Stream<UnaryOperator<Scene>> arrears = Stream.of(WorkspaceCommands::inArrears, WorkspaceCommands::settled);
        Stream<UnaryOperator<Scene>> afterAStep = Stream.of(people(), marketplace, arrears)
                .flatMap(commands -> commands)
                .map(command -> scene -> command.apply(scene.later(STEP)));
        Stream<UnaryOperator<Scene>> time = Stream.of(
                scene -> scene.workspace().nextDue().map(scene::at).getOrElse(scene),
                scene -> scene.later(Duration.ofDays(31)));
        return Stream.concat(afterAStep, time).toList();
    }

    private static Stream<UnaryOperator<Scene>> people() {
        return Stream.of(
                scene -> settle(scene, scene.outside().byFirst(scene.byOwner())),
                scene -> settle(scene, scene.outside().bySecond(scene.byOwner())),
                scene -> settle(scene, Asked.billingCenter(scene.byOwner())),
                scene -> scene.unlessRefused(scene.workspace().withdraw(scene.byOwner())),
                scene -> scene.unlessRefused(scene.workspace()
                        .unlock(Option.some(scene.outside().account()), scene.around(), scene.byOwner())),
                WorkspaceCommands::move,
                scene -> scene.unlessRefused(
                        scene.workspace().changeOwner(new UserId("next"), World.byStaff(scene.now()))),
                scene -> scene.unlessRefused(
                        scene.workspace().lockedByStaff(BY_STAFF.why(), scene.locking(), World.byStaff(scene.now()))),
                scene -> scene.unlessRefused(
                        scene.workspace().releasedByStaff(BY_STAFF, scene.locking(), World.byStaff(scene.now()))),
                scene -> scene.unlessRefused(scene.workspace().dissolve(scene.byOwner())),
                scene -> scene.unlessRefused(scene.workspace().dissolve(World.byStaff(scene.now()))));
    }

    private static Scene settle(Scene scene, Asked asked) {
        return scene.unlessRefused(scene.workspace().settle(asked, scene.around()));
    }

    private static Scene move(Scene scene) {
        BillingCenterAccountId to =
                scene.holder().equals(World.HOLDER.id()) ? World.OTHER_HOLDER.id() : World.HOLDER.id();
        Standing there = new Standing(scene.isInArrears(to), scene.payerLives());
        return scene.unlessRefused(scene.workspace().move(scene.setting().around(to, there), true, scene.byOwner()));
    }

    private static Scene inArrears(Scene scene) {
        return scene.with(scene.outside().withArrears(true))
                .then(scene.workspace().arrearsBegan(World.HOLDER.id(), scene.locking(), World.byStaff(scene.now())));
    }

    private static Scene settled(Scene scene) {
        return scene.with(scene.outside().withArrears(false))
                .then(scene.workspace().release(World.ARREARS, scene.locking(), World.byStaff(scene.now())));
    }
}
