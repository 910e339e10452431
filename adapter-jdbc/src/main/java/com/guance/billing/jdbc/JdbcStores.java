package com.guance.billing.jdbc;

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

/** The stores of one transaction. */
record JdbcStores(Session session) implements Stores {

    @Override
    public Workspaces workspaces() {
        return new JdbcWorkspaces(session);
    }

    @Override
    public CloudAccounts cloudAccounts() {
        return new JdbcCloudAccounts(session);
    }

    @Override
    public Subscriptions subscriptions() {
        return new JdbcSubscriptions(session);
    }

    @Override
    public Agreements agreements() {
        return new JdbcAgreements(session);
    }

    @Override
    public ArrearsStore arrears() {
        return new JdbcArrearsStore(session);
    }

    @Override
    public Claims claims() {
        return new JdbcClaims(session);
    }

    @Override
    public Notices notices() {
        return new JdbcNotices(session);
    }

    @Override
    public Charges charges() {
        return new JdbcCharges(session);
    }

    @Override
    public MeteringRecords meteringRecords() {
        return new JdbcMeteringRecords(session);
    }

    @Override
    public SubmissionHolds submissionHolds() {
        return new JdbcSubmissionHolds(session);
    }

    @Override
    public Statements statements() {
        return new JdbcStatements(session);
    }

    @Override
    public CallPermits callPermits() {
        return new JdbcCallPermits(session);
    }

    @Override
    public EventOutbox outbox() {
        return new JdbcEventOutbox(session);
    }

    @Override
    public RunTimes runTimes() {
        return new JdbcRunTimes(session);
    }

    @Override
    public Backlog backlog() {
        return new JdbcBacklog(session);
    }

    @Override
    public Unreadables unreadables() {
        return new JdbcUnreadables(session);
    }
}
