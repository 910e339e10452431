package com.guance.billing.ports.driven;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Required;
import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.ports.faults.StaleVersion;
import com.guance.billing.workspace.Workspace;
import com.guance.billing.workspace.WorkspaceEvent;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Workspaces, by their history. Each method is a bounded number of statements, however many workspaces it is given. */
public interface Workspaces {

    /**
     * Loads workspaces.
     *
     * @param ids which
     * @return those that exist, by id
     */
    Map<WorkspaceId, Versioned<Workspace>> find(Collection<WorkspaceId> ids);

    /**
     * The workspaces that a subscription pays for now.
     *
     * @param subscription which
     * @param limit at most so many, at least 1
     * @return in the order of their ids
     */
    List<Versioned<Workspace>> paidBy(SubscriptionId subscription, int limit);

    /**
     * A page of the workspaces of which something is so.
     *
     * @param which what is so
     * @param after the last workspace of the page before; none: from the first
     * @param limit at most so many, at least 1
     * @return in the order of their ids
     */
    List<Versioned<Workspace>> list(Which which, Option<WorkspaceId> after, int limit);

    /**
     * The workspaces to which time brings something at an instant or before (LOCK-6).
     *
     * @param at the instant
     * @param limit at most so many, at least 1
     * @return the longest due first, of one instant in the order of their ids
     */
    List<Versioned<Workspace>> due(Instant at, int limit);

    /**
     * What happened to a workspace (audit): who, when, what.
     *
     * @param workspace which
     * @param after how many of its events to leave out
     * @param limit at most so many, at least 1
     * @return its events in the order in which they happened
     */
    List<WorkspaceEvent> history(WorkspaceId workspace, int after, int limit);

    /** Something that may be so of workspaces. */
    sealed interface Which {

        /**
         * A cloud account pays for it now.
         *
         * @param account the cloud account
         */
        record PaidThrough(CloudAccountId account) implements Which {

            /** Refuses nulls. */
            public PaidThrough {
                Required.value(account, "account");
            }
        }

        /**
         * It waits for a cloud account, by a change or for a return ({@link Workspace#awaitedAccounts()}).
         *
         * @param account the cloud account
         */
        record Awaiting(CloudAccountId account) implements Which {

            /** Refuses nulls. */
            public Awaiting {
                Required.value(account, "account");
            }
        }

        /**
         * Its Billing Center account pays for it now.
         *
         * @param account the Billing Center account
         */
        record SettledBy(BillingCenterAccountId account) implements Which {

            /** Refuses nulls. */
            public SettledBy {
                Required.value(account, "account");
            }
        }

        /**
         * The arrears of a Billing Center account lock it, and it is not closed.
         *
         * @param account the Billing Center account
         */
        record LockedByArrears(BillingCenterAccountId account) implements Which {

            /** Refuses nulls. */
            public LockedByArrears {
                Required.value(account, "account");
            }
        }

        /**
         * It belongs to a Billing Center account, and is not closed.
         *
         * @param holder the Billing Center account
         */
        record Under(BillingCenterAccountId holder) implements Which {

            /** Refuses nulls. */
            public Under {
                Required.value(holder, "holder");
            }
        }

        /** The case that this is. */
        default <R> R fold(
                Function<PaidThrough, R> paid,
                Function<Awaiting, R> awaiting,
                Function<SettledBy, R> settled,
                Function<LockedByArrears, R> arrears,
                Function<Under, R> under) {
            if (this instanceof PaidThrough w) {
                return paid.apply(w);
            } else if (this instanceof Awaiting w) {
                return awaiting.apply(w);
            } else if (this instanceof SettledBy w) {
                return settled.apply(w);
            } else if (this instanceof LockedByArrears w) {
                return arrears.apply(w);
            }
            return under.apply((Under) this);
        }
    }

    /**
     * Saves changes of different workspaces, all or none.
     *
     * @param revisions one a workspace
     * @throws StaleVersion if one is not from the version stored, or is a birth of what exists
     */
    void save(List<Revision<Workspace>> revisions);
}
