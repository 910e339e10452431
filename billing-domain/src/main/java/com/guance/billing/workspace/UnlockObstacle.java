package com.guance.billing.workspace;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Required;
import com.guance.billing.SubscriptionId;
import java.util.function.Function;

/** One reason why a workspace cannot be unlocked now (UNL-5). */
public sealed interface UnlockObstacle {

    /** Nothing locks it. */
    record NotLocked() implements UnlockObstacle {}

    /**
     * A rule of settlement is in the way: who asks, a countdown that is over, a payer that may not pay.
     *
     * @param why the rule's own refusal
     */
    record SettlementRefused(SettlementRefusal why) implements UnlockObstacle {

        /** Refuses nulls. */
        public SettlementRefused {
            Required.value(why, "why");
        }
    }

    /**
     * The subscription that paid ended, and its account has no other active one of the same product: choose who pays (UNL-1).
     *
     * @param account the cloud account that paid
     * @param ended by which subscription
     */
    record NobodyPays(CloudAccountId account, SubscriptionId ended) implements UnlockObstacle {

        /** Refuses nulls. */
        public NobodyPays {
            Required.value(account, "account");
            Required.value(ended, "ended");
        }
    }

    /**
     * The Billing Center account is in arrears: settle them (UNL-2).
     *
     * @param account which
     */
    record ArrearsStand(BillingCenterAccountId account) implements UnlockObstacle {

        /** Refuses nulls. */
        public ArrearsStand {
            Required.value(account, "account");
        }
    }

    /**
     * Staff locked it: ask them (UNL-3).
     *
     * @param cause why, and who
     */
    record LockedByStaff(LockCause.Administrative cause) implements UnlockObstacle {

        /** Refuses nulls. */
        public LockedByStaff {
            Required.value(cause, "cause");
        }
    }

    /** The case that this obstacle is. */
    default <R> R fold(
            Function<NotLocked, R> notLocked,
            Function<SettlementRefused, R> refused,
            Function<NobodyPays, R> nobody,
            Function<ArrearsStand, R> arrears,
            Function<LockedByStaff, R> staff) {
        if (this instanceof NotLocked o) {
            return notLocked.apply(o);
        } else if (this instanceof SettlementRefused o) {
            return refused.apply(o);
        } else if (this instanceof NobodyPays o) {
            return nobody.apply(o);
        } else if (this instanceof ArrearsStand o) {
            return arrears.apply(o);
        }
        return staff.apply((LockedByStaff) this);
    }
}
