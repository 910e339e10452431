package com.guance.billing.application;

import com.guance.billing.DomainEvent;
import com.guance.billing.ports.driven.Agreements;
import com.guance.billing.ports.driven.ArrearsStore;
import com.guance.billing.ports.driven.Backlog;
import com.guance.billing.ports.driven.CallPermits;
import com.guance.billing.ports.driven.Charges;
import com.guance.billing.ports.driven.Claims;
import com.guance.billing.ports.driven.CloudAccounts;
import com.guance.billing.ports.driven.EventOutbox;
import com.guance.billing.ports.driven.MeteringRecords;
import com.guance.billing.ports.driven.Notices;
import com.guance.billing.ports.driven.RunTimes;
import com.guance.billing.ports.driven.Statements;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.SubmissionHolds;
import com.guance.billing.ports.driven.Subscriptions;
import com.guance.billing.ports.driven.Unreadables;
import com.guance.billing.ports.driven.Workspaces;
import java.util.List;

/**
 * The stores of one transaction, where what is saved of records, subscriptions and cloud accounts is noted.
 *
 * @param stores the real ones
 * @param events what was saved, in order
 */
record NotedStores(Stores stores, List<DomainEvent> events) implements Stores {

    @Override
    public Workspaces workspaces() {
        return stores.workspaces();
    }

    @Override
    public CloudAccounts cloudAccounts() {
        return new NotedAccounts(stores.cloudAccounts(), events);
    }

    @Override
    public Subscriptions subscriptions() {
        return new NotedSubscriptions(stores.subscriptions(), events);
    }

    @Override
    public Agreements agreements() {
        return stores.agreements();
    }

    @Override
    public ArrearsStore arrears() {
        return stores.arrears();
    }

    @Override
    public Claims claims() {
        return stores.claims();
    }

    @Override
    public Notices notices() {
        return stores.notices();
    }

    @Override
    public Charges charges() {
        return stores.charges();
    }

    @Override
    public MeteringRecords meteringRecords() {
        return new NotedRecords(stores.meteringRecords(), events);
    }

    @Override
    public SubmissionHolds submissionHolds() {
        return new NotedHolds(stores.submissionHolds(), events);
    }

    @Override
    public Statements statements() {
        return stores.statements();
    }

    @Override
    public CallPermits callPermits() {
        return stores.callPermits();
    }

    @Override
    public RunTimes runTimes() {
        return stores.runTimes();
    }

    @Override
    public EventOutbox outbox() {
        return stores.outbox();
    }

    @Override
    public Backlog backlog() {
        return stores.backlog();
    }

    @Override
    public Unreadables unreadables() {
        return stores.unreadables();
    }
}
