package com.guance.billing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.AgreementId;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Change;
import com.guance.billing.CloudAccountId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.arrears.Arrears;
import com.guance.billing.policy.LockPolicy;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.driven.Workspaces.Which;
import com.guance.billing.subscription.Agreement;
import com.guance.billing.testkit.Given;
import com.guance.billing.testkit.GivenWorkspaces;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However much is listed, due or locked at once, the statements and batches are these few. */
class ListStatementsTest {

    private static final int MANY = 2_000;
    private static final BillingCenterAccountId HOLDER = Given.HOLDER.id();

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "2,000 workspaces are listed by one statement, whatever is so of them; so is what is due, and a history")
    void workspaces(Databases databases) {
        assertOne(databases, id -> Given.workspacePaidBy("1", id), new Which.PaidThrough(Given.accountId("1")));
        assertOne(databases, id -> Given.workspacePaidBy("1", id), new Which.Under(HOLDER));
        assertOne(databases, Given::workspacePaidByHolder, new Which.SettledBy(HOLDER));
        CountedStore waiting = assertOne(
                databases, id -> GivenWorkspaces.waitingFor("3", id), new Which.Awaiting(Given.accountId("3")));

        assertThat(waiting.executions(stores ->
                        assertThat(stores.workspaces().due(Instant.MAX, MANY)).hasSize(MANY)))
                .isOne();
        assertThat(waiting.executions(
                        stores -> assertThat(stores.workspaces().history(new WorkspaceId("wksp_1"), 1, MANY))
                                .isNotEmpty()))
                .isOne();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("2,000 workspaces are locked by arrears in three batches, and released in three (LOCK-7, UNL-2)")
    void arrearsLocks(Databases databases) {
        CountedStore store = CountedStore.holding(databases, births(Given::workspacePaidByHolder));

        assertThat(store.executions(changingAll(
                        new Which.SettledBy(HOLDER),
                        workspace -> workspace.arrearsBegan(HOLDER, LockPolicy.defaults(), Given.byHolder()))))
                .as("list: 1; save: 2, and 1 for the locks")
                .isEqualTo(4);
        assertThat(store.executions(changingAll(
                        new Which.LockedByArrears(HOLDER),
                        workspace -> workspace.release(
                                new LockCause.Arrears(HOLDER), LockPolicy.defaults(), Given.byHolder()))))
                .isEqualTo(4);
        assertThat(store.executions(stores -> assertThat(
                                stores.workspaces().list(new Which.LockedByArrears(HOLDER), Option.none(), MANY))
                        .isEmpty()))
                .isOne();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("2,000 accounts' arrears are saved in two batches, found and listed by one statement each")
    void arrears(Databases databases) {
        CountedStore store = CountedStore.empty(databases);
        List<BillingCenterAccountId> ids =
                numbers(MANY).map(BillingCenterAccountId::new).toList();

        assertThat(store.executions(stores -> stores.arrears()
                        .save(numbers(MANY)
                                .map(number -> Revision.first(GivenWorkspaces.inArrears(number)))
                                .toList())))
                .isEqualTo(2);
        assertThat(store.executions(
                        stores -> assertThat(stores.arrears().find(ids)).hasSize(MANY)))
                .isOne();
        assertThat(store.executions(stores -> {
                    List<Versioned<Arrears>> open = stores.arrears().withOpenCascade(MANY);
                    stores.arrears()
                            .save(open.stream()
                                    .map(one -> Revision.of(one, one.aggregate().cascadeCompleted()))
                                    .toList());
                    assertThat(open).hasSize(MANY);
                }))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "cloud accounts are found, on file and offered by one statement each; subscriptions are due so, agreements found so")
    void others(Databases databases) {
        int some = 100;
        List<CloudAccountId> accounts = numbers(some).map(Given::accountId).toList();
        CountedStore store = CountedStore.holding(
                databases,
                stores -> numbers(some)
                        .forEach(number -> stores.cloudAccounts().save(Revision.first(Given.accountOnFile(number)))));
        AgreementId agreement = Given.agreementId("1");

        assertThat(store.executions(stores ->
                        assertThat(stores.cloudAccounts().find(accounts)).hasSize(some)))
                .isOne();
        assertThat(store.executions(stores -> assertThat(stores.cloudAccounts().onFile(HOLDER, Option.none(), MANY))
                        .hasSize(some)))
                .isOne();
        assertThat(store.executions(stores -> assertThat(stores.cloudAccounts().offered(HOLDER, Option.none(), MANY))
                        .hasSize(some)))
                .isOne();
        assertThat(store.executions(stores -> stores.subscriptions().due(Instant.MAX, MANY)))
                .isOne();
        assertThat(store.executions(stores ->
                        stores.agreements().save(Revision.first(Agreement.seen(agreement, Given.byHolder())))))
                .isEqualTo(2);
        assertThat(store.executions(stores ->
                        assertThat(stores.agreements().find(agreement)).isNotEmpty()))
                .isOne();
    }

    private static CountedStore assertOne(Databases databases, Function<String, Change<Workspace>> birth, Which which) {
        CountedStore store = CountedStore.holding(databases, births(birth));
        assertThat(store.executions(stores -> assertThat(stores.workspaces().list(which, Option.none(), MANY))
                        .hasSize(MANY)))
                .as("%s", which)
                .isOne();
        return store;
    }

    private static Consumer<Stores> births(Function<String, Change<Workspace>> birth) {
        List<Revision<Workspace>> births = numbers(MANY)
                .map(number -> Revision.first(birth.apply("wksp_" + number)))
                .toList();
        return stores -> stores.workspaces().save(births);
    }

    private static Consumer<Stores> changingAll(Which which, Function<Workspace, Change<Workspace>> change) {
        return stores -> {
            List<Versioned<Workspace>> all = stores.workspaces().list(which, Option.none(), MANY);
            assertThat(all).hasSize(MANY);
            stores.workspaces()
                    .save(all.stream()
                            .map(workspace -> Revision.of(workspace, change.apply(workspace.aggregate())))
                            .toList());
        };
    }

    private static Stream<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf);
    }
}
