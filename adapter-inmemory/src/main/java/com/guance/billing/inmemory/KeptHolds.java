package com.guance.billing.inmemory;

import com.guance.billing.metering.HoldScope;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.SubmissionHold;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.SubmissionHolds;
import com.guance.billing.ports.driven.Versioned;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Holds of records that a marketplace would refuse, in one transaction. */
record KeptHolds(Cell<Aggregates> cell, Cell<Outbox> outbox) implements SubmissionHolds {

    @Override
    public Map<HoldScope, Versioned<SubmissionHold>> find(Collection<HoldScope> scopes) {
        return cell.get().holds().find(scopes);
    }

    @Override
    public boolean heldOfAnother(RecordId record, Instant since) {
        return cell.get()
                .holds()
                .all()
                .map(Versioned::aggregate)
                .filter(hold -> hold.isActive() && !hold.rejectedAt().isBefore(since))
                .anyMatch(hold -> hold.scope() instanceof HoldScope.OfMeter other
                        && other.product().equals(record.meter().customer().product())
                        && other.meter().dimension().equals(record.meter().dimension())
                        && !other.meter()
                                .customer()
                                .key()
                                .equals(record.meter().customer().key()));
    }

    @Override
    public void save(List<Revision<SubmissionHold>> revisions) {
        for (Revision<SubmissionHold> revision : revisions) {
            HoldScope scope = revision.change().after().scope();
            cell.rewrite(before -> before.withHolds(before.holds().with(scope, revision)));
            outbox.rewrite(before -> before.with(revision.change().events()));
        }
    }
}
