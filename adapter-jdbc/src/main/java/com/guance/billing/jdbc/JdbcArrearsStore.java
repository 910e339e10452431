package com.guance.billing.jdbc;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.arrears.Arrears;
import com.guance.billing.arrears.ArrearsEvent;
import com.guance.billing.jdbc.Aggregates.Selection;
import com.guance.billing.ports.driven.ArrearsStore;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Versioned;
import io.vavr.control.Option;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Arrears of Billing Center accounts. */
final class JdbcArrearsStore implements ArrearsStore {

    private static final Kind<Arrears, ArrearsEvent> KIND = new Kind<>(
            "arrears",
            "billing_arrears",
            ArrearsEvent.class,
            Arrears::replay,
            new Kind.Thin<>(
                    List.of("cascade_open"),
                    arrears -> arrears.account().value(),
                    arrears -> Option.none(),
                    arrears -> new Row().with("cascade_open", arrears.cascadeOpen())));

    private final Aggregates<Arrears, ArrearsEvent> accounts;

    JdbcArrearsStore(Session session) {
        this.accounts = all(session);
    }

    static Aggregates<Arrears, ArrearsEvent> all(Session session) {
        return new Aggregates<>(session, KIND);
    }

    @Override
    public Map<BillingCenterAccountId, Versioned<Arrears>> find(Collection<BillingCenterAccountId> ids) {
        return accounts.recall(ids, BillingCenterAccountId::value);
    }

    @Override
    public List<Versioned<Arrears>> withOpenCascade(int limit) {
        return accounts.list(new Selection("cascade_open = TRUE", "id", limit), query -> query);
    }

    @Override
    public void save(List<Revision<Arrears>> revisions) {
        accounts.save(revisions);
    }
}
