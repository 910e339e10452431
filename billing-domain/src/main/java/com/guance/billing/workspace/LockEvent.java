package com.guance.billing.workspace;

import com.guance.billing.Request;
import com.guance.billing.Required;
import com.guance.billing.WorkspaceId;
import java.time.Instant;
import java.util.function.Function;

/** What happens to the locks of a workspace. */
public sealed interface LockEvent extends WorkspaceEvent {

    /**
     * A mail of the vendor: locked, or locked for one more cause (LOCK-1).
     *
     * @param workspace the workspace
     * @param cause why
     * @param countdown the countdown that runs, the first cause's
     * @param request who and when
     */
    record LockPlaced(WorkspaceId workspace, LockCause cause, Countdown countdown, Request request)
            implements LockEvent {

        /** Refuses nulls. */
        public LockPlaced {
            Required.value(workspace, "workspace");
            Required.value(cause, "cause");
            Required.value(countdown, "countdown");
            Required.value(request, "request");
        }
    }

    /**
     * One cause is gone; unlocked if it was the last.
     *
     * @param workspace the workspace
     * @param cause which
     * @param request who and when
     */
    record LockReleased(WorkspaceId workspace, LockCause cause, Request request) implements LockEvent {

        /** Refuses nulls. */
        public LockReleased {
            Required.value(workspace, "workspace");
            Required.value(cause, "cause");
            Required.value(request, "request");
        }
    }

    /**
     * A mail of the vendor: the countdown runs, and ends at the deadline (LOCK-4).
     *
     * @param workspace the workspace
     * @param deadline when it is over
     * @param request the clock, at the time of the reminder
     */
    record LockReminded(WorkspaceId workspace, Instant deadline, Request request) implements LockEvent {

        /** Refuses nulls. */
        public LockReminded {
            Required.value(workspace, "workspace");
            Required.value(deadline, "deadline");
            Required.value(request, "request");
        }
    }

    /**
     * The countdown is over: ingestion stops, and the host is to clear the data (LOCK-3). 完全锁定
     *
     * @param workspace the workspace
     * @param request the clock, at the deadline
     */
    record FullyLocked(WorkspaceId workspace, Request request) implements LockEvent {

        /** Refuses nulls. */
        public FullyLocked {
            Required.value(workspace, "workspace");
            Required.value(request, "request");
        }
    }

    /** The case that this event is. */
    default <R> R fold(
            Function<LockPlaced, R> placed,
            Function<LockReleased, R> released,
            Function<LockReminded, R> reminded,
            Function<FullyLocked, R> full) {
        if (this instanceof LockPlaced e) {
            return placed.apply(e);
        } else if (this instanceof LockReleased e) {
            return released.apply(e);
        } else if (this instanceof LockReminded e) {
            return reminded.apply(e);
        }
        return full.apply((FullyLocked) this);
    }
}
