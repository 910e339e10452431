package com.guance.billing.statement;

import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.MeteringRecord;
import io.vavr.control.Option;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The coverage of a subscription as it is put together (ASK-2). For one thread. */
public final class CoverageDraft {

    private final SubscriptionId subscription;
    private final StatementPeriod period;
    private final Set<String> dimensions = new TreeSet<>();
    private final Map<Of, RecordLine> records = new HashMap<>();
    private final Map<Of, Set<ChargedHour.Kind>> charged = new HashMap<>();

    /**
     * A blank one.
     *
     * @param subscription which
     * @param period the hours in which it paid
     * @param dimensions of which to tell in any case
     */
    public CoverageDraft(SubscriptionId subscription, StatementPeriod period, Collection<Dimension> dimensions) {
        this.subscription = subscription;
        this.period = period;
        dimensions.forEach(dimension -> this.dimensions.add(dimension.name()));
    }

    /** Adds a record of its customer: subscriptions that share a meter share its hours (MET-3). */
    public void add(MeteringRecord record) {
        dimensions.add(record.id().meter().dimension().name());
        records.put(of(record.id().meter().dimension(), record.id().hour()), RecordLine.of(record));
    }

    /**
     * Adds charges of its cloud account. Those of another subscription are left out; those of none count, for they may be its own: an
     * hour too many that asks for attention is better than one too few.
     */
    public void add(ChargedHour hour) {
        if (hour.subscription().forAll(subscription::equals)) {
            dimensions.add(hour.dimension().name());
            charged.computeIfAbsent(of(hour.dimension(), hour.hour()), first -> EnumSet.noneOf(ChargedHour.Kind.class))
                    .add(hour.kind());
        }
    }

    /**
     * The coverage.
     *
     * @param lastClosed the last hour that is over for the grace
     * @return one answer for each dimension and hour
     */
    public Coverage coverage(MeteringHour lastClosed) {
        Map<String, List<Covered>> hours = new TreeMap<>();
        dimensions.forEach(dimension -> hours.put(
                dimension,
                IntStream.range(0, period.hours())
                        .mapToObj(index -> at(new Of(dimension, index), lastClosed))
                        .toList()));
        return new Coverage(subscription, period, hours);
    }

    private Covered at(Of of, MeteringHour lastClosed) {
        return Covered.of(
                Option.of(records.get(of)),
                charged.getOrDefault(of, Set.of()),
                period.hour(of.index()).compareTo(lastClosed) <= 0);
    }

    private Of of(Dimension dimension, MeteringHour hour) {
        return new Of(dimension.name(), period.indexOf(hour));
    }

    /** A dimension's hour, by its place in the period. */
    private record Of(String dimension, int index) {}
}
