package com.guance.billing.workspace;

import com.guance.billing.Request;
import com.guance.billing.Required;
import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.function.Function;

/** What happens to who pays for a workspace. */
public sealed interface SettlementEvent extends WorkspaceEvent {

    /**
     * Somebody else pays from now on. Caused by the marketplace or the clock and to the Billing Center, it is a mail of the vendor:
     * switched to Billing Center settlement (END-9).
     *
     * @param workspace the workspace
     * @param to who
     * @param from since when
     * @param month the instant whose month it uses up (SET-6); none if it uses none
     * @param request who and when
     */
    record SettlementMethodChanged(
            WorkspaceId workspace, SettlementMethod to, Instant from, Option<Instant> month, Request request)
            implements SettlementEvent {

        /** Refuses nulls. */
        public SettlementMethodChanged {
            Required.value(workspace, "workspace");
            Required.value(to, "to");
            Required.value(from, "from");
            Required.option(month, "month");
            Required.value(request, "request");
        }
    }

    /**
     * A change was asked for, and waits for its subscription (SET-13).
     *
     * @param workspace the workspace
     * @param change what waits
     * @param request who and when
     */
    record ChangeWaits(WorkspaceId workspace, WaitingChange change, Request request) implements SettlementEvent {

        /** Refuses nulls. */
        public ChangeWaits {
            Required.value(workspace, "workspace");
            Required.value(change, "change");
            Required.value(request, "request");
        }
    }

    /**
     * Nothing waits any more (SET-13).
     *
     * @param workspace the workspace
     * @param why what became of the change
     * @param rule the rule that refused it, if one did
     * @param request who and when
     */
    record WaitingEnded(WorkspaceId workspace, WaitingEnd why, Option<SettlementRule> rule, Request request)
            implements SettlementEvent {

        /** Refuses nulls. */
        public WaitingEnded {
            Required.value(workspace, "workspace");
            Required.value(why, "why");
            Required.option(rule, "rule");
            Required.value(request, "request");
        }
    }

    /**
     * The subscription that paid ended, and nobody pays (END-2).
     *
     * @param workspace the workspace
     * @param subscription which
     * @param until F: the end of the binding (END-3)
     * @param request who and when
     */
    record AssociationDeleted(WorkspaceId workspace, SubscriptionId subscription, Instant until, Request request)
            implements SettlementEvent {

        /** Refuses nulls. */
        public AssociationDeleted {
            Required.value(workspace, "workspace");
            Required.value(subscription, "subscription");
            Required.value(until, "until");
            Required.value(request, "request");
        }
    }

    /**
     * Nobody pays, and the agreement that follows the ended one is awaited (END-5).
     *
     * @param workspace the workspace
     * @param awaited what ended, and until when
     * @param request who and when
     */
    record SuccessorAwaited(WorkspaceId workspace, AwaitedSuccessor awaited, Request request)
            implements SettlementEvent {

        /** Refuses nulls. */
        public SuccessorAwaited {
            Required.value(workspace, "workspace");
            Required.value(awaited, "awaited");
            Required.value(request, "request");
        }
    }

    /** The case that this event is. */
    default <R> R fold(
            Function<SettlementMethodChanged, R> changed,
            Function<ChangeWaits, R> waits,
            Function<WaitingEnded, R> ended,
            Function<AssociationDeleted, R> deleted,
            Function<SuccessorAwaited, R> awaited) {
        if (this instanceof SettlementMethodChanged e) {
            return changed.apply(e);
        } else if (this instanceof ChangeWaits e) {
            return waits.apply(e);
        } else if (this instanceof WaitingEnded e) {
            return ended.apply(e);
        } else if (this instanceof AssociationDeleted e) {
            return deleted.apply(e);
        }
        return awaited.apply((SuccessorAwaited) this);
    }
}
