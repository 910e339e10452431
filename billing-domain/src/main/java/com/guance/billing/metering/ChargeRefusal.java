package com.guance.billing.metering;

import com.guance.billing.Required;
import com.guance.billing.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Why a charge is not taken. */
public sealed interface ChargeRefusal {

    /**
     * MET-1: a charge of this key with other content was taken before.
     *
     * @param key the key
     */
    record ConflictingCharge(String key) implements ChargeRefusal {

        /** Refuses nulls. */
        public ConflictingCharge {
            Required.value(key, "key");
        }
    }

    /**
     * MET-1: it lies further ahead of the clock than the policy tolerates.
     *
     * @param latest the latest instant taken now
     */
    record ChargeInFuture(Instant latest) implements ChargeRefusal {

        /** Refuses nulls. */
        public ChargeInFuture {
            Required.value(latest, "latest");
        }
    }

    /**
     * MET-1: who pays changed within its period; the host splits it there.
     *
     * @param boundaries the instants of the changes, in order
     */
    record StraddlesPayers(List<Instant> boundaries) implements ChargeRefusal {

        /** Takes a copy. */
        public StraddlesPayers {
            boundaries = Required.list(boundaries, "boundaries");
        }
    }

    /**
     * MET-2: the Billing Center paid then, so the charge is not this library's. Not the last word while a change of the workspace
     * waits: that may take effect from its request on (NOT-6). Who settles such usage elsewhere must not hand it in again.
     */
    record BillingCenterPays() implements ChargeRefusal {}

    /**
     * No cloud account ever paid for such a workspace.
     *
     * @param workspace the workspace named
     */
    record NeverBound(WorkspaceId workspace) implements ChargeRefusal {

        /** Refuses nulls. */
        public NeverBound {
            Required.value(workspace, "workspace");
        }
    }

    /**
     * ARR-8: the workspace was not active then.
     *
     * @param workspace the workspace named
     */
    record NotActive(WorkspaceId workspace) implements ChargeRefusal {

        /** Refuses nulls. */
        public NotActive {
            Required.value(workspace, "workspace");
        }
    }

    /**
     * MET-10: more than a charge may be.
     *
     * @param most the most that is taken
     * @param quantity the charge's
     */
    record ChargeTooLarge(Quantity most, Quantity quantity) implements ChargeRefusal {

        /** Refuses nulls. */
        public ChargeTooLarge {
            Required.value(most, "most");
            Required.value(quantity, "quantity");
        }
    }

    /**
     * MET-10: the product's list of dimensions lacks it.
     *
     * @param dimension the dimension named
     */
    record DimensionNotListed(Dimension dimension) implements ChargeRefusal {

        /** Refuses nulls. */
        public DimensionNotListed {
            Required.value(dimension, "dimension");
        }
    }

    /**
     * REL-1: something stored that decides who pays for the charge cannot be read now, and has been reported. The charge is not taken;
     * the same charge is taken when that can be read again. Other charges of the batch are not concerned.
     *
     * @param workspace the workspace named
     */
    record TryAgain(WorkspaceId workspace) implements ChargeRefusal {

        /** Refuses nulls. */
        public TryAgain {
            Required.value(workspace, "workspace");
        }
    }

    /** The case that this refusal is. */
    default <R> R fold(
            Function<ConflictingCharge, R> conflicting,
            Function<ChargeInFuture, R> future,
            Function<StraddlesPayers, R> straddles,
            Function<BillingCenterPays, R> billingCenter,
            Function<NeverBound, R> neverBound,
            Function<NotActive, R> notActive,
            Function<TryAgain, R> tryAgain,
            Function<ChargeTooLarge, R> tooLarge,
            Function<DimensionNotListed, R> notListed) {
        if (this instanceof ConflictingCharge r) {
            return conflicting.apply(r);
        } else if (this instanceof ChargeInFuture r) {
            return future.apply(r);
        } else if (this instanceof StraddlesPayers r) {
            return straddles.apply(r);
        } else if (this instanceof BillingCenterPays r) {
            return billingCenter.apply(r);
        } else if (this instanceof NeverBound r) {
            return neverBound.apply(r);
        } else if (this instanceof NotActive r) {
            return notActive.apply(r);
        } else if (this instanceof TryAgain r) {
            return tryAgain.apply(r);
        } else if (this instanceof ChargeTooLarge r) {
            return tooLarge.apply(r);
        }
        return notListed.apply((DimensionNotListed) this);
    }
}
