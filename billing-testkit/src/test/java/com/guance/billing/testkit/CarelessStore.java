package com.guance.billing.testkit;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.delivery.Redelivery;
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
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.RunTimes;
import com.guance.billing.ports.driven.Statements;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.SubmissionHolds;
import com.guance.billing.ports.driven.Subscriptions;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.driven.Unreadables;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.driven.Workspaces;
import com.guance.billing.ports.faults.StaleVersion;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps cloud accounts and their events, and nothing else; with one sin, or none. */
final class CarelessStore implements UnitOfWork, Stores, CloudAccounts, EventOutbox {

    enum Sin {
        NONE,
        IGNORES_VERSIONS,
        IGNORES_TOUCHES,
        KEEPS_WRITES_ON_LEFT,
        FORGETS_EVENTS,
        TELLS_EVENTS_AGAIN
    }

    private final Sin sin;
    private Map<String, Versioned<CloudAccount>> accounts = new TreeMap<>();
    private List<Pending> events = new ArrayList<>();

    CarelessStore(Sin sin) {
        this.sin = sin;
    }

    @Override
    public synchronized <L, R> Either<L, R> inTransaction(Function<Stores, Either<L, R>> work) {
        Map<String, Versioned<CloudAccount>> accountsBefore = new TreeMap<>(accounts);
        List<Pending> eventsBefore = new ArrayList<>(events);
        boolean commits = false;
        try {
            Either<L, R> result = work.apply(this);
            commits = result.isRight() || sin == Sin.KEEPS_WRITES_ON_LEFT;
            return result;
        } finally {
            if (!commits) {
                accounts = accountsBefore;
                events = eventsBefore;
            }
        }
    }

    @Override
    public Option<Versioned<CloudAccount>> find(CloudAccountId id) {
        return Option.of(accounts.get(id.value()));
    }

    @Override
    public Map<CloudAccountId, Versioned<CloudAccount>> find(Collection<CloudAccountId> ids) {
        return accounts.values().stream()
                .filter(account -> ids.contains(account.aggregate().id()))
                .collect(Collectors.toMap(account -> account.aggregate().id(), account -> account));
    }

    @Override
    public List<CloudAccount> onFile(BillingCenterAccountId holder, Option<CloudAccountId> after, int limit) {
        return offered(holder, after, Integer.MAX_VALUE).stream()
                .filter(CloudAccount::isOnFile)
                .limit(limit)
                .collect(Collectors.toList());
    }

    @Override
    public List<CloudAccount> offered(BillingCenterAccountId holder, Option<CloudAccountId> after, int limit) {
        return accounts.values().stream()
                .map(Versioned::aggregate)
                .filter(account -> after.forAll(last -> account.id().value().compareTo(last.value()) > 0))
                .filter(account -> account.holder().contains(holder))
                .filter(account ->
                        !account.payers().isEmpty() || !account.expected().isEmpty())
                .limit(limit)
                .collect(Collectors.toList());
    }

    @Override
    public void save(List<Revision<CloudAccount>> revisions) {
        revisions.forEach(this::save);
    }

    @Override
    public void save(Revision<CloudAccount> revision) {
        if (sin == Sin.IGNORES_TOUCHES && revision.change().isNone()) {
            return;
        }
        CloudAccountId id = revision.change().after().id();
        long stored = find(id).map(Versioned::version).getOrElse(0L);
        if (stored != revision.from() && sin != Sin.IGNORES_VERSIONS) {
            throw new StaleVersion(id.value());
        }
        accounts.put(id.value(), new Versioned<>(revision.change().after(), stored + 1));
        if (sin != Sin.FORGETS_EVENTS) {
            revision.change().events().forEach(this::remember);
        }
    }

    @Override
    public List<Pending> pending(Instant at, int limit) {
        return events.stream().limit(limit).collect(Collectors.toList());
    }

    @Override
    public void told(List<Pending> told) {
        if (sin != Sin.TELLS_EVENTS_AGAIN) {
            events.removeAll(told);
        }
    }

    @Override
    public void failed(List<Failed> failed) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<SetAside> setAside(Option<Long> after, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Long> tellAgain(List<Long> positions, Request by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Redelivery> redeliveries(Option<Long> after, int limit) {
        throw new UnsupportedOperationException();
    }

    private void remember(DomainEvent event) {
        long last = events.isEmpty() ? 0 : events.get(events.size() - 1).position();
        events.add(new Pending(last + 1, event.subject(), last + 1, 0, Either.right(event)));
    }

    @Override
    public CloudAccounts cloudAccounts() {
        return this;
    }

    @Override
    public Backlog backlog() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Unreadables unreadables() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Statements statements() {
        throw new UnsupportedOperationException();
    }

    @Override
    public EventOutbox outbox() {
        return this;
    }

    @Override
    public Workspaces workspaces() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Subscriptions subscriptions() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SubmissionHolds submissionHolds() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Agreements agreements() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ArrearsStore arrears() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Claims claims() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Notices notices() {
        throw new UnsupportedOperationException();
    }

    @Override
    public CallPermits callPermits() {
        throw new UnsupportedOperationException();
    }

    @Override
    public RunTimes runTimes() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Charges charges() {
        throw new UnsupportedOperationException();
    }

    @Override
    public MeteringRecords meteringRecords() {
        throw new UnsupportedOperationException();
    }
}
