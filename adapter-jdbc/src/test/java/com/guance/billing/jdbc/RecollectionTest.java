package com.guance.billing.jdbc;

import static com.guance.billing.jdbc.PaidWorkspaces.ONE;
import static com.guance.billing.jdbc.PaidWorkspaces.OTHER;
import static com.guance.billing.jdbc.PaidWorkspaces.find;
import static com.guance.billing.jdbc.PaidWorkspaces.findWithPayer;
import static com.guance.billing.jdbc.PaidWorkspaces.found;
import static com.guance.billing.jdbc.PaidWorkspaces.payer;
import static com.guance.billing.jdbc.PaidWorkspaces.save;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.faults.EntryUnreadable;
import com.guance.billing.ports.faults.StaleVersion;
import com.guance.billing.testkit.Given;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A history is read once. */
class RecollectionTest {

    @ParameterizedTest
    @EnumSource
    @DisplayName("INV-4 a history that was read is not read again, until it goes on")
    void readOnce(Databases databases) {
        TwoNodes nodes = TwoNodes.over(databases);
        Versioned<Workspace> read = found(nodes.store());
        Databases.run(nodes.database(), "DELETE FROM billing_journal");

        assertThat(found(nodes.store())).isEqualTo(read);
        Databases.run(nodes.database(), "UPDATE billing_workspace SET version = 2");
        assertThatThrownBy(() -> found(nodes.store())).isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> found(nodes.store())).isInstanceOf(EntryUnreadable.class);
        assertThatThrownBy(() -> found(nodes.store()))
                .as("that it cannot be read is not remembered as that it is not there")
                .isInstanceOf(EntryUnreadable.class);
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
        TwoNodes nodes = TwoNodes.over(databases);
        Versioned<Workspace> before = found(nodes.store());
        boolean seen = nodes.store()
                .<Boolean, Void>inTransaction(stores -> {
                    end(stores);
                    return Either.left(find(stores).version() > before.version());
                })
                .getLeft();

        Transactions.run(nodes.another(), PaidWorkspaces::touch);

        assertThat(seen).isTrue();
        assertThat(found(nodes.store())).isEqualTo(new Versioned<>(before.aggregate(), before.version() + 1));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("all that is remembered is made sure of at once, by the next statement or at the end")
    void atOnce(Databases databases) {
        CountedStore store = CountedStore.holding(databases, stores -> {
            save(stores, ONE);
            stores.subscriptions().save(Revision.first(Given.activeSubscription("1")));
        });
        assertThat(store.executions(PaidWorkspaces::findWithPayer)).isEqualTo(3);

        assertThat(store.executions(PaidWorkspaces::findWithPayer))
                .as("that there are no arrears is remembered too")
                .isOne();
        assertThat(store.executions(stores -> {
                    findWithPayer(stores);
                    payer(stores);
                }))
                .isOne();
        assertThat(store.executions(stores -> {
                    find(stores);
                    stores.charges().find(List.of("k-1"));
                    payer(stores);
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

    private static void end(Stores stores) {
        Versioned<Workspace> one = find(stores);
        stores.workspaces().save(List.of(Revision.of(one, Given.payerEnded(one.aggregate(), "1"))));
    }
}
