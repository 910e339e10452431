package com.guance.billing.jdbc;

import com.guance.billing.WorkspaceId;
import com.guance.billing.jdbc.Aggregates.Selection;
import com.guance.billing.ports.driven.Workspaces.Which;
import io.vavr.control.Option;
import org.jdbi.v3.core.statement.Query;

/**
 * Workspaces of which something is so, as rows. An index holds them in the order of their ids.
 *
 * @param joined what is joined to their thin rows, or nothing
 * @param where the condition on {@code :value}
 * @param value the value
 * @param id the column of the index that holds their ids
 */
record Sought(String joined, String where, String value, String id) {

    static Sought of(Which which) {
        return which.fold(
                paid -> thin("cloud_account = :value", paid.account().value()),
                awaiting -> thin(
                        "id IN (" + first("waits_for") + " UNION " + first("returns_to") + ")",
                        awaiting.account().value()),
                settled -> thin("billing_center = :value", settled.account().value()),
                arrears -> new Sought(
                        " JOIN billing_arrears_lock ON workspace = id",
                        "account = :value",
                        arrears.account().value(),
                        "workspace"),
                under -> thin(
                        "holder = :value AND closed = FALSE", under.holder().value()));
    }

    Selection page(int limit) {
        return new Selection(joined, where + " AND " + id + " > :after", id, limit);
    }

    Query bind(Query query, Option<WorkspaceId> after) {
        return query.bind("value", value)
                .bind("after", after.map(WorkspaceId::value).getOrElse(""));
    }

    /** A page by one of two columns, so that by both no more is read than two pages. */
    private static String first(String column) {
        return "(SELECT id FROM billing_workspace WHERE " + column
                + " = :value AND id > :after ORDER BY id LIMIT :limit)";
    }

    private static Sought thin(String where, String value) {
        return new Sought("", where, value, "id");
    }
}
