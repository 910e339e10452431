package com.guance.billing.inmemory;

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

/** The memory as one transaction writes it; nobody else sees it. */
final class Draft implements Stores, AutoCloseable {

    private final Cell<Aggregates> aggregates;
    private final Cell<Messages> messages;
    private final Cell<Journal> journal;
    private final Cell<TakenPermits> permits;
    private final Cell<Runs> runs;
    private final Cell<Outbox> outbox;
    private final KeptUnreadables unreadables;

    Draft(Memory memory) {
        this.aggregates = new Cell<>(memory.aggregates());
        this.messages = new Cell<>(memory.messages());
        this.journal = new Cell<>(memory.journal());
        this.permits = new Cell<>(memory.permits());
        this.runs = new Cell<>(memory.runs());
        this.outbox = new Cell<>(memory.outbox());
        this.unreadables = new KeptUnreadables(new Cell<>(memory.unread()));
    }

    /** The memory that this transaction leaves behind. */
    Memory written() {
        return new Memory(
                aggregates.get(),
                messages.get(),
                journal.get(),
                permits.get(),
                runs.get(),
                outbox.get(),
                unreadables.written());
    }

    @Override
    public void close() {
        aggregates.close();
        messages.close();
        journal.close();
        permits.close();
        runs.close();
        outbox.close();
        unreadables.close();
    }

    @Override
    public Workspaces workspaces() {
        return new KeptWorkspaces(aggregates, outbox);
    }

    @Override
    public CloudAccounts cloudAccounts() {
        return new KeptCloudAccounts(aggregates, outbox);
    }

    @Override
    public Subscriptions subscriptions() {
        return new KeptSubscriptions(aggregates, journal, outbox);
    }

    @Override
    public Agreements agreements() {
        return new KeptAgreements(aggregates, outbox);
    }

    @Override
    public ArrearsStore arrears() {
        return new KeptArrears(aggregates, outbox);
    }

    @Override
    public Claims claims() {
        return new KeptClaims(messages);
    }

    @Override
    public Notices notices() {
        return new KeptNotices(messages);
    }

    @Override
    public Charges charges() {
        return new KeptCharges(journal, aggregates);
    }

    @Override
    public MeteringRecords meteringRecords() {
        return new KeptRecords(journal, aggregates, outbox);
    }

    @Override
    public SubmissionHolds submissionHolds() {
        return new KeptHolds(aggregates, outbox);
    }

    @Override
    public Statements statements() {
        return new KeptStatements(journal);
    }

    @Override
    public CallPermits callPermits() {
        return new KeptPermits(permits);
    }

    @Override
    public EventOutbox outbox() {
        return new KeptEvents(outbox);
    }

    @Override
    public RunTimes runTimes() {
        return new KeptRuns(runs);
    }

    @Override
    public Backlog backlog() {
        return new KeptBacklog(journal, aggregates, outbox);
    }

    @Override
    public Unreadables unreadables() {
        return unreadables;
    }
}
