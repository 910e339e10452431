package com.guance.billing.policy;

import com.guance.billing.Required;
import java.time.ZoneId;

/**
 * Who may pay, and how often that may change.
 *
 * @param sites SET-5, which clouds may pay at a site; default: the cloud that operates it
 * @param changes SET-6, how often a workspace may change; default: once a calendar month of Asia/Shanghai
 * @param lockIn SET-7, what it may change to while its payer lives; default: nothing
 */
public record SettlementPolicy(SitePolicy sites, ChangeLimit changes, LockIn lockIn) {

    /** Refuses nulls. */
    public SettlementPolicy {
        Required.value(sites, "sites");
        Required.value(changes, "changes");
        Required.value(lockIn, "lockIn");
    }

    /** The documented defaults. */
    public static SettlementPolicy defaults() {
        return new SettlementPolicy(
                SitePolicy.operatorOnly(), ChangeLimit.onceAMonth(ZoneId.of("Asia/Shanghai")), LockIn.STRICT);
    }

    /** The same with another site rule. */
    public SettlementPolicy withSites(SitePolicy other) {
        return new SettlementPolicy(other, changes, lockIn);
    }

    /** The same with another limit of changes. */
    public SettlementPolicy withChanges(ChangeLimit other) {
        return new SettlementPolicy(sites, other, lockIn);
    }

    /** The same with another lock-in. */
    public SettlementPolicy withLockIn(LockIn other) {
        return new SettlementPolicy(sites, changes, other);
    }
}
