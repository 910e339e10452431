package com.guance.billing.workspace;

import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import java.time.Instant;
import java.util.function.Function;

/** What happens to a workspace. */
public sealed interface WorkspaceEvent extends DomainEvent {

    /** The workspace it happened to. */
    WorkspaceId workspace();

    @Override
    default String subject() {
        return workspace().value();
    }

    /**
     * Registered (ARR-4).
     *
     * @param workspace the workspace
     * @param registration what with
     * @param request who and when
     */
    record WorkspaceRegistered(WorkspaceId workspace, Registration registration, Request request)
            implements WorkspaceEvent {}

    /**
     * A mail of the vendor: the workspace starts the Commercial Plan. 开通
     *
     * @param workspace the workspace
     * @param request who and when
     */
    record WorkspaceActivated(WorkspaceId workspace, Request request) implements WorkspaceEvent {}

    /**
     * Somebody else pays from now on.
     *
     * @param workspace the workspace
     * @param to who
     * @param from since when
     * @param request who and when
     */
    record SettlementMethodChanged(WorkspaceId workspace, SettlementMethod to, Instant from, Request request)
            implements WorkspaceEvent {}

    /**
     * The subscription that paid ended, and nobody pays (END-2).
     *
     * @param workspace the workspace
     * @param subscription which
     * @param until F: the end of the binding (END-3)
     * @param request who and when
     */
    record AssociationDeleted(WorkspaceId workspace, SubscriptionId subscription, Instant until, Request request)
            implements WorkspaceEvent {}

    /**
     * A mail of the vendor: locked, or locked for one more cause (LOCK-1).
     *
     * @param workspace the workspace
     * @param cause why
     * @param deadline when the countdown is over
     * @param request who and when
     */
    record LockPlaced(WorkspaceId workspace, LockCause cause, Instant deadline, Request request)
            implements WorkspaceEvent {}

    /**
     * One cause is gone; unlocked if it was the last.
     *
     * @param workspace the workspace
     * @param cause which
     * @param request who and when
     */
    record LockReleased(WorkspaceId workspace, LockCause cause, Request request) implements WorkspaceEvent {}

    /** The case that this event is. */
    default <R> R fold(
            Function<WorkspaceRegistered, R> registered,
            Function<WorkspaceActivated, R> activated,
            Function<SettlementMethodChanged, R> changed,
            Function<AssociationDeleted, R> deleted,
            Function<LockPlaced, R> placed,
            Function<LockReleased, R> released) {
        if (this instanceof WorkspaceRegistered e) {
            return registered.apply(e);
        } else if (this instanceof WorkspaceActivated e) {
            return activated.apply(e);
        } else if (this instanceof SettlementMethodChanged e) {
            return changed.apply(e);
        } else if (this instanceof AssociationDeleted e) {
            return deleted.apply(e);
        } else if (this instanceof LockPlaced e) {
            return placed.apply(e);
        }
        return released.apply((LockReleased) this);
    }
}
