package com.guance.billing.testkit;

import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Destination;
import com.guance.billing.metering.Destination.Metered;
import com.guance.billing.metering.Destination.Unsettled;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.Rebinding;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.workspace.Binding;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The journal of charges as a plain list: each charge, and the hour of the record that it is in. */
final class PlainCharges {

    private static final Comparator<RecordId> OLDEST =
            Comparator.comparing(RecordId::hour).thenComparing(RecordId::key);

    private final List<One> all = new ArrayList<>();
    private final List<RecordId> records = new ArrayList<>();

    void take(TakenCharge taken) {
        all.add(new One(taken, Option.none()));
    }

    boolean isMade(RecordId record) {
        return records.contains(record);
    }

    /** What each workspace brings that brings something. */
    Map<WorkspaceId, Quantity> gathered(RecordId record, SubscriptionId subscription) {
        Map<WorkspaceId, Quantity> gathered = new HashMap<>();
        all.stream()
                .filter(one -> one.mayGoInto(record) && one.isThrough(subscription))
                .forEach(one -> gathered.merge(
                        one.taken().charge().workspace(),
                        one.taken().charge().usage().quantity(),
                        Quantity::plus));
        return gathered;
    }

    void close(RecordId record, SubscriptionId subscription) {
        all.replaceAll(one -> one.mayGoInto(record) && one.isThrough(subscription)
                ? new One(one.taken(), Option.some(record.hour()))
                : one);
        records.add(record);
    }

    int unsettle(SubscriptionId subscription, Instant from) {
        return redirect(
                one -> one.isThrough(subscription)
                        && !one.taken().charge().period().lastInstant().isBefore(from),
                was -> new Unsettled(was.account()));
    }

    void handOver(Metered from, Metered to) {
        int unused = redirect(one -> one.isThrough(from.subscription()), was -> to);
    }

    void rebind(Rebinding rebinding) {
        int unused = redirect(
                one -> one.taken().charge().workspace().equals(rebinding.workspace())
                        && covers(
                                rebinding.binding(),
                                one.taken().charge().period().lastInstant()),
                was -> rebinding.to());
    }

    private static boolean covers(Binding binding, Instant at) {
        return !at.isBefore(binding.from()) && binding.until().forAll(at::isBefore);
    }

    private int redirect(Predicate<One> which, UnaryOperator<Destination> to) {
        List<One> moved = all.stream().filter(One::isInNone).filter(which).toList();
        all.replaceAll(one -> moved.contains(one)
                ? new One(
                        new TakenCharge(
                                one.taken().charge(),
                                one.taken().site(),
                                to.apply(one.taken().destination())),
                        Option.none())
                : one);
        return moved.size();
    }

    /** The hours of charges that wait, the oldest first. */
    List<RecordId> hours(Predicate<One> which) {
        return waiting().filter(which).map(One::own).distinct().sorted(OLDEST).toList();
    }

    Stream<One> waiting() {
        return all.stream().filter(One::isInNone).filter(one -> one.taken().destination() instanceof Metered);
    }

    /** As a statement tells of them. */
    List<One> inOrder() {
        return all.stream()
                .sorted(Comparator.<One, Boolean>comparing(One::isInNone)
                        .thenComparing(one -> one.in().getOrElse(one.taken().charge()::hour))
                        .thenComparing(one -> one.taken().charge().hour())
                        .thenComparing(one -> one.taken().charge().key()))
                .toList();
    }

    /**
     * A charge.
     *
     * @param taken as it was taken, and where it goes now
     * @param in the hour of the record that it is in
     */
    record One(TakenCharge taken, Option<MeteringHour> in) {

        boolean isInNone() {
            return in.isEmpty();
        }

        boolean isLate() {
            return in.exists(hour -> !hour.equals(taken.charge().hour()));
        }

        Option<SubscriptionId> subscription() {
            return taken.destination() instanceof Metered to ? Option.some(to.subscription()) : Option.none();
        }

        boolean isThrough(SubscriptionId one) {
            return subscription().contains(one);
        }

        /** The record of its own hour; to be asked of one that is metered only. */
        RecordId own() {
            return new RecordId(
                    new Meter(
                            ((Metered) taken.destination()).customer(),
                            taken.charge().usage().dimension()),
                    taken.charge().hour());
        }

        boolean mayGoInto(RecordId record) {
            return isInNone()
                    && taken.destination() instanceof Metered
                    && own().meter().equals(record.meter())
                    && own().hour().compareTo(record.hour()) <= 0;
        }
    }
}
