package com.guance.billing.jdbc;

import com.guance.billing.CloudAccountId;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Quantity;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The books of a cloud account, by one statement, so that they are of one moment. */
final class Bookkeeping {

    private static final String BOOKS =
            "SELECT dimension, standing, SUM(charged) AS charged, SUM(stands) AS stands FROM"
                    + " (SELECT l.dimension, CASE WHEN l.customer_key IS NULL THEN 'UNSETTLED' ELSE 'WAITING' END AS standing,"
                    + " c.quantity AS charged, CASE WHEN l.record_hour IS NULL THEN c.quantity ELSE 0 END AS stands"
                    + " FROM billing_lot l JOIN billing_charge c ON c.lot = l.id WHERE l.cloud_account = :account"
                    + " UNION ALL SELECT dimension, CASE WHEN status IN ('MADE', 'SENT', 'RETURNED') THEN 'WAITING' ELSE status END,"
                    + " 0, units FROM billing_metering_record WHERE cloud_account = :account"
                    + " UNION ALL SELECT dimension, 'UNSETTLED', 0, unsettled_units FROM billing_metering_record"
                    + " WHERE cloud_account = :account AND unsettled_units > 0"
                    + " UNION ALL SELECT dimension, 'CARRIED', 0, quantity - FLOOR(quantity) FROM billing_remainder"
                    + " WHERE cloud_account = :account"
                    + " UNION ALL SELECT dimension, 'WAITING', 0, FLOOR(quantity) FROM billing_remainder"
                    + " WHERE cloud_account = :account"
                    + " UNION ALL SELECT dimension, 'FORFEITED', 0, quantity - FLOOR(quantity) FROM billing_forfeiture"
                    + " WHERE cloud_account = :account"
                    + " UNION ALL SELECT dimension, 'UNSETTLED', 0, FLOOR(quantity) FROM billing_forfeiture"
                    + " WHERE cloud_account = :account) standing GROUP BY dimension, standing";

    private Bookkeeping() {}

    static List<Books> books(Session session, CloudAccountId account) {
        Map<String, Page> pages = new TreeMap<>();
        session.ask(open -> open.createQuery(BOOKS)
                        .bind("account", account.value())
                        .map((row, context) -> new Line(
                                row.getString("dimension"),
                                Standing.valueOf(row.getString("standing")),
                                row.getBigDecimal("charged"),
                                row.getBigDecimal("stands")))
                        .list())
                .forEach(line -> pages.computeIfAbsent(line.dimension(), dimension -> new Page())
                        .add(line));
        return pages.entrySet().stream()
                .map(page -> page.getValue().books(account, new Dimension(page.getKey())))
                .toList();
    }

    private record Line(String dimension, Standing standing, BigDecimal charged, BigDecimal stands) {}

    private static final class Page {

        private BigDecimal charged = BigDecimal.ZERO;
        private final Map<Standing, Quantity> standing = new EnumMap<>(Standing.class);

        void add(Line line) {
            charged = charged.add(line.charged());
            if (line.stands().signum() != 0) {
                standing.put(line.standing(), new Quantity(line.stands()));
            }
        }

        Books books(CloudAccountId account, Dimension dimension) {
            return new Books(account, dimension, new Quantity(charged), standing);
        }
    }
}
