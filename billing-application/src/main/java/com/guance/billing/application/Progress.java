package com.guance.billing.application;

import com.guance.billing.WorkspaceId;
import io.vavr.control.Option;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How far a cascade has come.
 *
 * @param cause what it makes known; a cascade that finds another one starts again, for what it has told is no longer so
 * @param reached how many workspaces it has changed
 * @param unbound whether none is bound any more, or all that stayed bound have resumed
 * @param after the last workspace looked at
 * @param unreached workspaces that are bound still, for something of them cannot be read (REL-1)
 * @param done whether none is left
 */
record Progress(
        Option<Object> cause,
        int reached,
        boolean unbound,
        Option<WorkspaceId> after,
        Set<WorkspaceId> unreached,
        boolean done) {

    static final Progress START = new Progress(Option.none(), 0, false, Option.none(), Set.of(), false);

    /** From the first workspace, unless this is what was made known so far. */
    Progress of(Object found) {
        return cause.contains(found)
                ? this
                : new Progress(Option.some(found), reached, false, Option.none(), Set.of(), false);
    }

    /** Some were unbound, some could not be reached; whether there may be others. */
    Progress unbinding(int more, List<WorkspaceId> missed, boolean again) {
        Set<WorkspaceId> all = new HashSet<>(unreached);
        all.addAll(missed);
        return new Progress(cause, reached + more, !again, Option.none(), Set.copyOf(all), false);
    }

    /** Some were told; the last one looked at if there may be others. */
    Progress telling(int more, Option<WorkspaceId> last) {
        return new Progress(cause, reached + more, unbound, last, unreached, last.isEmpty());
    }

    /** Some have resumed; the last one looked at if there may be others. */
    Progress resuming(Option<WorkspaceId> last) {
        return new Progress(cause, reached, last.isEmpty(), last, unreached, false);
    }

    Progress finished() {
        return new Progress(cause, reached, unbound, after, unreached, true);
    }
}
