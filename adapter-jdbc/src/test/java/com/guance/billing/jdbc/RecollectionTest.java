package com.guance.billing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Change;
import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.faults.StaleVersion;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.testkit.Given;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A history is read once. */
class RecollectionTest {

    static final WorkspaceId ONE = new WorkspaceId("wksp_1");
    static final SubscriptionId PAYER = Given.subscriptionId("1");
    private static final WorkspaceId OTHER = new WorkspaceId("wksp_2");

    @ParameterizedTest
    @EnumSource
    @DisplayName("INV-4 a history that was read is not read again, until it goes on")
    void readOnce(Databases databases) {
        DataSource database = holding(databases, ONE);
        UnitOfWork store = JdbcBilling.over(database).unitOfWork();
        Versioned<Workspace> read = found(store);
        Databases.run(database, "DELETE FROM billing_journal");

        assertThat(found(store)).isEqualTo(read);
        Databases.run(database, "UPDATE billing_workspace SET version = 2");
        assertThatThrownBy(() -> found(store)).isInstanceOf(StaleVersion.class);
        Transactions.run(
                store,
                stores -> assertThat(stores.workspaces().find(List.of(ONE))).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("known ones take one statement, and those not known one more")
    void statements(Databases databases) {
        CountedStore store = CountedStore.holding(databases, stores -> save(stores, ONE, OTHER));

        assertThat(store.executions(stores -> stores.workspaces().find(List.of(ONE))))
                .isOne();
        assertThat(store.executions(stores -> stores.workspaces().find(List.of(ONE))))
                .isOne();
        assertThat(store.executions(stores -> assertThat(stores.workspaces().find(List.of(ONE, OTHER)))
                        .containsOnlyKeys(ONE, OTHER)))
                .isEqualTo(2);
        assertThat(store.executions(stores -> stores.workspaces().find(List.of(OTHER, ONE))))
                .isOne();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("INV-6 what a transaction makes and does not commit is seen by it, and forgotten")
    void uncommitted(Databases databases) {
        DataSource database = holding(databases, ONE);
        UnitOfWork store = JdbcBilling.over(database).unitOfWork();
        UnitOfWork another = JdbcBilling.over(database).unitOfWork();
        Versioned<Workspace> before = found(store);
        boolean seen = store.<Boolean, Void>inTransaction(stores -> {
                    end(stores);
                    return Either.left(find(stores).version() > before.version());
                })
                .getLeft();

        Transactions.run(
                another,
                stores ->
                        stores.workspaces().save(List.of(Revision.of(find(stores), Change.none(before.aggregate())))));

        assertThat(seen).isTrue();
        assertThat(found(store)).isEqualTo(new Versioned<>(before.aggregate(), before.version() + 1));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("all that is remembered is made sure of at once, by the next statement or at the end")
    void atOnce(Databases databases) {
        CountedStore store = CountedStore.holding(databases, stores -> {
            save(stores, ONE);
            stores.subscriptions().save(Revision.first(Given.activeSubscription("1")));
        });
        assertThat(store.executions(RecollectionTest::findWithPayer)).isEqualTo(3);

        assertThat(store.executions(RecollectionTest::findWithPayer))
                .as("that there are no arrears is remembered too")
                .isOne();
        assertThat(store.executions(stores -> {
                    findWithPayer(stores);
                    findPayer(stores);
                }))
                .isOne();
        assertThat(store.executions(stores -> {
                    find(stores);
                    stores.charges().find(List.of("k-1"));
                    findPayer(stores);
                }))
                .as("before another statement, and at the end")
                .isEqualTo(3);
    }

    @Test
    @DisplayName("of too many those are forgotten that were not used for longest")
    void notTooMany() {
        Recollection recollection = new Recollection(3);
        keep(recollection, "a");
        keep(recollection, "b");
        keep(recollection, "c");
        assertThat(recollection.of("workspace", List.of("a"))).containsOnlyKeys("a");

        keep(recollection, "d");

        assertThat(recollection.of("workspace", List.of("a", "b", "c", "d"))).containsOnlyKeys("a", "c", "d");
        assertThat(recollection.of("subscription", List.of("a"))).isEmpty();
    }

    private static void keep(Recollection recollection, String id) {
        recollection.keep("workspace", List.of(id), Map.of(id, new Versioned<>(id, 1)));
    }

    static DataSource holding(Databases databases, WorkspaceId... ids) {
        DataSource database = databases.migrated();
        Transactions.run(JdbcBilling.over(database).unitOfWork(), stores -> save(stores, ids));
        return database;
    }

    private static void save(Stores stores, WorkspaceId... ids) {
        stores.workspaces()
                .save(Stream.of(ids)
                        .map(id -> Revision.first(Given.workspacePaidBy("1", id.value())))
                        .toList());
    }

    private static void end(Stores stores) {
        Versioned<Workspace> one = find(stores);
        stores.workspaces().save(List.of(Revision.of(one, Given.payerEnded(one.aggregate(), "1"))));
    }

    static Versioned<Workspace> find(Stores stores) {
        return stores.workspaces().find(List.of(ONE)).values().iterator().next();
    }

    static Versioned<Workspace> found(UnitOfWork store) {
        return Transactions.ask(store, RecollectionTest::find);
    }

    /** The sum of the versions of a workspace's payer and of its holder's arrears. */
    static long findWithPayer(Stores stores) {
        BillingCenterAccountId holder = holder(find(stores));
        return findPayer(stores)
                + stores.arrears().find(List.of(holder)).values().stream()
                        .mapToLong(Versioned::version)
                        .sum();
    }

    private static long findPayer(Stores stores) {
        return payer(stores).version();
    }

    static Versioned<Subscription> payer(Stores stores) {
        return stores.subscriptions().find(List.of(PAYER)).values().iterator().next();
    }

    static BillingCenterAccountId holder(Versioned<Workspace> workspace) {
        return workspace.aggregate().registration().ownership().holder();
    }
}
