package com.guance.billing.workspace;

import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Required;
import com.guance.billing.UserId;
import com.guance.billing.site.SiteId;
import java.time.Instant;

/**
 * What a workspace was registered with (ARR-4).
 *
 * @param profile how it presents itself
 * @param site where it lives, for ever
 * @param ownership whose it is
 * @param agreement what was accepted
 */
public record Registration(Profile profile, SiteId site, Ownership ownership, Agreement agreement) {

    /** Refuses nulls. */
    public Registration {
        Required.value(profile, "profile");
        Required.value(site, "site");
        Required.value(ownership, "ownership");
        Required.value(agreement, "agreement");
    }

    /**
     * How a workspace presents itself.
     *
     * @param name 1–256 characters, without surrounding white space
     * @param language its language
     */
    public record Profile(String name, Language language) {

        /** Refuses nulls. */
        public Profile {
            Required.value(name, "name");
            Required.value(language, "language");
        }
    }

    /**
     * Whose a workspace is.
     *
     * @param holder its Billing Center account
     * @param owner its 拥有者
     */
    public record Ownership(BillingCenterAccountId holder, UserId owner) {

        /** Refuses nulls. */
        public Ownership {
            Required.value(holder, "holder");
            Required.value(owner, "owner");
        }

        /** Whether an actor is the Owner or the holder (SET-2). */
        public boolean isOf(Actor actor) {
            return actor.equals(new Actor.Owner(owner)) || actor.equals(new Actor.Holder(holder));
        }
    }

    /**
     * The agreement accepted on registration.
     *
     * @param version its version
     * @param acceptedAt when
     */
    public record Agreement(String version, Instant acceptedAt) {

        /** Refuses nulls. */
        public Agreement {
            Required.value(version, "version");
            Required.value(acceptedAt, "acceptedAt");
        }
    }

    Registration ownedBy(UserId owner) {
        return new Registration(profile, site, new Ownership(ownership.holder(), owner), agreement);
    }

    Registration under(BillingCenterAccountId holder) {
        return new Registration(profile, site, new Ownership(holder, ownership.owner()), agreement);
    }
}
