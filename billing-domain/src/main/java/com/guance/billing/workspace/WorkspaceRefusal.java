package com.guance.billing.workspace;

import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Required;
import com.guance.billing.SubscriptionId;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import java.time.Instant;
import java.util.function.Function;

/** Why a workspace stays as it is, where it is not about choosing who pays. */
public sealed interface WorkspaceRefusal {

    /**
     * No such workspace.
     *
     * @param workspace the id named
     */
    record WorkspaceUnknown(WorkspaceId workspace) implements WorkspaceRefusal {

        /** Refuses nulls. */
        public WorkspaceUnknown {
            Required.value(workspace, "workspace");
        }
    }

    /**
     * This actor may not do it, or not now. Who may not is told only that, whatever they named (SET-11).
     *
     * @param actor who asked
     */
    record NotForThisActor(Actor actor) implements WorkspaceRefusal {

        /** Refuses nulls. */
        public NotForThisActor {
            Required.value(actor, "actor");
        }
    }

    /**
     * The workspace is closed for ever.
     *
     * @param how dissolved or lapsed
     */
    record WorkspaceClosed(Closure how) implements WorkspaceRefusal {

        /** Refuses nulls. */
        public WorkspaceClosed {
            Required.value(how, "how");
        }
    }

    /**
     * UNL-6: the countdown is over, and nothing unlocks any more.
     *
     * @param since when it was over
     */
    record FullyLocked(Instant since) implements WorkspaceRefusal {

        /** Refuses nulls. */
        public FullyLocked {
            Required.value(since, "since");
        }
    }

    /**
     * SET-13: no change waits that could be withdrawn.
     *
     * @param workspace the workspace
     */
    record NothingWaits(WorkspaceId workspace) implements WorkspaceRefusal {

        /** Refuses nulls. */
        public NothingWaits {
            Required.value(workspace, "workspace");
        }
    }

    /**
     * LOCK-1: this cause does not lock it.
     *
     * @param cause the cause named
     */
    record NotLockedFor(LockCause cause) implements WorkspaceRefusal {

        /** Refuses nulls. */
        public NotLockedFor {
            Required.value(cause, "cause");
        }
    }

    /**
     * SET-14: it belongs to this account already.
     *
     * @param holder the account named
     */
    record AlreadyUnder(BillingCenterAccountId holder) implements WorkspaceRefusal {

        /** Refuses nulls. */
        public AlreadyUnder {
            Required.value(holder, "holder");
        }
    }

    /**
     * SET-14: the two accounts are not under one enterprise certification, or the second does not exist: which of the two is not told
     * (SET-11).
     *
     * @param from the workspace's account
     * @param to the account named
     */
    record NotOneEnterprise(BillingCenterAccountId from, BillingCenterAccountId to) implements WorkspaceRefusal {

        /** Refuses nulls. */
        public NotOneEnterprise {
            Required.value(from, "from");
            Required.value(to, "to");
        }
    }

    /**
     * SET-14: a living cloud account settles it.
     *
     * @param to the cloud account
     * @param subscription by which subscription
     */
    record LockedIn(CloudAccountId to, SubscriptionId subscription) implements WorkspaceRefusal {

        /** Refuses nulls. */
        public LockedIn {
            Required.value(to, "to");
            Required.value(subscription, "subscription");
        }
    }

    /**
     * SET-14: a change waits.
     *
     * @param change which
     */
    record AChangeWaits(WaitingChange change) implements WorkspaceRefusal {

        /** Refuses nulls. */
        public AChangeWaits {
            Required.value(change, "change");
        }
    }

    /**
     * OWN-1: the workspace belongs to this user already.
     *
     * @param owner the user named
     */
    record AlreadyOwner(UserId owner) implements WorkspaceRefusal {

        /** Refuses nulls. */
        public AlreadyOwner {
            Required.value(owner, "owner");
        }
    }

    /** The case that this refusal is. */
    default <R> R fold(
            Function<WorkspaceUnknown, R> workspaceUnknown,
            Function<NotForThisActor, R> actor,
            Function<WorkspaceClosed, R> closed,
            Function<FullyLocked, R> fullyLocked,
            Function<NothingWaits, R> nothingWaits,
            Function<NotLockedFor, R> notLocked,
            Function<AlreadyUnder, R> alreadyUnder,
            Function<NotOneEnterprise, R> enterprise,
            Function<LockedIn, R> lockedIn,
            Function<AChangeWaits, R> waits,
            Function<AlreadyOwner, R> alreadyOwner) {
        if (this instanceof WorkspaceUnknown r) {
            return workspaceUnknown.apply(r);
        } else if (this instanceof NotForThisActor r) {
            return actor.apply(r);
        } else if (this instanceof WorkspaceClosed r) {
            return closed.apply(r);
        } else if (this instanceof FullyLocked r) {
            return fullyLocked.apply(r);
        } else if (this instanceof NothingWaits r) {
            return nothingWaits.apply(r);
        } else if (this instanceof NotLockedFor r) {
            return notLocked.apply(r);
        } else if (this instanceof AlreadyUnder r) {
            return alreadyUnder.apply(r);
        } else if (this instanceof NotOneEnterprise r) {
            return enterprise.apply(r);
        } else if (this instanceof LockedIn r) {
            return lockedIn.apply(r);
        } else if (this instanceof AChangeWaits r) {
            return waits.apply(r);
        }
        return alreadyOwner.apply((AlreadyOwner) this);
    }
}
