package com.guance.billing.application;

import static com.guance.billing.application.Scene.HOLDER;

import com.guance.billing.Actor;
import com.guance.billing.Request;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.site.Cloud;
import com.guance.billing.workspace.LockCause;
import io.vavr.control.Either;

/** What people and the Billing Center do to a workspace, beside choosing who pays. */
record PeoplesSteps(Scene scene) {

    private static final UserId STAFF = new UserId("staff");

    Either<?, ?> play(Step step, WorkspaceId workspace) {
        return switch (step) {
            case REGISTER_AWAITING ->
                scene.billing
                        .registerWorkspace()
                        .awaitingSubscription(
                                Scene.form(workspace.value(), "us1"), HOLDER.id(), Cloud.AWS, scene.byOwner());
            case REGISTER_TRIAL ->
                scene.billing
                        .registerWorkspace()
                        .onExperiencePlan(Scene.form(workspace.value(), "eu1"), HOLDER.id(), scene.byOwner());
            case WITHDRAW -> scene.billing.changeSettlement().withdraw(workspace, scene.byOwner());
            case UNLOCK -> scene.billing.unlockWorkspace().unlock(workspace, scene.byOwner());
            case LOCK -> scene.billing.lockWorkspace().lock(workspace, "audit", staff());
            case RELEASE ->
                scene.billing.lockWorkspace().release(workspace, new LockCause.Administrative("audit", STAFF), staff());
            case ARREARS_BEGIN -> told(() -> scene.billing.tellArrears().began(HOLDER.id(), staff()));
            case ARREARS_SETTLED -> told(() -> scene.billing.tellArrears().settled(HOLDER.id(), staff()));
            case DISSOLVE -> scene.billing.dissolveWorkspace().dissolve(workspace, scene.byOwner());
            default -> throw new IllegalArgumentException(step.name());
        };
    }

    private Request staff() {
        return scene.by(new Actor.Staff(STAFF));
    }

    private static Either<?, ?> told(Runnable what) {
        what.run();
        return Either.right(what);
    }
}
