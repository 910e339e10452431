package com.guance.billing.workspace;

import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Required;
import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.site.Cloud;
import com.guance.billing.site.Site;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;

/** Why a workspace's settlement method stays as it is. */
public sealed interface SettlementRefusal {

    /**
     * No such workspace.
     *
     * @param workspace the id named
     */
    record WorkspaceUnknown(WorkspaceId workspace) implements SettlementRefusal {

        /** Refuses nulls. */
        public WorkspaceUnknown {
            Required.value(workspace, "workspace");
        }
    }

    /**
     * SET-3: no cloud account of this id is registered under the workspace's Billing Center account. Whether there is one elsewhere is not
     * told (SET-11).
     *
     * @param account the id named
     */
    record CloudAccountUnknown(CloudAccountId account) implements SettlementRefusal {

        /** Refuses nulls. */
        public CloudAccountUnknown {
            Required.value(account, "account");
        }
    }

    /**
     * The host knows no such Billing Center account.
     *
     * @param account the id named
     */
    record HolderUnknown(BillingCenterAccountId account) implements SettlementRefusal {

        /** Refuses nulls. */
        public HolderUnknown {
            Required.value(account, "account");
        }
    }

    /**
     * SET-2: only the workspace's Owner and its holder may change who pays. Who may not is told only that, whatever they named (SET-11).
     *
     * @param actor who asked
     */
    record NotForThisActor(Actor actor) implements SettlementRefusal {

        /** Refuses nulls. */
        public NotForThisActor {
            Required.value(actor, "actor");
        }
    }

    /**
     * SET-4: the cloud account has no active subscription.
     *
     * @param account the cloud account
     */
    record NoActiveSubscription(CloudAccountId account) implements SettlementRefusal {

        /** Refuses nulls. */
        public NoActiveSubscription {
            Required.value(account, "account");
        }
    }

    /**
     * SET-5: the site does not allow this cloud's accounts.
     *
     * @param site where the workspace lives
     * @param asked the cloud asked for
     * @param allowed the clouds allowed, beside the Billing Center
     */
    record SiteDoesNotAllow(Site site, Cloud asked, Set<Cloud> allowed) implements SettlementRefusal {

        /** Refuses nulls. */
        public SiteDoesNotAllow {
            Required.value(site, "site");
            Required.value(asked, "asked");
            allowed = Required.set(allowed, "allowed");
        }
    }

    /**
     * SET-8: it is so already.
     *
     * @param method the method in force
     */
    record AlreadySettledThatWay(SettlementMethod method) implements SettlementRefusal {

        /** Refuses nulls. */
        public AlreadySettledThatWay {
            Required.value(method, "method");
        }
    }

    /**
     * SET-9, UNL-6: the countdown is over.
     *
     * @param since when it was over
     */
    record FullyLocked(Instant since) implements SettlementRefusal {

        /** Refuses nulls. */
        public FullyLocked {
            Required.value(since, "since");
        }
    }

    /**
     * SET-9: the workspace is closed for ever.
     *
     * @param how dissolved or lapsed
     */
    record WorkspaceClosed(Closure how) implements SettlementRefusal {

        /** Refuses nulls. */
        public WorkspaceClosed {
            Required.value(how, "how");
        }
    }

    /**
     * SET-7: a living subscription pays, and until it ends nobody else may.
     *
     * @param to the cloud account that pays
     * @param subscription by which subscription
     */
    record LockedIn(CloudAccountId to, SubscriptionId subscription) implements SettlementRefusal {

        /** Refuses nulls. */
        public LockedIn {
            Required.value(to, "to");
            Required.value(subscription, "subscription");
        }
    }

    /**
     * SET-6: this month's change is used up.
     *
     * @param last the instant of the last change that counts
     * @param nextAllowed the first instant at which another is allowed
     */
    record ChangedThisMonth(Instant last, Instant nextAllowed) implements SettlementRefusal {

        /** Refuses nulls. */
        public ChangedThisMonth {
            Required.value(last, "last");
            Required.value(nextAllowed, "nextAllowed");
        }
    }

    /** The case that this refusal is. */
    default <R> R fold(
            Function<WorkspaceUnknown, R> workspaceUnknown,
            Function<CloudAccountUnknown, R> cloudAccountUnknown,
            Function<HolderUnknown, R> holderUnknown,
            Function<NotForThisActor, R> actor,
            Function<NoActiveSubscription, R> subscription,
            Function<SiteDoesNotAllow, R> site,
            Function<AlreadySettledThatWay, R> already,
            Function<FullyLocked, R> fullyLocked,
            Function<WorkspaceClosed, R> closed,
            Function<LockedIn, R> lockedIn,
            Function<ChangedThisMonth, R> month) {
        if (this instanceof WorkspaceUnknown r) {
            return workspaceUnknown.apply(r);
        } else if (this instanceof CloudAccountUnknown r) {
            return cloudAccountUnknown.apply(r);
        } else if (this instanceof HolderUnknown r) {
            return holderUnknown.apply(r);
        } else if (this instanceof NotForThisActor r) {
            return actor.apply(r);
        } else if (this instanceof NoActiveSubscription r) {
            return subscription.apply(r);
        } else if (this instanceof SiteDoesNotAllow r) {
            return site.apply(r);
        } else if (this instanceof AlreadySettledThatWay r) {
            return already.apply(r);
        } else if (this instanceof FullyLocked r) {
            return fullyLocked.apply(r);
        } else if (this instanceof WorkspaceClosed r) {
            return closed.apply(r);
        } else if (this instanceof LockedIn r) {
            return lockedIn.apply(r);
        }
        return month.apply((ChangedThisMonth) this);
    }
}
