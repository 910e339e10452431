package com.guance.billing.inmemory;

import com.guance.billing.CloudAccountId;
import com.guance.billing.metering.Destination.Unsettled;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.ports.driven.Statements;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.statement.ChargeLine;
import com.guance.billing.statement.ChargedHour;
import com.guance.billing.statement.Entry;
import com.guance.billing.statement.StatementPeriod;
import com.guance.billing.statement.Whose;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The journal, as people ask for it, in one transaction. */
record KeptStatements(Cell<Journal> cell) implements Statements {

    private static final Comparator<ChargeLine> ORDER = Comparator.<ChargeLine, Boolean>comparing(
                    line -> line.in().isEmpty())
            .thenComparing(ChargeLine::hour)
            .thenComparing(line -> line.taken().charge().hour())
            .thenComparing(line -> line.taken().charge().key());

    @Override
    public List<Entry> entries(CloudAccountId account, StatementPeriod period) {
        Stream<Entry> charged =
                lines(account).filter(line -> period.contains(line.hour())).map(KeptStatements::entry);
        Stream<Entry> forfeited = cell.get()
                .remainders()
                .forfeitedBy(account)
                .filter(one -> period.contains(MeteringHour.of(one.at())))
                .flatMap(one -> left(whose(one.what()), one.what().quantity()));
        Map<Entry, Quantity> sums = Stream.concat(charged, forfeited)
                .collect(Collectors.toMap(
                        entry -> new Entry(entry.whose(), entry.kind(), Quantity.ZERO),
                        Entry::quantity,
                        Quantity::plus));
        return sums.entrySet().stream()
                .map(sum -> new Entry(sum.getKey().whose(), sum.getKey().kind(), sum.getValue()))
                .toList();
    }

    @Override
    public List<ChargeLine> charges(
            CloudAccountId account, StatementPeriod period, Option<ChargeLine> after, int limit) {
        return lines(account)
                .filter(line -> period.contains(line.hour()))
                .filter(line -> after.forAll(last -> ORDER.compare(line, last) > 0))
                .sorted(ORDER)
                .limit(limit)
                .toList();
    }

    @Override
    public List<MeteringRecord> records(
            CloudAccountId account, StatementPeriod period, Option<RecordId> after, int limit) {
        return cell.get()
                .records()
                .after(after)
                .map(Versioned::aggregate)
                .filter(record -> record.billed().account().equals(account))
                .filter(record -> period.contains(record.id().hour()))
                .limit(limit)
                .toList();
    }

    @Override
    public Map<Dimension, BigDecimal> carried(CloudAccountId account, MeteringHour start) {
        Map<Dimension, BigDecimal> carried = new HashMap<>();
        cell.get().remainders().carriedBy(account).forEach(one -> add(carried, one, one.quantity()));
        cell.get()
                .remainders()
                .forfeitedBy(account)
                .filter(one -> !one.at().isBefore(start.start()))
                .forEach(one -> add(carried, one.what(), one.what().quantity()));
        lines(account)
                .filter(line -> line.in().exists(in -> in.hour().compareTo(start) >= 0))
                .map(line -> line.taken().charge().usage())
                .forEach(usage -> carried.merge(
                        usage.dimension(), usage.quantity().value().negate(), BigDecimal::add));
        cell.get()
                .records()
                .all()
                .map(Versioned::aggregate)
                .filter(record -> record.billed().account().equals(account))
                .filter(record -> record.id().hour().compareTo(start) >= 0)
                .forEach(record -> carried.merge(
                        record.id().meter().dimension(),
                        BigDecimal.valueOf(record.units() + record.unsettledBeside()),
                        BigDecimal::add));
        carried.values().removeIf(quantity -> quantity.signum() == 0);
        return carried;
    }

    @Override
    public List<ChargedHour> chargedHours(CloudAccountId account, StatementPeriod period) {
        return lines(account)
                .filter(line -> period.contains(line.taken().charge().hour()))
                .filter(line -> line.in().isEmpty() || line.isLate())
                .map(line -> new ChargedHour(
                        line.taken().charge().usage().dimension(),
                        line.taken().charge().hour(),
                        line.isLate()
                                ? ChargedHour.Kind.LATE
                                : isUnsettled(line) ? ChargedHour.Kind.UNSETTLED : ChargedHour.Kind.WAITING,
                        TakenCharges.subscription(line.taken())))
                .distinct()
                .toList();
    }

    private Stream<ChargeLine> lines(CloudAccountId account) {
        return cell.get().charges().of(account).map(taken -> new ChargeLine(taken, in(taken)));
    }

    private Option<ChargeLine.In> in(TakenCharge taken) {
        return cell.get()
                .charges()
                .recorded()
                .get(taken.charge().key())
                .map(hour -> new ChargeLine.In(
                        hour,
                        TakenCharges.ownRecord(taken)
                                .flatMap(own -> cell.get().records().find(new RecordId(own.meter(), hour)))
                                .map(record -> record.aggregate().status())
                                .get()));
    }

    private static Entry entry(ChargeLine line) {
        Entry.Kind kind = line.in().isDefined()
                ? Entry.Kind.RECORDED
                : isUnsettled(line) ? Entry.Kind.UNSETTLED : Entry.Kind.OPEN;
        return new Entry(
                Whose.of(
                        line.taken().charge().workspace(),
                        line.taken().site(),
                        line.taken().charge().usage().dimension()),
                kind,
                line.taken().charge().usage().quantity());
    }

    private static Stream<Entry> left(Whose whose, Quantity left) {
        return Stream.of(
                        new Entry(whose, Entry.Kind.FORFEITED, left.fraction()),
                        new Entry(whose, Entry.Kind.LEFT, left.minus(left.fraction())))
                .filter(entry -> !entry.quantity().isZero());
    }

    private Whose whose(Remainders.Remainder what) {
        Dimension dimension = what.meter().dimension();
        return what.workspace()
                .map(workspace -> Whose.of(
                        workspace, cell.get().charges().sites().get(workspace).get(), dimension))
                .getOrElse(Whose.own(dimension));
    }

    private static boolean isUnsettled(ChargeLine line) {
        return line.taken().destination() instanceof Unsettled;
    }

    private static void add(Map<Dimension, BigDecimal> carried, Remainders.Remainder one, Quantity quantity) {
        carried.merge(one.meter().dimension(), quantity.value(), BigDecimal::add);
    }
}
