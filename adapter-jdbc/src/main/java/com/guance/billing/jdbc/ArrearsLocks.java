package com.guance.billing.jdbc;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Change;
import com.guance.billing.DomainEvent;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.LockEvent.LockPlaced;
import com.guance.billing.workspace.LockEvent.LockReleased;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which workspaces the arrears of an account lock: a workspace that was moved from one account in arrears to another is locked by
 * those of both. Rows are written only where such a lock comes or goes.
 */
final class ArrearsLocks {

    private static final String INSERT = "INSERT INTO billing_arrears_lock (account, workspace)"
            + " VALUES (:account, :workspace) ON CONFLICT DO NOTHING";

    private static final String DELETE =
            "DELETE FROM billing_arrears_lock WHERE account = :account AND workspace = :workspace";

    private ArrearsLocks() {}

    /** Follows changes of different workspaces whose thin rows this transaction has changed. */
    static void follow(Session session, Collection<Revision<Workspace>> revisions) {
        List<Moved> moved = revisions.stream()
                .flatMap(revision -> concerned(revision.change())
                        .filter(LockCause.Arrears.class::isInstance)
                        .distinct()
                        .map(cause -> new Moved(revision.change().after(), ((LockCause.Arrears) cause).account())))
                .toList();
        session.batch(DELETE, rows(moved, Predicate.not(Moved::locks)));
        session.batch(INSERT, rows(moved, Moved::locks));
    }

    /** The causes that came or went; all of them when it was closed. */
    private static Stream<LockCause> concerned(Change<Workspace> change) {
        return change.after().closed().isDefined()
                ? change.after().locks().causes().stream()
                : change.events().stream().flatMap(event -> cause(event).toJavaStream());
    }

    private static Option<LockCause> cause(DomainEvent event) {
        if (event instanceof LockPlaced placed) {
            return Option.some(placed.cause());
        }
        return event instanceof LockReleased released ? Option.some(released.cause()) : Option.none();
    }

    private static List<Map<String, Object>> rows(List<Moved> moved, Predicate<Moved> which) {
        return moved.stream().filter(which).map(Moved::row).collect(Collectors.toList());
    }

    /** A lock that came or went. */
    private record Moved(Workspace workspace, BillingCenterAccountId account) {

        boolean locks() {
            return workspace.closed().isEmpty() && workspace.locks().causes().contains(new LockCause.Arrears(account));
        }

        Map<String, Object> row() {
            return new Row()
                    .with("account", account.value())
                    .with("workspace", workspace.id().value())
                    .values();
        }
    }
}
