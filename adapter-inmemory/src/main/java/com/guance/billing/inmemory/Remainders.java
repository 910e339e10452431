package com.guance.billing.inmemory;

import com.guance.billing.CloudAccountId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Closing;
import com.guance.billing.metering.Destination;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.Quantity;
import com.guance.billing.subscription.MarketplaceCustomer;
import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What each meter carries into its next record (MET-4). Immutable.
 *
 * @param byMeter by meter
 * @param forfeited what was carried when a final hour was closed (FIN-1)
 */
record Remainders(HashMap<Meter, Carried> byMeter, Vector<Forfeited> forfeited) {

    static Remainders none() {
        return new Remainders(HashMap.empty(), Vector.empty());
    }

    /** What a meter carries. */
    Carried of(Meter meter) {
        return byMeter.get(meter).getOrElse(new Carried(new CloudAccountId("none"), Map.of(), Quantity.ZERO));
    }

    /** With what a closed hour carries, in place of all that its meter carried. */
    Remainders after(Closing closing) {
        MeteringRecord record = closing.record().after();
        Carried carried = new Carried(record.billed().account(), closing.carried(), closing.own());
        return new Remainders(byMeter.put(record.id().meter(), carried), forfeited);
    }

    /** With the units that these records return. */
    Remainders with(List<MeteringRecord> returned) {
        HashMap<Meter, Carried> after = byMeter;
        for (MeteringRecord record : returned) {
            Meter meter = record.id().meter();
            Map<WorkspaceId, Quantity> units = new LinkedHashMap<>();
            record.returned()
                    .byWorkspace()
                    .forEach(allocation -> units.put(allocation.workspace(), Quantity.whole(allocation.units())));
            Carried back = new Carried(
                    record.billed().account(),
                    units,
                    Quantity.whole(record.returned().other()));
            after = after.put(
                    meter,
                    after.get(meter)
                            .map(carried -> carried.and(back))
                            .getOrElse(back)
                            .in(back.account()));
        }
        return new Remainders(after, forfeited);
    }

    /** With what a customer's meters carry added to those of an heir. */
    Remainders handedOver(MarketplaceCustomer from, Destination.Metered to) {
        HashMap<Meter, Carried> after = byMeter;
        for (Meter meter : metersOf(from).filter(meter -> !from.equals(to.customer()))) {
            Meter inherits = new Meter(to.customer(), meter.dimension());
            after = after.remove(meter)
                    .put(inherits, of(inherits).and(of(meter)).in(to.account()));
        }
        return new Remainders(after, forfeited);
    }

    /** With what a customer's meters carry forfeited. */
    Remainders forfeitedOf(MarketplaceCustomer customer, Instant at) {
        Vector<Meter> meters = metersOf(customer);
        return new Remainders(
                byMeter.removeAll(meters),
                forfeited.appendAll(
                        meters.flatMap(meter -> Vector.ofAll(of(meter).each(meter)))
                                .map(what -> new Forfeited(what, at))));
    }

    /** All in the books of an account that is carried. */
    Stream<Remainder> carriedBy(CloudAccountId account) {
        return byMeter.toJavaStream()
                .flatMap(entry -> entry._2().each(entry._1()))
                .filter(one -> one.account().equals(account));
    }

    /** All in the books of an account that was forfeited. */
    Stream<Forfeited> forfeitedBy(CloudAccountId account) {
        return forfeited.toJavaStream().filter(one -> one.what().account().equals(account));
    }

    /** The meters that carry whole units. */
    Stream<Meter> withUnits() {
        return byMeter.toJavaStream().filter(entry -> entry._2().hasUnits()).map(Tuple2::_1);
    }

    private Vector<Meter> metersOf(MarketplaceCustomer customer) {
        return byMeter.keySet()
                .filter(meter -> meter.customer().equals(customer))
                .toVector();
    }

    /** What one workspace, or a subscription itself, carries of a meter. */
    record Remainder(CloudAccountId account, Meter meter, Option<WorkspaceId> workspace, Quantity quantity) {}

    /** What was forfeited, and when. */
    record Forfeited(Remainder what, Instant at) {}

    /**
     * Of one meter.
     *
     * @param account in whose books it stands
     * @param byWorkspace what each carries
     * @param own what the subscription itself carries
     */
    record Carried(CloudAccountId account, Map<WorkspaceId, Quantity> byWorkspace, Quantity own) {

        Carried and(Carried other) {
            Map<WorkspaceId, Quantity> sum = new LinkedHashMap<>(byWorkspace);
            other.byWorkspace.forEach((workspace, quantity) -> sum.merge(workspace, quantity, Quantity::plus));
            return new Carried(account, Map.copyOf(sum), own.plus(other.own));
        }

        Carried in(CloudAccountId books) {
            return new Carried(books, byWorkspace, own);
        }

        boolean hasUnits() {
            return Stream.concat(byWorkspace.values().stream(), Stream.of(own))
                    .anyMatch(quantity -> quantity.wholeUnits() > 0);
        }

        Stream<Remainder> each(Meter meter) {
            return Stream.concat(
                            byWorkspace.entrySet().stream()
                                    .map(one ->
                                            new Remainder(account, meter, Option.some(one.getKey()), one.getValue())),
                            Stream.of(new Remainder(account, meter, Option.none(), own)))
                    .filter(one -> !one.quantity().isZero());
        }
    }
}
