package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.DomainEvent;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Intake;
import com.guance.billing.policy.Policies;
import com.guance.billing.workspace.LockEvent.FullyLocked;
import com.guance.billing.workspace.LockEvent.LockReminded;
import com.guance.billing.workspace.Phase;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TimeTest {

    private static final WorkspaceId SHOP = new WorkspaceId("wksp_shop");
    private static final int MANY = 600;

    private final Scene scene = Scene.withRegisteredAccount();

    @Test
    @DisplayName("LOCK-3 LOCK-4 LOCK-6 reminders 7, 3 and 1 days before and the full lock at the deadline, each once")
    void reminders() {
        Instant deadline = locked(1);
        for (int hour = 0; hour < 15 * 24; hour++) {
            scene.pass(Duration.ofHours(1));
            scene.billing.due().run(scene.now());
        }
        assertThat(reminded()).containsExactly(before(deadline, 7), before(deadline, 3), before(deadline, 1));
        assertThat(scene.workspace("wksp_0").phase()).isEqualTo(Phase.FULLY_LOCKED);
    }

    @Test
    @DisplayName(
            "LOCK-6 run late, and once: the same events with the same instants, the clock's, for more than one chunk")
    void late() {
        Instant deadline = locked(MANY);
        scene.clock.moveTo(deadline.plus(Duration.ofDays(100)));
        assertThat(scene.billing.due().run(scene.now()).advanced()).isEqualTo(MANY);
        List<DomainEvent> events = ofTime();
        assertThat(events).hasSize(4 * MANY).allMatch(event -> event.by().equals(new Actor.Clock()));
        assertThat(events.stream().map(DomainEvent::at).distinct())
                .containsExactly(before(deadline, 7), before(deadline, 3), before(deadline, 1), deadline);
        assertThat(scene.billing.due().run(scene.now()).advanced()).isZero();
        assertThat(ofTime()).isEmpty();
    }

    @Test
    @DisplayName("LOCK-6 many nodes over one store at once tell each workspace's reminders and full lock once")
    void manyNodes() throws Exception {
        Instant deadline = locked(MANY);
        scene.clock.moveTo(deadline.plusSeconds(1));
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> runs = IntStream.range(0, 8)
                    .mapToObj(node -> scene.under(Policies.defaults()))
                    .<Callable<Integer>>map(
                            node -> () -> node.due().run(scene.now()).advanced())
                    .toList();
            int advanced = 0;
            for (Future<Integer> run : nodes.invokeAll(runs)) {
                advanced += run.get();
            }
            assertThat(advanced).isEqualTo(MANY);
        } finally {
            nodes.shutdownNow();
        }
        assertThat(ofTime()).hasSize(4 * MANY).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("LOCK-3 LOCK-6 a query at the deadline's nanosecond says fully locked, and writes nothing")
    void toTheNanosecond() {
        Instant deadline = locked(1);
        WorkspaceId id = new WorkspaceId("wksp_0");
        scene.events();
        assertThat(scene.billing
                        .ask()
                        .lockState(id, deadline.minusNanos(1))
                        .get()
                        .phase())
                .isEqualTo(Phase.LOCKED);
        assertThat(scene.billing.ask().lockState(id, deadline).get().phase()).isEqualTo(Phase.FULLY_LOCKED);
        assertThat(scene.workspace("wksp_0").phase()).isEqualTo(Phase.LOCKED);
        assertThat(scene.events()).isEmpty();
    }

    @Test
    @DisplayName("LOCK-5 data is taken in while staff lock it, never after the payer's end, never when fully locked")
    void ingestion() {
        scene.register("wksp_shop", "us1");
        assertThat(ingests()).isTrue();
        scene.billing
                .lockWorkspace()
                .lock(SHOP, "audit", scene.by(new Actor.Staff(new UserId("staff"))))
                .get();
        assertThat(ingests()).isTrue();
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
        assertThat(ingests()).isFalse();
        scene.billing.changeSettlement().byBillingCenter(SHOP, scene.byOwner()).get();
        assertThat(ingests()).isTrue();
        scene.pass(Duration.ofDays(14));
        assertThat(ingests()).isFalse();
    }

    @Test
    @DisplayName(
            "LOCK-5 END-8 a charge with no payer at its instant is taken as unsettled, and does not block unlocking")
    void chargeWithoutPayer() {
        locked(1);
        scene.pass(Duration.ofHours(1));
        assertThat(scene.billing.takeCharges().take(List.of(scene.charge("wksp_0", "1", scene.now())), scene.now()))
                .containsExactly(Either.right(Intake.TAKEN_UNSETTLED));
        assertThat(scene.billing
                        .changeSettlement()
                        .byBillingCenter(new WorkspaceId("wksp_0"), scene.byOwner())
                        .get()
                        .isLocked())
                .isFalse();
    }

    private boolean ingests() {
        return scene.billing.ask().lockState(SHOP, scene.now()).get().ingestion();
    }

    /** So many workspaces, locked now; when their countdown is over. */
    private Instant locked(int workspaces) {
        IntStream.range(0, workspaces).forEach(i -> scene.register("wksp_" + i, "us1"));
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
        scene.events();
        return scene.now().plus(Duration.ofDays(14));
    }

    private List<Instant> reminded() {
        return scene.events().stream()
                .filter(LockReminded.class::isInstance)
                .map(DomainEvent::at)
                .toList();
    }

    private List<DomainEvent> ofTime() {
        return scene.events().stream()
                .filter(event -> event instanceof LockReminded || event instanceof FullyLocked)
                .toList();
    }

    private static Instant before(Instant deadline, int days) {
        return deadline.minus(Duration.ofDays(days));
    }
}
