package com.guance.billing.jdbc;

import com.guance.billing.ports.driven.CallPermits;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Permits to call: a name under which calls are counted has as many slots as are permitted in
 * a second, and each slot serves once a second. One statement
 * takes one; those that others are about to take are passed over, so that nodes do not wait for each other.
 */
final class JdbcCallPermits implements CallPermits {

    private static final long FAR_AHEAD_SECONDS = 60;

    private static final String FREE = "(taken_second < :before OR (taken_second = :before AND taken_nano <= :nano)"
            + " OR taken_second > :ahead OR (taken_second = :ahead AND taken_nano > :nano))";

    private static final String TAKE = "UPDATE billing_call_permit SET taken_second = :second, taken_nano = :nano"
            + " WHERE counted_by = :counted_by AND slot = (SELECT slot FROM billing_call_permit WHERE counted_by = :counted_by"
            + " AND slot < :calls AND " + FREE + " ORDER BY slot LIMIT 1 FOR UPDATE SKIP LOCKED) AND " + FREE;

    private static final String OPEN = "INSERT INTO billing_call_permit (counted_by, slot, taken_second, taken_nano)"
            + " VALUES (:counted_by, :slot, 0, 0) ON CONFLICT DO NOTHING";

    private final Session session;

    JdbcCallPermits(Session session) {
        this.session = session;
    }

    @Override
    public boolean take(String countedBy, int callsASecond, Instant at) {
        Map<String, Object> values = new Row()
                .with("counted_by", countedBy)
                .with("calls", callsASecond)
                .with("second", at.getEpochSecond())
                .with("nano", at.getNano())
                .with("before", at.getEpochSecond() - 1)
                .with("ahead", at.getEpochSecond() + FAR_AHEAD_SECONDS)
                .values();
        return session.change(TAKE, values) == 1
                || (opened(countedBy, callsASecond) && session.change(TAKE, values) == 1);
    }

    /** Opens the slots that are missing; whether any was. */
    private boolean opened(String countedBy, int callsASecond) {
        List<Map<String, Object>> slots = IntStream.range(0, callsASecond)
                .mapToObj(slot -> new Row()
                        .with("counted_by", countedBy)
                        .with("slot", slot)
                        .values())
                .collect(Collectors.toList());
        return IntStream.of(session.batch(OPEN, slots)).sum() > 0;
    }
}
