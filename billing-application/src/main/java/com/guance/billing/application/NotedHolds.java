package com.guance.billing.application;

import com.guance.billing.DomainEvent;
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

/** Holds of records, where what is saved is noted. */
record NotedHolds(SubmissionHolds holds, List<DomainEvent> events) implements SubmissionHolds {

    @Override
    public Map<HoldScope, Versioned<SubmissionHold>> find(Collection<HoldScope> scopes) {
        return holds.find(scopes);
    }

    @Override
    public boolean heldOfAnother(RecordId record, Instant since) {
        return holds.heldOfAnother(record, since);
    }

    @Override
    public void save(List<Revision<SubmissionHold>> revisions) {
        holds.save(revisions);
        revisions.forEach(revision -> events.addAll(revision.change().events()));
    }
}
