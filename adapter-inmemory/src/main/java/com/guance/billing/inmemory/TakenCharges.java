package com.guance.billing.inmemory;

import com.guance.billing.CloudAccountId;
import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Destination;
import com.guance.billing.metering.Destination.Metered;
import com.guance.billing.metering.Destination.Unsettled;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.Rebinding;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.site.SiteId;
import io.vavr.collection.HashMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Charges. Immutable.
 *
 * @param all by key
 * @param unrecorded those to be metered that are in no record yet, by meter and their own hour
 * @param recorded the hours of the records that the others are in, by the charge's key
 * @param sites where the workspaces live
 */
record TakenCharges(
        HashMap<String, TakenCharge> all,
        TreeMap<RecordId, Vector<TakenCharge>> unrecorded,
        HashMap<String, MeteringHour> recorded,
        HashMap<WorkspaceId, SiteId> sites) {

    static TakenCharges none() {
        return new TakenCharges(HashMap.empty(), TreeMap.empty(Journal.OLDEST), HashMap.empty(), HashMap.empty());
    }

    /** With one more, of a new key. */
    TakenCharges with(TakenCharge taken) {
        return new TakenCharges(
                all.put(taken.charge().key(), taken),
                ownRecord(taken)
                        .map(record -> unrecorded.put(record, Vector.of(taken), Vector::appendAll))
                        .getOrElse(unrecorded),
                recorded,
                sites.put(taken.charge().workspace(), taken.site()));
    }

    /** Those that may go into a record: of its meter, of its hour or earlier (MET-7). */
    Vector<TakenCharge> owedTo(RecordId record) {
        return unrecorded
                .filterKeys(
                        own -> own.meter().equals(record.meter()) && own.hour().compareTo(record.hour()) <= 0)
                .values()
                .flatMap(waiting -> waiting)
                .toVector();
    }

    /** The same, through one subscription. */
    Vector<TakenCharge> owedTo(RecordId record, SubscriptionId subscription) {
        return owedTo(record).filter(taken -> subscription(taken).contains(subscription));
    }

    /** The same, where these are in a record of an hour now. */
    TakenCharges recorded(Vector<TakenCharge> gathered, MeteringHour hour) {
        return new TakenCharges(
                all,
                without(gathered),
                gathered.foldLeft(
                        recorded, (kept, taken) -> kept.put(taken.charge().key(), hour)),
                sites);
    }

    /** The same, where those in no record that were to be metered through a subscription are unsettled from an instant on. */
    TakenCharges unsettled(SubscriptionId subscription, Instant from) {
        return redirected(
                waitingFor(subscription)
                        .filter(taken -> !taken.charge().period().lastInstant().isBefore(from)),
                taken -> new Unsettled(taken.destination().account()));
    }

    /** The same, where those in no record that were to be metered through a subscription go somewhere else. */
    TakenCharges handedOver(SubscriptionId from, Metered to) {
        return redirected(waitingFor(from), taken -> to);
    }

    /** The same, where those in no record, and the unsettled, go to who paid by bindings that were not known. */
    TakenCharges rebound(List<Rebinding> rebindings) {
        TakenCharges after = this;
        for (Rebinding one : rebindings) {
            Vector<TakenCharge> within = after.unsettled()
                    .appendAll(after.unrecorded.values().flatMap(waiting -> waiting))
                    .filter(taken -> isWithin(taken, one));
            after = after.redirected(within, taken -> one.to());
        }
        return after;
    }

    private static boolean isWithin(TakenCharge taken, Rebinding one) {
        Instant at = taken.charge().period().lastInstant();
        return taken.charge().workspace().equals(one.workspace())
                && !at.isBefore(one.binding().from())
                && one.binding().until().forAll(at::isBefore);
    }

    private Vector<TakenCharge> unsettled() {
        return all.values()
                .filter(taken -> taken.destination() instanceof Unsettled)
                .toVector();
    }

    private Vector<TakenCharge> waitingFor(SubscriptionId subscription) {
        return unrecorded
                .values()
                .flatMap(waiting -> waiting)
                .filter(taken -> subscription(taken).contains(subscription))
                .toVector();
    }

    private TakenCharges redirected(Vector<TakenCharge> some, Function<TakenCharge, Destination> to) {
        TakenCharges after = new TakenCharges(
                all.removeAll(some.map(taken -> taken.charge().key())), without(some), recorded, sites);
        for (TakenCharge taken : some) {
            after = after.with(new TakenCharge(taken.charge(), taken.site(), to.apply(taken)));
        }
        return after;
    }

    private TreeMap<RecordId, Vector<TakenCharge>> without(Vector<TakenCharge> some) {
        Set<TakenCharge> gone = some.toJavaSet();
        TreeMap<RecordId, Vector<TakenCharge>> left = unrecorded;
        for (RecordId own : some.flatMap(TakenCharges::ownRecord).toJavaSet()) {
            Vector<TakenCharge> staying = unrecorded.get(own).get().reject(gone::contains);
            left = staying.isEmpty() ? left.remove(own) : left.put(own, staying);
        }
        return left;
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

    /** The record of its own hour, of a charge to be metered. */
    static Option<RecordId> ownRecord(TakenCharge taken) {
        return taken.destination() instanceof Metered metered
                ? Option.some(new RecordId(
                        new Meter(metered.customer(), taken.charge().usage().dimension()),
                        taken.charge().hour()))
                : Option.none();
    }
}
