package com.guance.billing.inmemory;

import com.guance.billing.AgreementId;
import com.guance.billing.ports.driven.Agreements;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Agreement;
import io.vavr.control.Option;

/** What notices said of agreements, in one transaction. */
record KeptAgreements(Cell<Aggregates> cell, Cell<Outbox> outbox) implements Agreements {

    @Override
    public Option<Versioned<Agreement>> find(AgreementId id) {
        return cell.get().agreements().find(id);
    }

    @Override
    public void save(Revision<Agreement> revision) {
        AgreementId id = revision.change().after().id();
        cell.rewrite(before -> before.withAgreements(before.agreements().with(id, revision)));
        outbox.rewrite(before -> before.with(revision.change().events()));
    }
}
