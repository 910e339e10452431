package com.guance.billing.subscription;

import com.guance.billing.Required;

/**
 * One of the licenses of an account whose product is of the account form (ARR-9).
 *
 * @param license the license's own id
 * @param newest the newest that was said of it, or of its agreement
 */
public record KnownLicense(String license, Sign newest) {

    /** Refuses nulls. */
    public KnownLicense {
        Required.value(license, "license");
        Required.value(newest, "newest");
    }

    /** Whether usage may be metered for it. */
    boolean isActive() {
        return newest.kind() == Sign.Kind.ACTIVATED;
    }
}
