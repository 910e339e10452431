package com.guance.billing.reconciliation;

import com.guance.billing.Required;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.RecordId;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parts of a marketplace's list that a reader could not read, so that a record which is missing from the list may have been
 * billed all the same (ASK-3).
 *
 * @param everywhere whether nobody can say which hours are concerned, such as after a file that is cut off
 * @param hours hours of which any record may be missing
 * @param recordKeys {@linkplain RecordId#key() keys} of records of which the list shows an attempt, but not what was billed
 */
public record Gaps(boolean everywhere, Set<MeteringHour> hours, Set<String> recordKeys) {

    /** No gap at all. */
    public static final Gaps NONE = new Gaps(false, Set.of(), Set.of());

    /** Any record of any hour may be missing. */
    public static final Gaps EVERYWHERE = new Gaps(true, Set.of(), Set.of());

    /** Takes copies. */
    public Gaps {
        hours = Required.set(hours, "hours");
        recordKeys = Required.set(recordKeys, "recordKeys");
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return !everywhere && hours.isEmpty() && recordKeys.isEmpty();
    }

    /** Whether a record may have been billed although the list does not contain it. */
    public boolean mayHide(RecordId record) {
        return everywhere || hours.contains(record.hour()) || recordKeys.contains(record.key());
    }

    /** The gaps of several lists. */
    public static Gaps all(Collection<Gaps> parts) {
        return new Gaps(
                parts.stream().anyMatch(Gaps::everywhere),
                parts.stream().flatMap(part -> part.hours.stream()).collect(Collectors.toUnmodifiableSet()),
                parts.stream().flatMap(part -> part.recordKeys.stream()).collect(Collectors.toUnmodifiableSet()));
    }
}
