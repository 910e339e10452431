package com.guance.billing.inmemory;

import com.guance.billing.CloudAccountId;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Destination.Unsettled;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.ports.driven.Versioned;
import io.vavr.collection.Vector;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An account's books, added up from the journal (INV-7). */
record Bookkeeping(Journal journal, CloudAccountId account) {

    List<Books> books() {
        Map<Dimension, EnumMap<Standing, Quantity>> standing = new TreeMap<>(Comparator.comparing(Dimension::name));
        entries()
                .forEach(entry -> standing.computeIfAbsent(entry.dimension(), none -> new EnumMap<>(Standing.class))
                        .merge(entry.where(), entry.quantity(), Quantity::plus));
        Map<Dimension, Quantity> charged = charged();
        return standing.entrySet().stream()
                .map(entry -> new Books(
                        account, entry.getKey(), charged.getOrDefault(entry.getKey(), Quantity.ZERO), entry.getValue()))
                .collect(Collectors.toUnmodifiableList());
    }

    private Map<Dimension, Quantity> charged() {
        return journal.charges()
                .of(account)
                .collect(Collectors.toMap(
                        taken -> taken.charge().usage().dimension(),
                        taken -> taken.charge().usage().quantity(),
                        Quantity::plus));
    }

    private Stream<Entry> entries() {
        return Stream.of(unsettled(), unrecorded(), recorded(), carried(), forfeited())
                .flatMap(entries -> entries);
    }

    private Stream<Entry> unsettled() {
        return journal.charges()
                .of(account)
                .filter(taken -> taken.destination() instanceof Unsettled)
                .map(taken -> Entry.of(taken, Standing.UNSETTLED));
    }

    private Stream<Entry> unrecorded() {
        return journal.charges()
                .unrecorded()
                .values()
                .toJavaStream()
                .flatMap(Vector::toJavaStream)
                .filter(taken -> taken.destination().account().equals(account))
                .map(taken -> Entry.of(taken, Standing.WAITING));
    }

    private Stream<Entry> recorded() {
        return journal.records()
                .all()
                .map(Versioned::aggregate)
                .filter(record -> record.billed().account().equals(account))
                .flatMap(Entry::of);
    }

    private Stream<Entry> carried() {
        return journal.remainders()
                .carriedBy(account)
                .flatMap(one -> Entry.of(one, Standing.CARRIED, Standing.WAITING));
    }

    private Stream<Entry> forfeited() {
        return journal.remainders()
                .forfeitedBy(account)
                .map(Remainders.Forfeited::what)
                .flatMap(one -> Entry.of(one, Standing.FORFEITED, Standing.UNSETTLED));
    }

    private record Entry(Dimension dimension, Standing where, Quantity quantity) {

        static Entry of(TakenCharge taken, Standing where) {
            return new Entry(
                    taken.charge().usage().dimension(),
                    where,
                    taken.charge().usage().quantity());
        }

        /** The fraction of a remainder stands elsewhere than its whole units. */
        static Stream<Entry> of(Remainders.Remainder one, Standing fraction, Standing units) {
            Quantity below = one.quantity().fraction();
            Dimension dimension = one.meter().dimension();
            return Stream.of(
                    new Entry(dimension, fraction, below),
                    new Entry(dimension, units, one.quantity().minus(below)));
        }

        /** A returned record counts nothing: its units are remainders. */
        static Stream<Entry> of(MeteringRecord record) {
            Dimension dimension = record.id().meter().dimension();
            return Stream.of(
                    new Entry(dimension, standing(record.status()), Quantity.whole(record.units())),
                    new Entry(dimension, Standing.UNSETTLED, Quantity.whole(record.unsettledBeside())));
        }

        private static Standing standing(RecordStatus status) {
            return switch (status) {
                case MADE, SENT, RETURNED -> Standing.WAITING;
                case ACCEPTED -> Standing.ACCEPTED;
                case UNSETTLED -> Standing.UNSETTLED;
                case HELD -> Standing.HELD;
                case DISPUTED -> Standing.DISPUTED;
                case CARRIED -> Standing.CARRIED;
            };
        }
    }
}
