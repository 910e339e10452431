package com.guance.billing.jdbc;

import com.guance.billing.CloudAccountId;
import com.guance.billing.DomainEvent;
import io.vavr.control.Option;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The journal of all events. */
final class Journal {

    private static final String APPEND = "INSERT INTO billing_journal"
            + " (kind, subject, version, nr, type, payload, happened_at, actor, cloud_account)"
            + " VALUES (:kind, :subject, :version, :nr, :type, :payload, :happened_at, :actor, :cloud_account)";

    private final Session session;

    Journal(Session session) {
        this.session = session;
    }

    /** Appends events, in this order, as one batch. */
    void append(Collection<Entry> entries) {
        List<Map<String, Object>> rows = entries.stream().map(Entry::row).collect(Collectors.toList());
        session.batch(APPEND, rows);
    }

    /**
     * Where an event stands in its aggregate.
     *
     * @param subject the aggregate's id
     * @param version which its save made
     * @param nr among the events of that save, from 1
     */
    record Place(String subject, long version, int nr) {}

    /**
     * An event on its way into the journal.
     *
     * @param kind the aggregate's kind
     * @param place where it stands
     * @param account the cloud account whose business it is
     * @param event what happened
     */
    record Entry(String kind, Place place, Option<CloudAccountId> account, DomainEvent event) {

        Map<String, Object> row() {
            return new Row()
                    .with("kind", kind)
                    .with("subject", place.subject())
                    .with("version", place.version())
                    .with("nr", place.nr())
                    .with("type", EventCodec.nameOf(event))
                    .with("payload", Json.write(event))
                    .with("happened_at", event.at())
                    .with("actor", Json.write(event.by()))
                    .with("cloud_account", account.map(CloudAccountId::value))
                    .values();
        }
    }
}
