package com.guance.billing.statement;

import com.guance.billing.metering.Quantity;
import java.util.Map;
import java.util.TreeMap;

/** The charges that were written, summed up: they must be the statement's. */
final class Counted {

    private final Statement statement;
    private final Map<String, Quantity> charged = new TreeMap<>();

    Counted(Statement statement) {
        this.statement = statement;
    }

    ChargeLine counting(ChargeLine line) {
        charged.merge(
                line.taken().charge().usage().dimension().name(),
                line.taken().charge().usage().quantity(),
                Quantity::plus);
        return line;
    }

    void check() {
        statement.balances().forEach(balance -> {
            Quantity written = charged.getOrDefault(balance.dimension().name(), Quantity.ZERO);
            if (!written.equals(balance.sums().charged())) {
                throw new IllegalStateException("charges of " + balance.dimension()
                        + " came while the statement was written: it is to be asked for anew");
            }
        });
    }
}
