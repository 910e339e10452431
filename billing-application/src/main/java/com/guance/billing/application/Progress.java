package com.guance.billing.application;

import com.guance.billing.WorkspaceId;
import io.vavr.control.Option;

/**
 * How far a cascade has come.
 *
 * @param cause what it makes known; a cascade that finds another one starts again, for what it has told is no longer so
 * @param reached how many workspaces it has changed
 * @param unbound whether none is bound any more, or all that stayed bound have resumed
 * @param after the last workspace looked at
 * @param done whether none is left
 */
record Progress(Option<Object> cause, int reached, boolean unbound, Option<WorkspaceId> after, boolean done) {

    static final Progress START = new Progress(Option.none(), 0, false, Option.none(), false);

    /** From the first workspace, unless this is what was made known so far. */
    Progress of(Object found) {
        return cause.contains(found) ? this : new Progress(Option.some(found), reached, false, Option.none(), false);
    }

    Progress unbinding(int more, boolean again) {
        return new Progress(cause, reached + more, !again, Option.none(), false);
    }

    /** Some were told; the last one looked at if there may be others. */
    Progress telling(int more, Option<WorkspaceId> last) {
        return new Progress(cause, reached + more, unbound, last, last.isEmpty());
    }

    /** Some have resumed; the last one looked at if there may be others. */
    Progress resuming(Option<WorkspaceId> last) {
        return new Progress(cause, reached, last.isEmpty(), last, false);
    }

    Progress finished() {
        return new Progress(cause, reached, unbound, after, true);
    }
}
