package com.guance.billing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.testkit.Given;
import com.guance.billing.testkit.GivenAnswers;
import com.guance.billing.testkit.GivenMeter;
import com.guance.billing.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However much is loaded and saved, the statements and batches are these few. */
class StatementsTest {

    private static final int MANY = 2_000;

    @ParameterizedTest
    @EnumSource
    @DisplayName("2,000 workspaces are saved in two batches, and loaded by one statement")
    void workspaces(Databases databases) {
        CountedStore store = CountedStore.empty(databases);

        assertThat(store.executions(stores -> stores.workspaces().save(births())))
                .isEqualTo(2);
        assertThat(store.executions(
                        stores -> assertThat(stores.workspaces().find(ids())).hasSize(MANY)))
                .isEqualTo(1);
        assertThat(store.executions(stores -> stores.workspaces()
                        .save(stores.workspaces().paidBy(Given.subscriptionId("1"), MANY).stream()
                                .map(StatementsTest::ended)
                                .toList())))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "2,000 charges of as many workspaces are taken by a few statements, found by one, gathered by six, unsettled by"
                    + " four, given back by two")
    void charges(Databases databases) {
        CountedStore store = CountedStore.empty(databases);
        GivenMeter meter = GivenMeter.of("1", "api-calls");
        List<TakenCharge> charges = IntStream.range(0, MANY)
                .mapToObj(i -> meter.charge("k-" + i, "wksp_" + i, "1.5"))
                .toList();
        List<String> keys = charges.stream().map(taken -> taken.charge().key()).toList();

        boolean atOnce = databases == Databases.POSTGRESQL;
        assertThat(store.executions(stores -> stores.charges().add(charges)))
                .as("meters; a lot is sought, numbered, made; charges")
                .isEqualTo(atOnce ? 1 : 5);
        assertThat(store.executions(
                        stores -> assertThat(stores.charges().add(charges)).hasSize(MANY)))
                .as("what was taken before is read")
                .isEqualTo(atOnce ? 2 : 4);
        assertThat(store.executions(stores -> stores.charges().find(keys))).isEqualTo(1);
        assertThat(store.executions(stores -> assertThat(stores.charges().subscriptions(meter.record(0)))
                        .hasSize(1)))
                .isEqualTo(1);
        assertThat(store.executions(stores -> stores.charges()
                        .unsettle(meter.subscription(), meter.record(1).hour().start())))
                .as("two locks, an update and a count")
                .isEqualTo(4);
        assertThat(store.executions(stores -> meter.close(stores, meter.record(0))))
                .as("gather: 6; close: 3, and 2 for the record")
                .isEqualTo(11);
        assertThat(store.executions(stores -> stores.charges().giveBack(released(stores, meter))))
                .as("one finds the record; a lock and an update")
                .isEqualTo(3);
        assertThat(store.executions(stores -> stores.meteringRecords().books(meter.account())))
                .isEqualTo(1);
        assertThat(store.executions(
                        stores -> stores.outbox().told(stores.outbox().pending(Instant.MAX, MANY))))
                .isEqualTo(3);
    }

    private static List<MeteringRecord> released(Stores stores, GivenMeter meter) {
        return stores.meteringRecords().find(List.of(meter.record(0))).values().stream()
                .map(read -> GivenAnswers.released(read.aggregate()).after())
                .toList();
    }

    private static List<Revision<Workspace>> births() {
        return ids().stream()
                .map(id -> Revision.first(Given.workspacePaidBy("1", id.value())))
                .toList();
    }

    private static List<WorkspaceId> ids() {
        return IntStream.range(0, MANY)
                .mapToObj(i -> new WorkspaceId("wksp_" + i))
                .toList();
    }

    private static Revision<Workspace> ended(Versioned<Workspace> workspace) {
        return Revision.of(workspace, Given.payerEnded(workspace.aggregate(), "1"));
    }
}
