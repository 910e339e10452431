package com.guance.billing.jdbc;

import com.guance.billing.metering.Meter;
import com.guance.billing.metering.TakenCharge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.argument.Argument;

/**
 * How charges and their meters come into the database, each key once. Of a key that another transaction is writing, the end of that
 * transaction is waited for; so rows are written in the order of their keys, and no two transactions wait for each other.
 */
final class NewCharges {

    private static final Insertion<TakenCharge> CHARGES = new Insertion<>("billing_charge", ChargeRow.COLUMNS);

    /** One statement, and so one way to the server and back. */
    private static final String AT_ONCE =
            "WITH meters AS (" + Meters.NEW.ofAll() + ") " + CHARGES.ofAll() + " RETURNING charge_key";

    private final Session session;

    NewCharges(Session session) {
        this.session = session;
    }

    /** Writes those whose key is new, and says which keys are not. */
    List<String> add(List<TakenCharge> charges, List<Meter> meters) {
        return session.dialect().takesArrays() ? atOnce(charges, meters) : inBatches(charges, meters);
    }

    private List<String> atOnce(List<TakenCharge> charges, List<Meter> meters) {
        Map<String, Argument> parameters = new LinkedHashMap<>(Meters.NEW.all(meters));
        parameters.putAll(CHARGES.all(charges));
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
        int[] added = session.batch(
                CHARGES.ofOne(), charges.stream().map(CHARGES::one).toList());
        List<String> known = new ArrayList<>();
        for (int i = 0; i < added.length; i++) {
            if (added[i] == 0) {
                known.add(charges.get(i).charge().key());
            }
        }
        return known;
    }
}
