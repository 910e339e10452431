package com.guance.billing.inmemory;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.ports.driven.CloudAccounts;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Versioned;
import io.vavr.control.Option;
import java.util.List;
import java.util.stream.Collectors;

/** Cloud accounts, in one transaction. */
record KeptCloudAccounts(Cell<Aggregates> cell, Cell<Outbox> outbox) implements CloudAccounts {

    @Override
    public Option<Versioned<CloudAccount>> find(CloudAccountId id) {
        return cell.get().cloudAccounts().find(id);
    }

    @Override
    public List<CloudAccount> onFile(BillingCenterAccountId holder) {
        return cell.get()
                .cloudAccounts()
                .all()
                .map(Versioned::aggregate)
                .filter(account -> account.isOnFile() && account.holder().contains(holder))
                .collect(Collectors.toUnmodifiableList());
    }

    @Override
    public void save(Revision<CloudAccount> revision) {
        CloudAccountId id = revision.change().after().id();
        cell.rewrite(before -> before.withCloudAccounts(before.cloudAccounts().with(id, revision)));
        outbox.rewrite(before -> before.with(revision.change().events()));
    }
}
