package com.guance.billing.metering;

import com.guance.billing.Required;
import com.guance.billing.site.SiteId;

/**
 * A charge in the journal.
 *
 * @param charge as the host gave it
 * @param site where its workspace lives
 * @param destination where it goes
 */
public record TakenCharge(Charge charge, SiteId site, Destination destination) {

    /** Refuses nulls. */
    public TakenCharge {
        Required.value(charge, "charge");
        Required.value(site, "site");
        Required.value(destination, "destination");
    }
}
