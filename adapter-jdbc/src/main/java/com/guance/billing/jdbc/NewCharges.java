package com.guance.billing.jdbc;

import com.guance.billing.jdbc.ChargeRow.InLot;
import com.guance.billing.metering.TakenCharge;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How charges, their lots and meters come into the database, each key once. Of a key that another transaction is writing, the end of
 * that transaction is waited for; so rows are written in the order of their keys, and no two transactions wait for each other.
 */
final class NewCharges {

    private static final Insertion<InLot> CHARGES = new Insertion<>("billing_charge", ChargeRow.COLUMNS);

    private final Session session;

    NewCharges(Session session) {
        this.session = session;
    }

    /** Writes those whose key is new, and says which keys are not. */
    List<String> add(List<TakenCharge> charges) {
        return session.dialect().takesArrays() ? atOnce(charges) : inBatches(charges);
    }

    /** By one statement, and so one way to the server and back; it answers one row, which is almost always empty. */
    private List<String> atOnce(List<TakenCharge> charges) {
        Map<Lot, Long> numbers = new LinkedHashMap<>();
        List<InLot> placed = placed(charges, way -> numbers.computeIfAbsent(way, first -> numbers.size() + 1L));
        Insertion.Statement meters = Meters.NEW.ofAll(Meters.of(numbers.keySet()));
        Insertion.Statement rows = CHARGES.ofAll(placed);
        return session.changeVerifying(broken -> {
            String sql = "WITH meters AS (" + meters.sql() + "), " + Lots.CHOSEN + ", added AS (" + rows.sql()
                    + " RETURNING charge_key) SELECT CASE WHEN COUNT(*) < :offered THEN COALESCE(array_agg(charge_key), '{}') END"
                    + ", " + broken.sql() + " FROM added";
            Map<String, Object> parameters = new LinkedHashMap<>(meters.parameters());
            parameters.putAll(Lots.given(List.copyOf(numbers.keySet())));
            parameters.putAll(rows.parameters());
            parameters.put("offered", charges.size());
            parameters.putAll(broken.parameters());
            return open -> open.createQuery(sql)
                    .bindMap(parameters)
                    .map((row, context) -> new Session.Verified<>(others(charges, row), row.getBoolean(2)))
                    .one();
        });
    }

    /** Those that are not among the keys of a row; none if it has no keys. */
    private static List<String> others(List<TakenCharge> charges, ResultSet row) throws SQLException {
        Array added = row.getArray(1);
        if (added == null) {
            return List.of();
        }
        Set<String> keys = Set.of((String[]) added.getArray());
        return charges.stream()
                .map(taken -> taken.charge().key())
                .filter(Predicate.not(keys::contains))
                .toList();
    }

    private List<String> inBatches(List<TakenCharge> charges) {
        List<Lot> ways = charges.stream().map(Lot::of).distinct().toList();
        session.batch(
                Meters.NEW.ofOne(),
                Meters.of(ways).stream().map(Meters.NEW::one).toList());
        Lots lots = new Lots(session);
        Map<Lot, Long> chosen = new LinkedHashMap<>();
        ways.forEach(way -> chosen.put(way, lots.choose(way)));
        int[] added = session.batch(
                CHARGES.ofOne(),
                placed(charges, way -> chosen.getOrDefault(way, 0L)).stream()
                        .map(CHARGES::one)
                        .toList());
        List<String> known = new ArrayList<>();
        for (int i = 0; i < added.length; i++) {
            if (added[i] == 0) {
                known.add(charges.get(i).charge().key());
            }
        }
        return known;
    }

    private static List<InLot> placed(List<TakenCharge> charges, Function<Lot, Long> lots) {
        List<InLot> placed = new ArrayList<>(charges.size());
        charges.forEach(taken -> placed.add(new InLot(taken, lots.apply(Lot.of(taken)))));
        return placed;
    }
}
