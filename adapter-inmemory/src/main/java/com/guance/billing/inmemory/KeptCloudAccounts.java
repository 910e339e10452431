package com.guance.billing.inmemory;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.ports.driven.CloudAccounts;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Versioned;
import io.vavr.control.Option;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Cloud accounts, in one transaction. */
record KeptCloudAccounts(Cell<Aggregates> cell, Cell<Outbox> outbox) implements CloudAccounts {

    @Override
    public Option<Versioned<CloudAccount>> find(CloudAccountId id) {
        return cell.get().cloudAccounts().find(id);
    }

    @Override
    public Map<CloudAccountId, Versioned<CloudAccount>> find(Collection<CloudAccountId> ids) {
        return cell.get().cloudAccounts().find(ids);
    }

    @Override
    public List<CloudAccount> onFile(BillingCenterAccountId holder, Option<CloudAccountId> after, int limit) {
        return page(holder, after, limit, CloudAccount::isOnFile);
    }

    @Override
    public List<CloudAccount> offered(BillingCenterAccountId holder, Option<CloudAccountId> after, int limit) {
        return page(holder, after, limit, CloudAccount::isOffered);
    }

    @Override
    public void save(Revision<CloudAccount> revision) {
        save(List.of(revision));
    }

    @Override
    public void save(List<Revision<CloudAccount>> revisions) {
        cell.rewrite(before -> {
            Histories<CloudAccountId, CloudAccount> after = before.cloudAccounts();
            for (Revision<CloudAccount> revision : revisions) {
                after = after.with(revision.change().after().id(), revision);
            }
            return before.withCloudAccounts(after);
        });
        revisions.forEach(revision ->
                outbox.rewrite(before -> before.with(revision.change().events())));
    }

    private List<CloudAccount> page(
            BillingCenterAccountId holder, Option<CloudAccountId> after, int limit, Predicate<CloudAccount> listed) {
        return cell.get()
                .cloudAccounts()
                .after(after)
                .map(Versioned::aggregate)
                .filter(account -> account.holder().contains(holder) && listed.test(account))
                .limit(limit)
                .collect(Collectors.toUnmodifiableList());
    }
}
