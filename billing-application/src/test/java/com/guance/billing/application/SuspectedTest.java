package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.workspace.LockCause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** SUB-5: a suspicion becomes an end when a run says so, which probes first; until then everyone takes the subscription to be active. */
class SuspectedTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");
    private static final Instant FIRST_ANSWER = NINE.plus(Duration.ofMinutes(10));
    private static final Instant SUSPICION_ENDS = FIRST_ANSWER.plus(Duration.ofHours(6));
    private static final WorkspaceId NEWCOMER = new WorkspaceId("wksp_b");

    private final Scene scene = suspected();

    @Test
    @DisplayName("SUB-5 INV-3 a success that clears the suspicion leaves no workspace locked by an end that never was")
    void lockedByAnEndThatNeverWas() {
        charge(scene, "3");
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(80)));
        scene.aws.reinstate(BUYER);
        CalledMarketplace slow = new CalledMarketplace(scene.aws.asPort(scene.profile));
        CloudBilling other = scene.selling(slow);
        scene.clock.moveTo(SUSPICION_ENDS.minusSeconds(1));
        Instant started = scene.now();
        slow.during(() -> {
            scene.clock.moveTo(SUSPICION_ENDS.plusSeconds(1));
            scene.billing
                    .lockWorkspace()
                    .lock(new WorkspaceId("wksp_a"), "audit", scene.by(new Actor.Staff(new UserId("staff"))))
                    .get();
        });
        other.due().run(started);
        for (int hour = 0; hour < 30; hour++) {
            scene.pass(Duration.ofHours(1));
            scene.billing.due().run(scene.now());
        }
        assertThat(scene.onFile()).hasSize(1);
        assertThat(scene.workspace("wksp_a").locks().causes()).noneMatch(LockCause.SubscriptionEnded.class::isInstance);
    }

    @Test
    @DisplayName(
            "SUB-5 one answer and a host that was down are no end: the first run after it probes before it decides")
    void hostWasDown() {
        charge(scene, "3");
        scene.aws.reinstate(BUYER);
        scene.clock.moveTo(SUSPICION_ENDS.plus(Duration.ofMinutes(5)));
        scene.billing.due().run(scene.now());
        assertThat(scene.workspace("wksp_a").isLocked()).isFalse();
    }

    @Test
    @DisplayName("SUB-5 END-4 who is bound before a run says that it has ended is in that end's cascade, too")
    void boundBeforeTheRun() {
        scene.registerAtBillingCenter("wksp_b", "us1");
        scene.clock.moveTo(SUSPICION_ENDS.plus(Duration.ofMinutes(1)));
        scene.billing
                .changeSettlement()
                .through(NEWCOMER, scene.account, scene.byOwner())
                .get();

        scene.billing.due().run(scene.now());

        assertThat(scene.onFile()).isEmpty();
        assertThat(scene.workspace("wksp_b").bindings().inForce()).isEmpty();
        assertThat(scene.workspace("wksp_b").locks().deadline())
                .containsExactly(scene.now().plus(Duration.ofDays(14)));
        assertThat(scene.workspace("wksp_b").locks().causes()).hasOnlyElementsOfType(LockCause.SubscriptionEnded.class);
        assertThat(scene.workspace("wksp_a").isLocked()).isTrue();
    }

    private static Scene suspected() {
        Scene scene = new Scene(InMemoryBilling.create());
        scene.registerAccount();
        scene.register("wksp_a", "us1");
        scene.clock.moveTo(NINE);
        charge(scene, "7");
        scene.clock.moveTo(FIRST_ANSWER);
        scene.aws.suspend(BUYER);
        scene.billing.due().run(scene.now());
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(30)));
        return scene;
    }

    private static void charge(Scene scene, String quantity) {
        scene.billing
                .takeCharges()
                .take(List.of(scene.charge("wksp_a", Scene.UNITS, quantity, scene.now())), scene.now())
                .forEach(answer -> answer.get());
    }
}
