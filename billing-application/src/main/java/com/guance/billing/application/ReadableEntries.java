package com.guance.billing.application;

import com.guance.billing.AgreementId;
import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordId;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.faults.EntryUnreadable;
import com.guance.billing.ports.faults.UnreadableEntry;
import com.guance.billing.subscription.Agreement;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What a store can read of what it is asked for, where one entry that cannot be read is to stop nothing but itself (REL-1). */
final class ReadableEntries {

    private ReadableEntries() {}

    /**
     * What is found, and what of it cannot be read; noted as left out by the transaction.
     *
     * @param found what can be read, by id
     * @param unreadable the ids of what cannot be read, with the fault that says so
     * @param <I> ids
     * @param <A> what is found
     */
    record Of<I, A>(Map<I, A> found, Map<I, EntryUnreadable> unreadable) {}

    /** Finds things by id. Only where some cannot be read it asks twice. */
    static <I, A> Of<I, A> find(
            Stores stores, Collection<I> ids, Function<List<I>, Map<I, A>> store, Function<I, String> text) {
        List<I> all = ids.stream().distinct().toList();
        if (all.isEmpty()) {
            return new Of<>(Map.of(), Map.of());
        }
        try {
            return new Of<>(store.apply(all), Map.of());
        } catch (EntryUnreadable fault) {
            stores.unreadables().leaveOut(fault.entries());
            Set<String> names =
                    fault.entries().stream().map(UnreadableEntry::id).collect(Collectors.toUnmodifiableSet());
            Map<I, EntryUnreadable> unreadable = all.stream()
                    .filter(id -> names.contains(text.apply(id)))
                    .collect(Collectors.toUnmodifiableMap(id -> id, id -> fault));
            if (unreadable.isEmpty()) {
                throw fault;
            }
            List<I> rest =
                    all.stream().filter(id -> !unreadable.containsKey(id)).toList();
            return new Of<>(rest.isEmpty() ? Map.of() : store.apply(rest), unreadable);
        }
    }

    static Map<SubscriptionId, Versioned<Subscription>> subscriptions(Stores stores, Collection<SubscriptionId> ids) {
        return find(stores, ids, stores.subscriptions()::find, SubscriptionId::value)
                .found();
    }

    /** An agreement; none, too, if it cannot be read. */
    static Option<Agreement> agreement(Stores stores, AgreementId id) {
        Of<AgreementId, Agreement> read = find(
                stores,
                List.of(id),
                only -> stores.agreements()
                        .find(id)
                        .map(known -> Map.of(id, known.aggregate()))
                        .getOrElse(Map.of()),
                AgreementId::value);
        return Option.of(read.found().get(id));
    }

    /** What is asked for, or what is to be taken for it if something of it cannot be read. */
    static <T> T otherwise(Stores stores, Supplier<T> asked, T unreadable) {
        try {
            return asked.get();
        } catch (EntryUnreadable fault) {
            stores.unreadables().leaveOut(fault.entries());
            return unreadable;
        }
    }

    static Of<RecordId, Versioned<MeteringRecord>> records(Stores stores, Collection<RecordId> ids) {
        return find(stores, ids, stores.meteringRecords()::find, RecordId::key);
    }

    /** What a list leaves out that is asked for by this. */
    static Set<UnreadableEntry> leftOut(Stores stores, Runnable list) {
        Set<UnreadableEntry> before = stores.unreadables().leftOut();
        list.run();
        Set<UnreadableEntry> since = new HashSet<>(stores.unreadables().leftOut());
        since.removeAll(before);
        return since;
    }

    /**
     * A list that is to miss nothing.
     *
     * @throws EntryUnreadable if something of it cannot be read
     */
    static <T> List<T> complete(Stores stores, Supplier<List<T>> list) {
        List<List<T>> listed = new ArrayList<>();
        Set<UnreadableEntry> leftOut = leftOut(stores, () -> listed.add(list.get()));
        if (!leftOut.isEmpty()) {
            throw new EntryUnreadable(leftOut);
        }
        return listed.get(0);
    }
}
