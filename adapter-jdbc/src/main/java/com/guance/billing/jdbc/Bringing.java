package com.guance.billing.jdbc;

import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.Share;
import com.guance.billing.site.SiteId;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** What one workspace brings into a record, and through which subscription it is settled now. */
record Bringing(String workspace, String site, BigDecimal carried, BigDecimal charged, Option<String> settledBy) {

    static Bringing nothing(String workspace) {
        return new Bringing(workspace, "", BigDecimal.ZERO, BigDecimal.ZERO, Option.none());
    }

    /** The rows of a statement, by workspace, in the order of their ids. */
    static Map<String, Bringing> ask(Session session, String sql, Row values) {
        Map<String, Bringing> bringing = new TreeMap<>();
        session.ask(open -> open.createQuery(sql)
                        .bindMap(values.values())
                        .map((row, context) -> new Bringing(
                                row.getString("workspace"),
                                row.getString("site"),
                                row.getBigDecimal("carried"),
                                row.getBigDecimal("charged"),
                                Option.of(row.getString("settled_by"))))
                        .list())
                .forEach(one -> bringing.put(one.workspace(), one));
        return bringing;
    }

    Bringing and(Bringing other) {
        return new Bringing(workspace, site, carried.add(other.carried), charged.add(other.charged), settledBy);
    }

    Share share(SubscriptionId payer) {
        return new Share(
                new Share.Of(new WorkspaceId(workspace), new SiteId(site), settledBy.contains(payer.value())),
                new Quantity(carried),
                new Quantity(charged));
    }
}
