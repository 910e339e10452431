package com.guance.billing.example.life;

import com.guance.billing.policy.AfterCountdown;
import com.guance.billing.policy.EndMoment;
import com.guance.billing.policy.LockIn;
import com.guance.billing.policy.Policies;
import com.guance.billing.policy.Resubscription;
import com.guance.billing.policy.TimePolicy;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** What a host has replaced of the documented defaults, as far as it changes a workspace's life. */
record House(Set<Custom> customs) {

    static final House DEFAULT = new House(Set.of());
    static final House OTHER = new House(EnumSet.allOf(Custom.class));

    /** One thing that is otherwise. */
    enum Custom {
        /** END-3: an ending subscription pays on until the final sign. */
        FINAL_SIGN,
        /** END-6: subscribing again restores nothing. */
        LEAVES_LOCKED,
        /** SET-7: the Billing Center may always take over. */
        BILLING_CENTER_ALLOWED,
        /** LOCK-5: whatever locks, data is taken in while the countdown runs. */
        TAKES_DATA_IN,
        /** UNL-6: a full lock can be left. */
        UNLOCKABLE;

        private Policies in(Policies policies) {
            return switch (this) {
                case FINAL_SIGN -> policies.withEnding(policies.ending().withMoment(EndMoment.FINAL_SIGN));
                case LEAVES_LOCKED ->
                    policies.withEnding(policies.ending().withResubscription(Resubscription.LEAVES_LOCKED));
                case BILLING_CENTER_ALLOWED ->
                    policies.withSettling(policies.settling().withLockIn(LockIn.BILLING_CENTER_ALLOWED));
                case TAKES_DATA_IN -> policies.withLocking(policies.locking().withIngestion(payerEnded -> true));
                case UNLOCKABLE ->
                    policies.withLocking(policies.locking().withAfterCountdown(AfterCountdown.UNLOCKABLE));
            };
        }
    }

    boolean has(Custom custom) {
        return customs.contains(custom);
    }

    Policies policies() {
        Policies policies =
                Policies.defaults().withTiming(TimePolicy.defaults().withUnconfirmedAfter(Duration.ofDays(100_000)));
        for (Custom custom : customs) {
            policies = custom.in(policies);
        }
        return policies;
    }
}
