package com.guance.billing.inmemory;

import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.Sendable;
import com.guance.billing.ports.driven.Versioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which records may be sent, and which first (SUB-2). */
record SendingOrder(Aggregates aggregates, Sendable which) {

    private static final Comparator<MeteringRecord> BY_KEY =
            Comparator.comparing(record -> record.id().key());
    private static final Comparator<MeteringRecord> BY_HOUR = Comparator.<MeteringRecord, Instant>comparing(
                    record -> record.id().hour().start())
            .thenComparing(BY_KEY);
    private static final Comparator<MeteringRecord> BY_TIMESTAMP = Comparator.<MeteringRecord, Instant>comparing(
                    record -> record.content().timestamp())
            .thenComparing(BY_KEY);

    List<Versioned<MeteringRecord>> of(List<Versioned<MeteringRecord>> all) {
        HeldBack held = new HeldBack(aggregates);
        List<Versioned<MeteringRecord>> sendable = all.stream()
                .filter(record -> record.aggregate().maySend(which.at()))
                .filter(record -> held.subscription(record.aggregate()).forAll(known -> known.maySend(which.at())))
                .filter(record -> !held.isHeld(record.aggregate()))
                .toList();
        Predicate<Versioned<MeteringRecord>> refused =
                record -> record.aggregate().isRefused();
        Predicate<Versioned<MeteringRecord>> ending = record -> held.isEnding(record.aggregate());
        Predicate<Versioned<MeteringRecord>> urgent =
                record -> !record.aggregate().content().timestamp().isAfter(which.urgentThrough());
        Predicate<Versioned<MeteringRecord>> usual = refused.negate();
        return Stream.of(
                        sorted(sendable, usual.and(ending), BY_HOUR),
                        sorted(sendable, usual.and(ending.negate()).and(urgent), BY_TIMESTAMP),
                        inTurns(sorted(sendable, usual.and(ending.negate()).and(urgent.negate()), BY_HOUR)),
                        sorted(sendable, refused, BY_HOUR))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Versioned<MeteringRecord>> sorted(
            List<Versioned<MeteringRecord>> records,
            Predicate<Versioned<MeteringRecord>> which,
            Comparator<MeteringRecord> order) {
        return records.stream()
                .filter(which)
                .sorted(Comparator.comparing(Versioned::aggregate, order))
                .toList();
    }

    private List<Versioned<MeteringRecord>> inTurns(List<Versioned<MeteringRecord>> byHour) {
        TreeSet<String> subscriptions = new TreeSet<>();
        byHour.forEach(record -> subscriptions.add(payer(record)));
        List<String> inOrder = List.copyOf(subscriptions);
        Map<String, Integer> turns = new HashMap<>();
        List<Place> places = new ArrayList<>();
        byHour.forEach(record -> {
            int turn = turns.merge(payer(record), 1, Integer::sum);
            long place = (inOrder.indexOf(payer(record)) + which.turn()) % inOrder.size();
            places.add(new Place(turn, place, record));
        });
        return places.stream()
                .sorted(Comparator.comparingInt(Place::turn).thenComparingLong(Place::place))
                .map(Place::record)
                .toList();
    }

    private static String payer(Versioned<MeteringRecord> record) {
        return record.aggregate().billed().subscription().value();
    }

    private record Place(int turn, long place, Versioned<MeteringRecord> record) {}
}
