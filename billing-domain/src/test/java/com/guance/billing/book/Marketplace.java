package com.guance.billing.book;

import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.policy.EndPolicy;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.Loss;
import com.guance.billing.workspace.Workspace;

/** What a sign from the marketplace means to a workspace: first to the account that may pay, then to the workspace. */
final class Marketplace {

    private Marketplace() {}

    static Scene says(Scene scene, int which, Sign.Kind kind) {
        Sign sign = new Sign(kind, scene.now());
        Request by = World.byMarketplace(scene.now());
        EndPolicy policy = scene.setting().policies().ending();
        Subscription before = scene.outside().subscriptions().get(which);
        return before.isFollowedBy(sign)
                ? heard(scene, which, before.nextLife(sign, policy, by).after())
                : before.hear(sign, policy, by).fold(stale -> scene, change -> heard(scene, which, change.after()));
    }

    private static Scene heard(Scene scene, int which, Subscription changed) {
        Scene next = scene.with(
                scene.outside().following(which, changed, scene.setting().policies(), scene.now()));
        Scene unbound = next.then(lost(next, changed));
        return unbound.then(told(unbound, changed));
    }

    private static Change<Workspace> lost(Scene scene, Subscription changed) {
        return Loss.of(
                        changed,
                        scene.outside().account(),
                        scene.setting().policies().ending())
                .map(loss -> scene.workspace().payerEnded(loss, scene.locking(), scene.isInArrears(scene.holder())))
                .getOrElse(() -> Change.none(scene.workspace()));
    }

    private static Change<Workspace> told(Scene scene, Subscription changed) {
        Workspace workspace = scene.workspace();
        Request by = World.byMarketplace(scene.now());
        return switch (changed.status()) {
            case ACTIVE -> workspace.payerActivated(changed, scene.outside().account(), scene.around());
            case PENDING, ENDING, ENDED ->
                changed.failure()
                        .map(failure -> workspace.payerFailed(scene.outside().account(), failure.subscription(), by))
                        .getOrElse(() -> Change.none(workspace));
        };
    }
}
