package com.guance.billing.application;

import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.metering.BatchRejected;
import com.guance.billing.metering.HoldScope;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.metering.SubmissionHold;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** SUB-6: the holds that records lie in, as one transaction reads and changes them. */
final class Holds {

    private final Stores stores;
    private final Map<HoldScope, Versioned<SubmissionHold>> known;
    private final Set<HoldScope> unreadable;
    private final Map<HoldScope, Revision<SubmissionHold>> changed = new HashMap<>();

    private Holds(Stores stores, ReadableEntries.Of<HoldScope, Versioned<SubmissionHold>> read) {
        this.stores = stores;
        this.known = new HashMap<>(read.found());
        this.unreadable = read.unreadable().keySet();
    }

    /** Of all scopes of these records; what cannot be read of them stops no others (REL-1). */
    static Holds of(Stores stores, Collection<RecordId> records) {
        Set<HoldScope> scopes = new LinkedHashSet<>();
        records.forEach(record -> scopes.addAll(HoldScope.of(record)));
        return new Holds(stores, ReadableEntries.find(stores, scopes, stores.submissionHolds()::find, HoldScope::key));
    }

    /** Whether an active hold concerns a record. */
    boolean concern(RecordId record) {
        return !active(record).isEmpty();
    }

    /** Whether a record may leave as far as holds go; one that they keep unsent probes them, where that is due. */
    boolean letGo(MeteringRecord record, boolean ends, Request by) {
        List<SubmissionHold> active = record.status() == RecordStatus.MADE && !ends ? active(record.id()) : List.of();
        boolean isUnknown = record.status() == RecordStatus.MADE && !ends && isUnreadable(record.id());
        boolean goes = !isUnknown && active.stream().allMatch(hold -> hold.mayProbe(by.at()));
        if (goes) {
            active.forEach(hold -> change(hold.scope(), hold.probed(record.id(), by)));
        }
        return goes;
    }

    /**
     * A record was rejected alone: later records of its meter or its customer would be, too; and those of its dimension of any customer,
     * if those of two were rejected within a day, and none was accepted in it.
     */
    void rejected(RecordId record, BatchRejected rejected, Request by) {
        if (rejected.isOfCustomer()) {
            place(new HoldScope.OfCustomer(record.meter().customer()), rejected, record, by);
        }
        if (rejected.isOfMeter()) {
            place(new HoldScope.OfMeter(record.meter()), rejected, record, by);
            HoldScope.OfDimension ofAll = new HoldScope.OfDimension(
                    record.meter().customer().product(), record.meter().dimension());
            if (isActive(ofAll) || isOfAll(record, by)) {
                place(ofAll, rejected, record, by);
            }
        }
    }

    /** The cause is corrected, as a success proves or staff say. */
    void end(Collection<RecordId> records, Request by) {
        records.forEach(record -> active(record).forEach(hold -> change(hold.scope(), hold.ended(by))));
    }

    /** Saves what has changed. */
    void save() {
        if (!changed.isEmpty()) {
            stores.submissionHolds().save(new ArrayList<>(changed.values()));
        }
    }

    private boolean isOfAll(RecordId record, Request by) {
        var since = by.at().minus(SubmissionHold.TOGETHER);
        return stores.submissionHolds().heldOfAnother(record, since)
                && !stores.meteringRecords()
                        .acceptedSince(
                                record.meter().customer().product(),
                                record.meter().dimension(),
                                since);
    }

    private boolean isUnreadable(RecordId record) {
        return HoldScope.of(record).stream().anyMatch(unreadable::contains);
    }

    private void place(HoldScope scope, BatchRejected rejected, RecordId record, Request by) {
        if (unreadable.contains(scope)) {
            return;
        }
        Change<SubmissionHold> change = current(scope)
                .map(hold -> hold.rejected(rejected.why(), record, by))
                .getOrElse(() -> SubmissionHold.placed(scope, rejected.why(), record, by));
        change(scope, change);
    }

    private List<SubmissionHold> active(RecordId record) {
        return HoldScope.of(record).stream()
                .flatMap(scope -> current(scope).toJavaStream())
                .filter(SubmissionHold::isActive)
                .toList();
    }

    private boolean isActive(HoldScope scope) {
        return current(scope).exists(SubmissionHold::isActive);
    }

    private Option<SubmissionHold> current(HoldScope scope) {
        return Option.of(changed.get(scope))
                .map(revision -> revision.change().after())
                .orElse(() -> Option.of(known.get(scope)).map(Versioned::aggregate));
    }

    private void change(HoldScope scope, Change<SubmissionHold> change) {
        long from = Option.of(known.get(scope)).map(Versioned::version).getOrElse(0L);
        Change<SubmissionHold> all = Option.of(changed.get(scope))
                .map(before -> before.change().then(change))
                .getOrElse(change);
        changed.put(scope, new Revision<>(from, all));
    }
}
