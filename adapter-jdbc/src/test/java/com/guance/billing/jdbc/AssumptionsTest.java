package com.guance.billing.jdbc;

import static com.guance.billing.jdbc.PaidWorkspaces.ONE;
import static com.guance.billing.jdbc.PaidWorkspaces.OTHER;
import static com.guance.billing.jdbc.PaidWorkspaces.PAYER;
import static com.guance.billing.jdbc.PaidWorkspaces.find;
import static com.guance.billing.jdbc.PaidWorkspaces.findWithPayer;
import static com.guance.billing.jdbc.PaidWorkspaces.found;
import static com.guance.billing.jdbc.PaidWorkspaces.holder;
import static com.guance.billing.jdbc.PaidWorkspaces.payer;
import static com.guance.billing.jdbc.PaidWorkspaces.save;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.Change;
import com.guance.billing.arrears.Arrears;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.faults.StaleVersion;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.testkit.Given;
import com.guance.billing.testkit.GivenMeter;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing is decided by what is remembered if another node has changed it since. */
class AssumptionsTest {

    @ParameterizedTest
    @EnumSource
    @DisplayName("what another node has done is a lost race, once, whatever was decided by what was before")
    void otherNodes(Databases databases) {
        TwoNodes nodes = TwoNodes.over(databases);
        Versioned<Workspace> before = found(nodes.store());
        List<Function<Stores, Either<String, Boolean>>> decisions = List.of(
                stores -> Either.right(find(stores).equals(before)),
                stores -> Either.left("refused by " + find(stores).version()),
                stores -> {
                    throw new IllegalStateException("broken by " + find(stores).version());
                },
                stores -> {
                    find(stores);
                    stores.charges().find(List.of("k-1"));
                    throw new IllegalStateException("never reached");
                });

        for (Function<Stores, Either<String, Boolean>> decision : decisions) {
            Transactions.run(nodes.another(), PaidWorkspaces::touch);
            assertThatThrownBy(() -> nodes.store().inTransaction(decision)).isInstanceOf(StaleVersion.class);
            assertThat(found(nodes.store())).isEqualTo(found(nodes.another())).isNotEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("MET-1 no charge is taken by what another node has changed since, nor by a payer that has come since")
    void chargesOtherNodes(Databases databases) {
        TwoNodes nodes = TwoNodes.over(databases);
        TakenCharge taken = GivenMeter.of("1", "api-calls").charge("k-1", ONE.value(), "1.5");
        Consumer<Stores> taking = stores -> {
            find(stores);
            stores.subscriptions().find(List.of(PAYER));
            assertThat(stores.charges().add(List.of(taken))).isEmpty();
        };
        List<Consumer<Stores>> changes = List.of(
                PaidWorkspaces::touch,
                stores -> stores.subscriptions().save(Revision.first(Given.activeSubscription("1"))));

        for (Consumer<Stores> change : changes) {
            Transactions.run(nodes.store(), stores -> {
                find(stores);
                stores.subscriptions().find(List.of(PAYER));
            });
            Transactions.run(nodes.another(), change);
            assertThatThrownBy(() -> Transactions.run(nodes.store(), taking)).isInstanceOf(StaleVersion.class);
            Transactions.run(
                    nodes.another(),
                    stores -> assertThat(stores.charges().find(List.of("k-1"))).isEmpty());
        }

        Transactions.run(nodes.store(), taking);
        Transactions.run(
                nodes.another(),
                stores -> assertThat(stores.charges().find(List.of("k-1"))).containsOnlyKeys("k-1"));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "a payer that another node has changed is a lost race, and so is one that it has made; then both are seen")
    void payersOfOtherNodes(Databases databases) {
        TwoNodes nodes = TwoNodes.over(databases);
        Transactions.run(
                nodes.another(), stores -> stores.subscriptions().save(Revision.first(Given.activeSubscription("1"))));
        Transactions.run(
                nodes.store(), stores -> assertThat(findWithPayer(stores)).isOne());

        Transactions.run(nodes.another(), stores -> {
            Versioned<Subscription> read = payer(stores);
            stores.subscriptions().save(Revision.of(read, Change.none(read.aggregate())));
        });
        assertThatThrownBy(() -> Transactions.run(nodes.store(), PaidWorkspaces::findWithPayer))
                .isInstanceOf(StaleVersion.class);
        Transactions.run(
                nodes.store(), stores -> assertThat(findWithPayer(stores)).isEqualTo(2));

        Transactions.run(
                nodes.another(),
                stores -> stores.arrears()
                        .save(List.of(
                                Revision.first(Arrears.watched(holder(find(stores)), Given.byClock(Given.NOW))))));
        assertThatThrownBy(() -> Transactions.run(nodes.store(), PaidWorkspaces::findWithPayer))
                .isInstanceOf(StaleVersion.class);
        Transactions.run(
                nodes.store(), stores -> assertThat(findWithPayer(stores)).isEqualTo(3));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "what was decided by something outdated is lost, also if its successor is remembered and looked at as well")
    void remembersAnewMeanwhile(Databases databases) {
        TwoNodes nodes = TwoNodes.over(databases);
        found(nodes.store());
        Transactions.run(nodes.another(), PaidWorkspaces::touch);

        assertThatThrownBy(() -> Transactions.ask(nodes.store(), stores -> {
                    long outdated = find(stores).version();
                    CompletableFuture.runAsync(() -> {
                                assertThatThrownBy(() -> found(nodes.store())).isInstanceOf(StaleVersion.class);
                                found(nodes.store());
                            })
                            .join();
                    assertThat(find(stores).version()).isGreaterThan(outdated);
                    return outdated;
                }))
                .isInstanceOf(StaleVersion.class);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("of all that was assumed only what is not so is read again")
    void onlyWhatIsBroken(Databases databases) {
        CountedStore counted = CountedStore.holding(databases, stores -> save(stores, ONE, OTHER));
        Consumer<Stores> both = stores ->
                assertThat(stores.workspaces().find(List.of(ONE, OTHER))).hasSize(2);
        Transactions.run(counted.store(), both);
        Transactions.run(JdbcBilling.over(counted.counting().dataSource()).unitOfWork(), PaidWorkspaces::touch);

        assertThatThrownBy(() -> Transactions.run(counted.store(), both)).isInstanceOf(StaleVersion.class);

        assertThat(counted.counting().executions()).isPositive();
        assertThat(counted.executions(both))
                .as("one is remembered, and made sure of; the other one is read")
                .isEqualTo(2);
        assertThat(counted.executions(both)).isOne();
    }
}
