package com.guance.billing.subscription;

import com.guance.billing.Required;

/**
 * The sign is not newer than what was already applied; it changes no status (NOT-3).
 *
 * @param heard the sign that came too late
 * @param applied the newest sign that was applied before
 */
public record StaleSign(Sign heard, Sign applied) {

    /** Refuses nulls. */
    public StaleSign {
        Required.value(heard, "heard");
        Required.value(applied, "applied");
    }
}
