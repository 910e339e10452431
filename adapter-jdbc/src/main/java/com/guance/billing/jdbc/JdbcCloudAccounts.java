package com.guance.billing.jdbc;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.cloudaccount.CloudAccountEvent;
import com.guance.billing.jdbc.Aggregates.Selection;
import com.guance.billing.ports.driven.CloudAccounts;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Versioned;
import io.vavr.control.Option;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Cloud accounts. */
final class JdbcCloudAccounts implements CloudAccounts {

    private static final Kind<CloudAccount, CloudAccountEvent> KIND = new Kind<>(
            "cloud-account",
            "billing_cloud_account",
            CloudAccountEvent.class,
            CloudAccount::replay,
            new Kind.Thin<>(
                    List.of("holder", "on_file", "offered"),
                    account -> account.id().value(),
                    account -> Option.some(account.id()),
                    account -> new Row()
                            .with("holder", account.holder().map(BillingCenterAccountId::value))
                            .with("on_file", account.isOnFile())
                            .with("offered", account.isOffered())));

    private final Aggregates<CloudAccount, CloudAccountEvent> accounts;

    JdbcCloudAccounts(Session session) {
        this.accounts = all(session);
    }

    static Aggregates<CloudAccount, CloudAccountEvent> all(Session session) {
        return new Aggregates<>(session, KIND);
    }

    @Override
    public Option<Versioned<CloudAccount>> find(CloudAccountId id) {
        return Option.of(accounts.find(List.of(id), CloudAccountId::value).get(id));
    }

    @Override
    public Map<CloudAccountId, Versioned<CloudAccount>> find(Collection<CloudAccountId> ids) {
        return accounts.find(ids, CloudAccountId::value);
    }

    @Override
    public List<CloudAccount> onFile(BillingCenterAccountId holder, Option<CloudAccountId> after, int limit) {
        return page("on_file = TRUE", holder, after, limit);
    }

    @Override
    public List<CloudAccount> offered(BillingCenterAccountId holder, Option<CloudAccountId> after, int limit) {
        return page("offered = TRUE", holder, after, limit);
    }

    @Override
    public void save(Revision<CloudAccount> revision) {
        save(List.of(revision));
    }

    @Override
    public void save(List<Revision<CloudAccount>> revisions) {
        accounts.save(revisions);
    }

    private List<CloudAccount> page(
            String which, BillingCenterAccountId holder, Option<CloudAccountId> after, int limit) {
        return accounts
                .list(
                        new Selection("holder = :holder AND " + which + " AND id > :after", "id", limit),
                        query -> query.bind("holder", holder.value())
                                .bind("after", after.map(CloudAccountId::value).getOrElse("")))
                .stream()
                .map(Versioned::aggregate)
                .collect(Collectors.toUnmodifiableList());
    }
}
