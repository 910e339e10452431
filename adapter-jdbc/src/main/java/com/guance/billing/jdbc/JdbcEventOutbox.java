package com.guance.billing.jdbc;

import com.guance.billing.ports.driven.EventOutbox;
import java.util.List;
import java.util.stream.Collectors;

/** The journal's events that have still to be told, to one teller at a time. */
final class JdbcEventOutbox implements EventOutbox {

    private final Session session;

    JdbcEventOutbox(Session session) {
        this.session = session;
    }

    @Override
    public List<Pending> pending(int limit) {
        return session.ask(open -> {
            boolean teller = open.createQuery("SELECT id FROM billing_teller WHERE id = 1 FOR UPDATE SKIP LOCKED")
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent();
            return teller
                    ? open.createQuery("SELECT position, type, payload FROM billing_journal WHERE told = FALSE"
                                    + " ORDER BY position LIMIT :limit")
                            .bind("limit", limit)
                            .map((row, context) -> new Pending(
                                    row.getLong("position"),
                                    EventCodec.read(row.getString("type"), row.getString("payload"))))
                            .list()
                    : List.of();
        });
    }

    @Override
    public void told(List<Pending> told) {
        session.ask(open -> open.createUpdate(
                        "UPDATE billing_journal SET told = TRUE WHERE position = ANY(:positions) AND told = FALSE")
                .bindArray(
                        "positions",
                        Long.class,
                        told.stream().map(Pending::position).collect(Collectors.toList()))
                .execute());
    }
}
