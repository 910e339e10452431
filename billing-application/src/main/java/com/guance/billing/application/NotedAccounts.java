package com.guance.billing.application;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.DomainEvent;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.ports.driven.CloudAccounts;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Versioned;
import io.vavr.control.Option;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Cloud accounts, where what is saved is noted. */
record NotedAccounts(CloudAccounts accounts, List<DomainEvent> events) implements CloudAccounts {

    @Override
    public Option<Versioned<CloudAccount>> find(CloudAccountId id) {
        return accounts.find(id);
    }

    @Override
    public Map<CloudAccountId, Versioned<CloudAccount>> find(Collection<CloudAccountId> ids) {
        return accounts.find(ids);
    }

    @Override
    public List<CloudAccount> onFile(BillingCenterAccountId holder, Option<CloudAccountId> after, int limit) {
        return accounts.onFile(holder, after, limit);
    }

    @Override
    public List<CloudAccount> offered(BillingCenterAccountId holder, Option<CloudAccountId> after, int limit) {
        return accounts.offered(holder, after, limit);
    }

    @Override
    public void save(List<Revision<CloudAccount>> revisions) {
        accounts.save(revisions);
        revisions.forEach(revision -> events.addAll(revision.change().events()));
    }

    @Override
    public void save(Revision<CloudAccount> revision) {
        save(List.of(revision));
    }
}
