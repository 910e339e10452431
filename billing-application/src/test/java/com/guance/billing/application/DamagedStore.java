package com.guance.billing.application;

import com.guance.billing.AgreementId;
import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.HoldScope;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.faults.EntryKind;
import com.guance.billing.ports.faults.EntryUnreadable;
import com.guance.billing.ports.faults.UnreadableEntry;
import com.guance.billing.ports.faults.UnreadableEntry.Reason;
import com.guance.billing.subscription.MarketplaceCustomer;
import io.vavr.control.Either;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A store in which some subscriptions, agreements and holds cannot be read by their ids, nor subscriptions by their customers. */
final class DamagedStore implements UnitOfWork {

    private final UnitOfWork real;
    private final Set<Object> damaged = new HashSet<>();

    DamagedStore(UnitOfWork real) {
        this.real = real;
    }

    void damage(Object id) {
        damaged.add(id);
    }

    void mend() {
        damaged.clear();
    }

    @Override
    public <L, R> Either<L, R> inTransaction(Function<Stores, Either<L, R>> work) {
        return new WatchedStore(real, this::read).inTransaction(work);
    }

    private void read(WatchedStore.Call call) {
        List<UnreadableEntry> unreadable =
                asked(call).filter(damaged::contains).map(DamagedStore::entry).toList();
        if (!unreadable.isEmpty()) {
            throw new EntryUnreadable(unreadable);
        }
    }

    private Stream<?> asked(WatchedStore.Call call) {
        return switch (call.name()) {
            case "Subscriptions.find", "SubmissionHolds.find" ->
                ((Collection<?>) call.arguments().get(0)).stream();
            case "Agreements.find" -> call.arguments().stream();
            case "Subscriptions.latest" ->
                lives((MarketplaceCustomer) call.arguments().get(0));
            default -> Stream.of();
        };
    }

    private Stream<?> lives(MarketplaceCustomer customer) {
        return damaged.stream()
                .filter(id -> id instanceof SubscriptionId subscription
                        && subscription.value().startsWith(customer.key() + "#"));
    }

    private static UnreadableEntry entry(Object id) {
        if (id instanceof HoldScope scope) {
            return new UnreadableEntry(EntryKind.SUBMISSION_HOLD, scope.key(), Reason.MALFORMED);
        }
        return id instanceof AgreementId agreement
                ? new UnreadableEntry(EntryKind.AGREEMENT, agreement.value(), Reason.MALFORMED)
                : new UnreadableEntry(EntryKind.SUBSCRIPTION, ((SubscriptionId) id).value(), Reason.MALFORMED);
    }
}
