package com.guance.billing.jdbc;

import com.guance.billing.ports.driven.Versioned;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What histories have led to, so that they need not be read again: an aggregate of an id and a version is for ever the same
 * (INV-4). Whether the version is still the latest is asked of the database each time. Keeps those used last; shared by all
 * transactions of a store, which put in only what is committed.
 */
final class Recollection {

    private final Map<Name, Versioned<?>> latest;

    /** Of so many aggregates at most. */
    Recollection(int most) {
        latest = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Name, Versioned<?>> eldest) {
                return size() > most;
            }
        };
    }

    /** Aggregates of a kind as they once were, by id. */
    @SuppressWarnings("unchecked") // who asks for a kind knows its type
    synchronized <A> Map<String, Versioned<A>> of(String kind, Collection<String> ids) {
        Map<String, Versioned<A>> known = new LinkedHashMap<>();
        for (String id : ids) {
            Versioned<?> one = latest.get(new Name(kind, id));
            if (one != null) {
                known.put(id, (Versioned<A>) one);
            }
        }
        return known;
    }

    /** Keeps aggregates of a kind, by id, as they are. */
    synchronized <A> void keep(String kind, Map<String, Versioned<A>> read) {
        read.forEach((id, aggregate) -> latest.put(new Name(kind, id), aggregate));
    }

    private record Name(String kind, String id) {}
}
