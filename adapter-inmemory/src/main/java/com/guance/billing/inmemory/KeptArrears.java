package com.guance.billing.inmemory;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.arrears.Arrears;
import com.guance.billing.ports.driven.ArrearsStore;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Versioned;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Arrears, in one transaction. */
record KeptArrears(Cell<Aggregates> cell, Cell<Outbox> outbox) implements ArrearsStore {

    @Override
    public Map<BillingCenterAccountId, Versioned<Arrears>> find(Collection<BillingCenterAccountId> accounts) {
        return cell.get().arrears().find(accounts);
    }

    @Override
    public List<Versioned<Arrears>> withOpenCascade(int limit) {
        return cell.get()
                .arrears()
                .all()
                .filter(arrears -> arrears.aggregate().cascadeOpen())
                .limit(limit)
                .collect(Collectors.toUnmodifiableList());
    }

    @Override
    public void save(List<Revision<Arrears>> revisions) {
        cell.rewrite(before -> {
            Histories<BillingCenterAccountId, Arrears> after = before.arrears();
            for (Revision<Arrears> revision : revisions) {
                after = after.with(revision.change().after().account(), revision);
            }
            return before.withArrears(after);
        });
        revisions.forEach(revision ->
                outbox.rewrite(before -> before.with(revision.change().events())));
    }
}
