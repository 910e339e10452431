package com.guance.billing.metering;

import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.Required;
import com.guance.billing.WorkspaceId;
import com.guance.billing.policy.AttributionPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The end of an hour: whole units become a record, fractions are carried, nothing is rounded (MET-3…MET-5).
 *
 * @param record the record made
 * @param carried what each workspace carries into the next, zeros left out
 * @param own what the subscription itself carries, of workspaces that left
 */
public record Closing(Change<MeteringRecord> record, Map<WorkspaceId, Quantity> carried, Quantity own) {

    private static final Quantity UNIT = Quantity.whole(1);

    /** Takes a copy. */
    public Closing {
        Required.value(record, "record");
        carried = Required.map(carried, "carried");
        Required.value(own, "own");
    }

    /**
     * How an hour is closed.
     *
     * @param leavers what becomes of the fractions of workspaces that the subscription no longer settles
     * @param attribution MET-5, how the record shows whose usage it was
     * @param most MET-10, a record of more units is not sent until staff release it
     * @param tellsIdle MET-8, whether an hour in which nothing was used is told as 0; then what is carried is carried on, whole units
     *     of a later record too
     */
    public record Terms(Leavers leavers, AttributionPolicy attribution, long most, boolean tellsIdle) {

        /** Refuses nulls. */
        public Terms {
            Required.value(leavers, "leavers");
            Required.value(attribution, "attribution");
        }

        /** Where every record is sent, and there is nothing to tell of an hour in which nothing was used. */
        public Terms(Leavers leavers, AttributionPolicy attribution) {
            this(leavers, attribution, RecordContent.MOST, false);
        }

        /** The same, where a record of more units is not sent until staff release it. */
        public Terms withMost(long other) {
            return new Terms(leavers, attribution, other, tellsIdle);
        }

        /** The same, where idle hours are told. */
        public Terms tellingIdle() {
            return new Terms(leavers, attribution, most, true);
        }
    }

    /** What becomes of the fractions of workspaces that the subscription no longer settles (MET-4). */
    public enum Leavers {
        /** They go to the subscription's own remainder: it lives, and they have left it. */
        GIVE,
        /** They are carried as before: the subscription itself ends, or workspaces are just returning to it. */
        KEEP
    }

    /**
     * Closes an hour.
     *
     * @param id the meter and hour
     * @param billed whose books it stands in
     * @param gathered what each workspace brings, one share a workspace
     * @param terms how
     * @param by the clock
     * @return the record, and what is left: Σ owed + own = quantity + Σ carried + own left, exactly
     * @throws IllegalArgumentException if two shares are of one workspace
     */
    public static Closing of(RecordId id, BilledThrough billed, Gathered gathered, Terms terms, Request by) {
        List<Allocation> allocations = new ArrayList<>();
        Map<WorkspaceId, Quantity> carried = new LinkedHashMap<>();
        boolean idle = terms.tellsIdle() && gathered.isIdle();
        long room = idle ? 0 : RecordContent.MOST;
        Quantity own = gathered.own();
        for (Share share : inOrder(gathered.shares())) {
            long units = share.units(room);
            Quantity left = share.owed().minus(Quantity.whole(units));
            room -= units;
            if (units > 0) {
                allocations.add(new Allocation(share.workspace(), share.site(), units));
            }
            if (gives(share, left, terms)) {
                own = own.plus(left);
            } else if (!left.isZero()) {
                carried.put(share.workspace(), left);
            }
        }
        long other = Math.min(own.wholeUnits(), room);
        Change<MeteringRecord> record = idle
                ? MeteringRecord.idle(id, billed, timestamp(id, billed), by)
                : MeteringRecord.made(id, billed, content(id, billed, new Units(allocations, other), terms), by);
        Change<MeteringRecord> guarded = record.then(record.after().guarded(terms.most(), by));
        return new Closing(guarded, carried, own.minus(Quantity.whole(other)));
    }

    private static RecordContent content(RecordId id, BilledThrough billed, Units units, Terms terms) {
        return RecordContent.of(timestamp(id, billed), units, terms.attribution());
    }

    /** What was cut off is more than a fraction, and stays whose it is. */
    private static boolean gives(Share share, Quantity left, Terms terms) {
        return terms.leavers() == Leavers.GIVE && !share.whose().isSettled() && left.compareTo(UNIT) < 0;
    }

    private static Collection<Share> inOrder(List<Share> shares) {
        Map<String, Share> byWorkspace = new TreeMap<>();
        for (Share share : shares) {
            if (byWorkspace.put(share.workspace().value(), share) != null) {
                throw new IllegalArgumentException("two shares of workspace " + share.workspace());
            }
        }
        return byWorkspace.values();
    }

    private static Instant timestamp(RecordId id, BilledThrough billed) {
        Instant start = id.hour().start();
        Instant activated = billed.activatedAt();
        return MeteringHour.of(activated).equals(id.hour()) ? activated : start;
    }
}
