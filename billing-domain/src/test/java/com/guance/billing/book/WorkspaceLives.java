package com.guance.billing.book;

import com.guance.billing.SubscriptionId;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.workspace.AwaitedSuccessor;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.SettlementMethod;
import com.guance.billing.workspace.WaitingChange;
import com.guance.billing.workspace.Workspace;
import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import io.vavr.control.Option;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What becomes of every birth of a workspace. */
final class WorkspaceLives {

    /** Deeper, up to fourteen, no other move was found. */
    private static final int DEEPEST = 5;

    private WorkspaceLives() {}

    static void explore(Consumer<Scene> told) {
        Exploration<Scene> exploration = new Exploration<>(WorkspaceCommands.all(), WorkspaceLives::alike, DEEPEST);
        exploration.from(Setting.ALL.stream().flatMap(WorkspaceBirths::at).toList(), told);
    }

    /** Alike: the same can still happen to them. */
    private static Object alike(Scene scene) {
        Workspace workspace = scene.workspace();
        if (workspace.closed().isDefined()) {
            return List.of(scene.setting().cloud(), workspace.phase());
        }
        boolean monthUsed = workspace
                .monthUsed()
                .flatMap(scene.setting().policies().settling().changes()::nextAllowed)
                .exists(scene.now()::isBefore);
        return List.of(
                scene.setting().cloud(),
                workspace.phase(),
                workspace.plan(),
                workspace.activeSince().isDefined(),
                workspace.locks().causes().stream().map(WorkspaceLives::kind).collect(Collectors.toSet()),
                workspace.bindings().inForce().map(WorkspaceLives::kind),
                dues(workspace),
                monthUsed,
                scene.holder(),
                scene.outside().inArrears(),
                scene.outside().subscriptions().map(WorkspaceLives::alike));
    }

    /** What time is to bring, in its order. */
    private static List<String> dues(Workspace workspace) {
        return HashMap.of(
                        "change", workspace.waiting().map(WaitingChange::lapsesAt),
                        "registration", workspace.lapsesAt(),
                        "successor", workspace.successor().map(AwaitedSuccessor::deadline),
                        "countdown", workspace.locks().deadline())
                .filterValues(Option::isDefined)
                .toJavaList()
                .stream()
                .sorted(Comparator.comparing(due -> due._2.get()))
                .map(Tuple2::_1)
                .toList();
    }

    private static Object alike(Subscription subscription) {
        return List.of(subscription.status(), subscription.isSucceeded());
    }

    private static String kind(LockCause cause) {
        return cause.ended().map(end -> inAnyLife(end.subscription())).getOrElse(cause::toString);
    }

    private static String kind(SettlementMethod method) {
        return method.cloud().map(paid -> inAnyLife(paid.subscription())).getOrElse(method::toString);
    }

    private static String inAnyLife(SubscriptionId subscription) {
        return subscription.value().substring(0, subscription.value().indexOf('#'));
    }
}
