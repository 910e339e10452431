package com.guance.billing.jdbc;

import com.guance.billing.jdbc.ChargeRow.InLot;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.TakenCharge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.argument.Argument;

/**
 * How charges, their lots and meters come into the database, each key once. Of a key that another transaction is writing, the end of
 * that transaction is waited for; so rows are written in the order of their keys, and no two transactions wait for each other.
 */
final class NewCharges {

    private static final Insertion<InLot> CHARGES = new Insertion<>("billing_charge", ChargeRow.COLUMNS);

    /** One statement, and so one way to the server and back. */
    private static final String AT_ONCE = "WITH meters AS (" + Meters.NEW.ofAll() + "), " + Lots.CHOSEN + " "
            + CHARGES.ofAll() + " RETURNING charge_key";

    private final Session session;

    NewCharges(Session session) {
        this.session = session;
    }

    /** Writes those whose key is new, and says which keys are not. */
    List<String> add(List<TakenCharge> charges, List<Meter> meters) {
        return session.dialect().takesArrays() ? atOnce(charges, meters) : inBatches(charges, meters);
    }

    private List<String> atOnce(List<TakenCharge> charges, List<Meter> meters) {
        List<Lot> ways = charges.stream().map(Lot::of).distinct().toList();
        Map<Lot, Long> numbers =
                IntStream.range(0, ways.size()).boxed().collect(Collectors.toMap(ways::get, i -> i + 1L));
        Map<String, Argument> parameters = new LinkedHashMap<>(Meters.NEW.all(meters));
        parameters.putAll(Lots.given(ways));
        parameters.putAll(CHARGES.all(into(numbers, charges)));
        List<String> added = session.ask(open -> open.createQuery(AT_ONCE)
                .bindMap(parameters)
                .mapTo(String.class)
                .list());
        if (added.size() == charges.size()) {
            return List.of();
        }
        Set<String> known = charges.stream().map(taken -> taken.charge().key()).collect(Collectors.toSet());
        known.removeAll(Set.copyOf(added));
        return List.copyOf(known);
    }

    private List<String> inBatches(List<TakenCharge> charges, List<Meter> meters) {
        session.batch(Meters.NEW.ofOne(), meters.stream().map(Meters.NEW::one).toList());
        Map<Lot, Long> lots = charges.stream()
                .map(Lot::of)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), new Lots(session)::choose));
        int[] added = session.batch(
                CHARGES.ofOne(), into(lots, charges).stream().map(CHARGES::one).toList());
        List<String> known = new ArrayList<>();
        for (int i = 0; i < added.length; i++) {
            if (added[i] == 0) {
                known.add(charges.get(i).charge().key());
            }
        }
        return known;
    }

    private static List<InLot> into(Map<Lot, Long> lots, List<TakenCharge> charges) {
        return charges.stream()
                .map(taken -> new InLot(taken, lots.getOrDefault(Lot.of(taken), 0L)))
                .toList();
    }
}
