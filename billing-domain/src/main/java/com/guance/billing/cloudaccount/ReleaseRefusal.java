package com.guance.billing.cloudaccount;

import com.guance.billing.Actor;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Required;
import com.guance.billing.WorkspaceId;
import java.util.List;
import java.util.function.Function;

/** Why a registration stands. */
public sealed interface ReleaseRefusal {

    /**
     * No such cloud account.
     *
     * @param account the id named
     */
    record CloudAccountUnknown(CloudAccountId account) implements ReleaseRefusal {

        /** Refuses nulls. */
        public CloudAccountUnknown {
            Required.value(account, "account");
        }
    }

    /**
     * Nobody has it registered.
     *
     * @param account the account
     */
    record NotRegistered(CloudAccountId account) implements ReleaseRefusal {

        /** Refuses nulls. */
        public NotRegistered {
            Required.value(account, "account");
        }
    }

    /**
     * Only the holder and staff may release it. Who may not is told only that, whatever account they named (SET-11).
     *
     * @param actor who asked
     */
    record NotForThisActor(Actor actor) implements ReleaseRefusal {

        /** Refuses nulls. */
        public NotForThisActor {
            Required.value(actor, "actor");
        }
    }

    /**
     * It has living subscriptions.
     *
     * @param payers which
     */
    record StillPays(List<Payer> payers) implements ReleaseRefusal {

        /** Takes a copy. */
        public StillPays {
            payers = Required.list(payers, "payers");
        }
    }

    /**
     * It settles a workspace still: the end of its subscription is not decided yet (END-3).
     *
     * @param workspace one of them
     */
    record StillSettles(WorkspaceId workspace) implements ReleaseRefusal {

        /** Refuses nulls. */
        public StillSettles {
            Required.value(workspace, "workspace");
        }
    }

    /** The case that this refusal is. */
    default <R> R fold(
            Function<CloudAccountUnknown, R> unknown,
            Function<NotRegistered, R> notRegistered,
            Function<NotForThisActor, R> actor,
            Function<StillPays, R> pays,
            Function<StillSettles, R> settles) {
        if (this instanceof CloudAccountUnknown r) {
            return unknown.apply(r);
        } else if (this instanceof NotRegistered r) {
            return notRegistered.apply(r);
        } else if (this instanceof NotForThisActor r) {
            return actor.apply(r);
        } else if (this instanceof StillPays r) {
            return pays.apply(r);
        }
        return settles.apply((StillSettles) this);
    }
}
