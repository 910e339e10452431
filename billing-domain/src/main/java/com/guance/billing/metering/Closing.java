package com.guance.billing.metering;

import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.WorkspaceId;
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
 */
public record Closing(Change<MeteringRecord> record, Map<WorkspaceId, Quantity> carried) {

    /** Takes a copy. */
    public Closing {
        carried = Map.copyOf(carried);
    }

    /**
     * Closes an hour.
     *
     * @param id the meter and hour
     * @param billed whose books it stands in
     * @param shares what each workspace brings, one share a workspace
     * @param by the clock
     * @return the record, and what is left: Σ owed = quantity + Σ carried, exactly
     * @throws IllegalArgumentException if two shares are of one workspace
     */
    public static Closing of(RecordId id, BilledThrough billed, List<Share> shares, Request by) {
        List<Allocation> allocations = new ArrayList<>();
        Map<WorkspaceId, Quantity> carried = new LinkedHashMap<>();
        long room = RecordContent.MOST;
        for (Share share : inOrder(shares)) {
            long units = share.units(room);
            Quantity left = share.owed().minus(Quantity.whole(units));
            room -= units;
            if (units > 0) {
                allocations.add(new Allocation(share.workspace(), share.site(), units));
            }
            if (!left.isZero()) {
                carried.put(share.workspace(), left);
            }
        }
        RecordContent content = new RecordContent(timestamp(id, billed), RecordContent.MOST - room, allocations);
        return new Closing(MeteringRecord.made(id, billed, content, by), carried);
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
