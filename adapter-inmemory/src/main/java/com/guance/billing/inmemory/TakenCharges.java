package com.guance.billing.inmemory;

import com.guance.billing.CloudAccountId;
import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Destination.Metered;
import com.guance.billing.metering.Destination.Unsettled;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.site.SiteId;
import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Charges. Immutable.
 *
 * @param all by key
 * @param unrecorded those to be metered that are in no record yet, by meter and their own hour
 * @param sites where the workspaces live
 */
record TakenCharges(
        HashMap<String, TakenCharge> all,
        TreeMap<RecordId, Vector<TakenCharge>> unrecorded,
        HashMap<WorkspaceId, SiteId> sites) {

    static TakenCharges none() {
        return new TakenCharges(HashMap.empty(), TreeMap.empty(Journal.OLDEST), HashMap.empty());
    }

    /** With one more, of a new key. */
    TakenCharges with(TakenCharge taken) {
        return new TakenCharges(
                all.put(taken.charge().key(), taken),
                ownRecord(taken)
                        .map(record -> unrecorded.put(record, Vector.of(taken), Vector::appendAll))
                        .getOrElse(unrecorded),
                sites.put(taken.charge().workspace(), taken.site()));
    }

    /** Those that belong into a record: of its meter, of its hour or earlier (MET-7). */
    TreeMap<RecordId, Vector<TakenCharge>> owedTo(RecordId record) {
        return unrecorded.filterKeys(
                own -> own.meter().equals(record.meter()) && own.hour().compareTo(record.hour()) <= 0);
    }

    /** The same, where these are in a record now. */
    TakenCharges recorded(TreeMap<RecordId, Vector<TakenCharge>> gathered) {
        return new TakenCharges(all, unrecorded.removeAll(gathered.keySet()), sites);
    }

    /** The same, where those in no record that were to be metered through a subscription are unsettled from an instant on. */
    TakenCharges unsettled(SubscriptionId subscription, Instant from) {
        HashMap<String, TakenCharge> known = all;
        TreeMap<RecordId, Vector<TakenCharge>> waiting = unrecorded;
        for (RecordId own : unrecorded.keySet()) {
            Tuple2<Vector<TakenCharge>, Vector<TakenCharge>> lostAndLeft = unrecorded
                    .get(own)
                    .get()
                    .partition(taken -> subscription(taken).contains(subscription)
                            && !taken.charge().period().lastInstant().isBefore(from));
            for (TakenCharge taken : lostAndLeft._1()) {
                known = known.put(taken.charge().key(), unsettled(taken));
            }
            waiting = lostAndLeft._2().isEmpty() ? waiting.remove(own) : waiting.put(own, lostAndLeft._2());
        }
        return new TakenCharges(known, waiting, sites);
    }

    /** How many charges are in no record yet, and are to be. */
    int waiting() {
        return unrecorded.values().map(Vector::size).sum().intValue();
    }

    /** The meters and hours up to one, the oldest first. */
    Stream<RecordId> hours(MeteringHour through) {
        return unrecorded.keySet().toJavaStream().takeWhile(own -> own.hour().compareTo(through) <= 0);
    }

    /** All in the books of an account. */
    Stream<TakenCharge> of(CloudAccountId account) {
        return all.values()
                .toJavaStream()
                .filter(taken -> taken.destination().account().equals(account));
    }

    /** Through which a charge is to be metered. */
    static Option<SubscriptionId> subscription(TakenCharge taken) {
        return taken.destination() instanceof Metered metered ? Option.some(metered.subscription()) : Option.none();
    }

    private static TakenCharge unsettled(TakenCharge taken) {
        return new TakenCharge(
                taken.charge(), taken.site(), new Unsettled(taken.destination().account()));
    }

    /** The record of its own hour, of a charge to be metered. */
    static Option<RecordId> ownRecord(TakenCharge taken) {
        return taken.destination() instanceof Metered metered
                ? Option.some(new RecordId(
                        new Meter(metered.customer(), taken.charge().usage().dimension()),
                        taken.charge().hour()))
                : Option.none();
    }
}
