package com.guance.billing.jdbc;

import com.guance.billing.ports.driven.Versioned;
import io.vavr.control.Option;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What histories have led to, so that they need not be read again: an aggregate of an id and a version is for ever the same
 * (INV-4). Whether the version is still the latest is asked of the database each time; that there is no such aggregate is remembered
 * as well. Keeps those used last; shared by all transactions of a store, which put in only what is committed.
 */
final class Recollection {

    private final Map<Name, Option<Versioned<?>>> latest;

    /** Of so many aggregates at most. */
    Recollection(int most) {
        latest = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Name, Option<Versioned<?>>> eldest) {
                return size() > most;
            }
        };
    }

    /** Aggregates of a kind as they once were, by id: none of what once was not there. */
    @SuppressWarnings("unchecked") // who asks for a kind knows its type
    synchronized <A> Map<String, Option<Versioned<A>>> of(String kind, Collection<String> ids) {
        Map<String, Option<Versioned<A>>> known = new LinkedHashMap<>();
        for (String id : ids) {
            Option<Versioned<?>> one = latest.get(new Name(kind, id));
            if (one != null) {
                known.put(id, one.map(aggregate -> (Versioned<A>) aggregate));
            }
        }
        return known;
    }

    /** Keeps aggregates of a kind as they are: what was asked for and not read is not there. */
    synchronized <A> void keep(String kind, Collection<String> asked, Map<String, Versioned<A>> read) {
        asked.forEach(id -> latest.put(new Name(kind, id), Option.of(read.get(id))));
    }

    /** They may have changed. */
    synchronized void forget(String kind, Collection<String> ids) {
        ids.forEach(id -> latest.remove(new Name(kind, id)));
    }

    private record Name(String kind, String id) {}
}
