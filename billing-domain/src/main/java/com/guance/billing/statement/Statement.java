package com.guance.billing.statement;

import com.guance.billing.CloudAccountId;
import com.guance.billing.Required;
import com.guance.billing.metering.Dimension;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a cloud account was charged in a period, what became of it, and what is carried (ASK-1): it adds up to the last digit, or it
 * cannot be made. The charges themselves, of which there may be millions, are told beside it.
 *
 * <p>A record is told of under its hour, with everything that is in it; a charge that is in none, under its own hour. So what comes
 * late is in the period of the record that bills it, and each charge is in one period.
 *
 * @param account the cloud account
 * @param period which hours
 * @param balances one a dimension, in the order of their names
 * @param parts whose it is: one a workspace and dimension, in order
 * @param records the records of these hours, in the order of hours and keys
 * @param series the units of each hour, by workspace
 */
public record Statement(
        CloudAccountId account,
        StatementPeriod period,
        List<Balance> balances,
        Map<Whose, Sums> parts,
        List<RecordLine> records,
        List<Series> series) {

    /**
     * Takes copies, and checks that the parts are the whole.
     *
     * @throws IllegalArgumentException if they are not, or a record is of another period
     */
    public Statement {
        Required.value(account, "account");
        Required.value(period, "period");
        balances = Required.list(balances, "balances");
        Required.map(parts, "parts");
        records = Required.list(records, "records");
        series = Required.list(series, "series");
        parts = Collections.unmodifiableMap(new TreeMap<>(parts));
        Map<String, Sums> wholes = by(parts, whose -> whose.dimension().name());
        for (Balance balance : balances) {
            Sums parted = wholes.getOrDefault(balance.dimension().name(), Sums.NONE);
            if (!parted.equals(balance.sums())) {
                throw new IllegalArgumentException(balance.dimension() + " is not the sum of its parts");
            }
            wholes.remove(balance.dimension().name());
        }
        if (!wholes.isEmpty() || !records.stream().map(line -> line.id().hour()).allMatch(period::contains)) {
            throw new IllegalArgumentException("parts of no balance, or records of another period");
        }
    }

    /** By workspace, of one dimension; in the order of their ids, what is nobody's first, under the empty id. */
    public Map<String, Sums> byWorkspace(Dimension dimension) {
        return by(of(dimension), Whose::workspace);
    }

    /** By site, of one dimension; in the order of their ids, what is nobody's first, under the empty id. */
    public Map<String, Sums> bySite(Dimension dimension) {
        return by(of(dimension), Whose::site);
    }

    private Map<Whose, Sums> of(Dimension dimension) {
        Map<Whose, Sums> some = new TreeMap<>(parts);
        some.keySet().removeIf(whose -> !whose.dimension().equals(dimension));
        return some;
    }

    private static Map<String, Sums> by(Map<Whose, Sums> parts, Function<Whose, String> name) {
        Map<String, Sums> sums = new TreeMap<>();
        parts.forEach((whose, part) -> sums.merge(name.apply(whose), part, Sums::plus));
        return sums;
    }
}
