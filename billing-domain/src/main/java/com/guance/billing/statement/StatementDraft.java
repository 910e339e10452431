package com.guance.billing.statement;

import com.guance.billing.CloudAccountId;
import com.guance.billing.metering.Allocation;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** A statement as it is put together, record by record: it keeps sums, and neither charges nor allocations. For one thread. */
public final class StatementDraft {

    private final CloudAccountId account;
    private final StatementPeriod period;
    private final Map<Whose, Sums> parts = new TreeMap<>();
    private final List<RecordLine> records = new ArrayList<>();
    private final Map<Whose, long[]> hourly = new TreeMap<>();

    /**
     * A blank one.
     *
     * @param account of which account
     * @param period of which hours
     */
    public StatementDraft(CloudAccountId account, StatementPeriod period) {
        this.account = account;
        this.period = period;
    }

    /** Adds charges, or what was left at the end. */
    public void add(Entry entry) {
        Quantity quantity = entry.quantity();
        add(
                entry.whose(),
                switch (entry.kind()) {
                    case RECORDED -> Sums.NONE.charging(quantity);
                    case OPEN -> Sums.NONE.charging(quantity).standing(Standing.WAITING, quantity);
                    case UNSETTLED -> Sums.NONE.charging(quantity).standing(Standing.UNSETTLED, quantity);
                    case LEFT -> Sums.NONE.standing(Standing.UNSETTLED, quantity);
                    case FORFEITED -> Sums.NONE.standing(Standing.FORFEITED, quantity);
                });
    }

    /** Adds a record: its units, by whose they are and where they stand. Of one billed in part, the first are those billed (SUB-11). */
    public void add(MeteringRecord record) {
        records.add(RecordLine.of(record));
        Units units = record.content().units();
        Cut cut = new Cut(record);
        for (Allocation of : units.byWorkspace()) {
            Dimension dimension = record.id().meter().dimension();
            cut.take(Whose.of(of.workspace(), of.site(), dimension), of.units());
        }
        cut.take(Whose.own(record.id().meter().dimension()), units.other());
    }

    /**
     * The statement.
     *
     * @param opening what was carried into the period, by dimension; what is missing is zero
     * @param closing what is carried out of it
     * @return it
     * @throws IllegalArgumentException if it does not add up
     */
    public Statement statement(Map<Dimension, BigDecimal> opening, Map<Dimension, BigDecimal> closing) {
        TreeSet<Dimension> dimensions = new TreeSet<>(Comparator.comparing(Dimension::name));
        parts.keySet().forEach(whose -> dimensions.add(whose.dimension()));
        dimensions.addAll(opening.keySet());
        dimensions.addAll(closing.keySet());
        List<Balance> balances = dimensions.stream()
                .map(dimension -> new Balance(
                        dimension,
                        opening.getOrDefault(dimension, BigDecimal.ZERO),
                        parts.entrySet().stream()
                                .filter(part -> part.getKey().dimension().equals(dimension))
                                .map(Map.Entry::getValue)
                                .reduce(Sums.NONE, Sums::plus),
                        closing.getOrDefault(dimension, BigDecimal.ZERO)))
                .toList();
        List<Series> series = hourly.entrySet().stream()
                .map(one -> new Series(
                        one.getKey(), LongStream.of(one.getValue()).boxed().toList()))
                .toList();
        return new Statement(account, period, balances, parts, records, series);
    }

    private void add(Whose whose, Sums more) {
        parts.merge(whose, more, Sums::plus);
    }

    /** A record's units from the first on: those that stand, those unsettled beside, and those returned, which stand nowhere. */
    private final class Cut {

        private final MeteringRecord record;
        private long standing;
        private long unsettled;

        Cut(MeteringRecord record) {
            this.record = record;
            this.standing = record.units();
            this.unsettled = record.unsettledBeside();
        }

        void take(Whose whose, long units) {
            if (units == 0) {
                return;
            }
            long here = Math.min(units, standing);
            long beside = Math.min(units - here, unsettled);
            standing -= here;
            unsettled -= beside;
            add(
                    whose,
                    Sums.NONE
                            .standing(where(), Quantity.whole(here))
                            .standing(Standing.UNSETTLED, Quantity.whole(beside)));
            hourly.computeIfAbsent(whose, first -> new long[period.hours()])[
                    period.indexOf(record.id().hour())] += here;
        }

        private Standing where() {
            return switch (Outcome.of(record.status())) {
                case OPEN, WAITING, CARRIED, RETURNED -> Standing.WAITING;
                case ACCEPTED -> Standing.ACCEPTED;
                case HELD -> Standing.HELD;
                case DISPUTED -> Standing.DISPUTED;
                case UNSETTLED -> Standing.UNSETTLED;
            };
        }
    }
}
