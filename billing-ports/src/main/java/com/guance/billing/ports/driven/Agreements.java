package com.guance.billing.ports.driven;

import com.guance.billing.AgreementId;
import com.guance.billing.ports.faults.StaleVersion;
import com.guance.billing.subscription.Agreement;
import io.vavr.control.Option;

/** What notices said of agreements, by their history. */
public interface Agreements {

    /**
     * Loads an agreement.
     *
     * @param id which
     * @return it, if a notice named it
     */
    Option<Versioned<Agreement>> find(AgreementId id);

    /**
     * Saves a change.
     *
     * @param revision the change
     * @throws StaleVersion if it is not from the version stored, or is a birth of what exists
     */
    void save(Revision<Agreement> revision);
}
