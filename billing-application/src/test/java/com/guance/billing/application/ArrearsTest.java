package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.HOLDER;
import static com.guance.billing.application.Scene.OTHER;
import static com.guance.billing.application.Scene.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.Actor;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.faults.StoreUnavailable;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.LockEvent.LockPlaced;
import com.guance.billing.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrearsTest {

    private static final int MANY = 1_001;
    private static final LockCause ARREARS = new LockCause.Arrears(HOLDER.id());

    private final BreakableStore store = new BreakableStore(InMemoryBilling.create());
    private final Scene scene = new Scene(store);

    @Test
    @DisplayName(
            "LOCK-7 UNL-2 arrears lock what the account settles, not what a living cloud account or another one settles")
    void exactlyThose() {
        scene.registerAccount();
        Workspace paid = scene.register("wksp_paid", "us1");
        scene.registerAtBillingCenter("wksp_shop", "us1");
        Workspace other = scene.billing
                .registerWorkspace()
                .paidByBillingCenter(form("wksp_other", "us1"), OTHER.id(), scene.byOwner())
                .get();
        began();
        assertThat(causes("wksp_shop")).containsExactly(ARREARS);
        assertThat(scene.workspace("wksp_paid")).isEqualTo(paid);
        assertThat(scene.workspace("wksp_other")).isEqualTo(other);
        settled();
        assertThat(causes("wksp_shop")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    @DisplayName(
            "LOCK-7 UNL-2 more than one chunk, wherever it breaks off: each locked once, at the instant told, each released")
    void chunks(int transactions) {
        IntStream.range(0, MANY).forEach(i -> scene.registerAtBillingCenter("wksp_" + i, "us1"));
        scene.events();
        Instant told = scene.now();
        broken(transactions, this::began);
        assertThat(workspaces())
                .allMatch(
                        workspace -> workspace.locks().countdown().get().since().equals(told));
        assertThat(scene.events()).filteredOn(LockPlaced.class::isInstance).hasSize(MANY);
        broken(transactions, this::settled);
        assertThat(workspaces()).noneMatch(Workspace::isLocked);
    }

    @Test
    @DisplayName(
            "LOCK-7 UNL-1 switching to an account in arrears locks for them in the same step, under the same countdown")
    void switched() {
        scene.registerAccount();
        scene.register("wksp_shop", "us1");
        began();
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
        Instant locked = scene.now();
        scene.pass(Duration.ofDays(3));
        Workspace shop = scene.billing
                .changeSettlement()
                .byBillingCenter(new WorkspaceId("wksp_shop"), scene.byOwner())
                .get();
        assertThat(shop.locks().causes()).containsExactly(ARREARS);
        assertThat(shop.locks().countdown().get().since()).isEqualTo(locked);
    }

    @Test
    @DisplayName("LOCK-7 registering with an account in arrears, or moving to one, locks in the same step")
    void bornInArrears() {
        began();
        assertThat(scene.registerAtBillingCenter("wksp_shop", "us1").locks().causes())
                .containsExactly(ARREARS);
        scene.billing
                .registerWorkspace()
                .paidByBillingCenter(form("wksp_moved", "us1"), OTHER.id(), scene.byOwner())
                .get();
        assertThat(scene.billing
                        .moveWorkspace()
                        .move(new WorkspaceId("wksp_moved"), HOLDER.id(), scene.byOwner())
                        .get()
                        .locks()
                        .causes())
                .containsExactly(ARREARS);
    }

    @Test
    @DisplayName("UNL-2 changing the method does not release an arrears lock; settling does, whoever pays by then")
    void changingDoesNotRelease() {
        scene.registerAccount();
        scene.registerAtBillingCenter("wksp_shop", "us1");
        began();
        Workspace shop = scene.billing
                .changeSettlement()
                .through(new WorkspaceId("wksp_shop"), scene.account, scene.byOwner())
                .get();
        assertThat(shop.locks().causes()).containsExactly(ARREARS);
        settled();
        assertThat(causes("wksp_shop")).isEmpty();
    }

    @Test
    @DisplayName("LOCK-7 UNL-2 arrears told, settled and told again by many nodes at once end as the last one said")
    void race() throws Exception {
        IntStream.range(0, MANY).forEach(i -> scene.registerAtBillingCenter("wksp_" + i, "us1"));
        ExecutorService nodes = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Void>> tellers = IntStream.range(0, 6)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        CloudBilling node = scene.under(Policies.defaults());
                        if (i % 2 == 0) {
                            node.tellArrears().began(HOLDER.id(), scene.by(staff()));
                        } else {
                            node.tellArrears().settled(HOLDER.id(), scene.by(staff()));
                        }
                        return null;
                    })
                    .toList();
            for (Future<Void> teller : nodes.invokeAll(tellers)) {
                teller.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        scene.billing.due().run(scene.now());
        boolean stand = scene.registerAtBillingCenter("wksp_probe", "us1").isLocked();
        assertThat(workspaces()).allMatch(workspace -> workspace.isLocked() == stand);
    }

    private void broken(int transactions, Runnable told) {
        store.breakAfter(transactions);
        assertThatThrownBy(told::run).isInstanceOf(StoreUnavailable.class);
        store.mend();
        if (transactions == 0) {
            told.run();
        }
        scene.pass(Duration.ofHours(1));
        scene.billing.due().run(scene.now());
    }

    private void began() {
        scene.billing.tellArrears().began(HOLDER.id(), scene.by(staff()));
    }

    private void settled() {
        scene.billing.tellArrears().settled(HOLDER.id(), scene.by(staff()));
    }

    private Iterable<LockCause> causes(String workspace) {
        return scene.workspace(workspace).locks().causes();
    }

    private Stream<Workspace> workspaces() {
        return IntStream.range(0, MANY).mapToObj(i -> scene.workspace("wksp_" + i));
    }

    private static Actor staff() {
        return new Actor.Staff(new UserId("staff"));
    }
}
