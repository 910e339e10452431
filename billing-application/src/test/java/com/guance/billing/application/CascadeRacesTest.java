package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.HOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.Actor;
import com.guance.billing.UserId;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.inmemory.marketplace.MarketplaceNotice;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.faults.StoreUnavailable;
import com.guance.billing.subscription.Notice;
import com.guance.billing.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One node is in the middle of a cascade when another hears that it is no longer so, and goes down. */
class CascadeRacesTest {

    private static final int MANY = 501;

    private final BreakableStore shared = new BreakableStore(InMemoryBilling.create());
    private final Interposed slow = new Interposed(shared);
    private final Scene scene = new Scene(shared);
    private final CloudBilling slowNode = scene.under(slow, Policies.defaults());

    @Test
    @DisplayName(
            "END-4 INV-3 an end that another node hears while the cascade of an earlier one runs misses no workspace")
    void endedAgain() {
        scene.registerAccount();
        IntStream.range(0, MANY).forEach(i -> scene.register("wksp_" + i, "us1"));
        Notice end = cancelled();
        slow.after(3, () -> {
            scene.pass(Duration.ofMinutes(1));
            scene.aws.subscribe(BUYER);
            scene.deliverNotices();
            scene.pass(Duration.ofMinutes(1));
            Notice again = cancelled();
            shared.breakAfter(1);
            assertThatThrownBy(() -> scene.billing.receiveNotice().receive(again))
                    .isInstanceOf(StoreUnavailable.class);
            shared.mend();
        });
        slowNode.receiveNotice().receive(end);
        scene.billing.due().run(scene.now());
        assertThat(workspaces())
                .allMatch(workspace -> workspace.bindings().inForce().isEmpty() && workspace.isLocked());
    }

    @Test
    @DisplayName(
            "END-4 END-6 an activation that another node hears while an end's cascade runs reaches every workspace")
    void activeAgain() {
        scene.registerAccount();
        IntStream.range(0, MANY).forEach(i -> scene.register("wksp_" + i, "us1"));
        Notice end = cancelled();
        slow.after(3, () -> {
            scene.pass(Duration.ofMinutes(1));
            scene.aws.subscribe(BUYER);
            MarketplaceNotice active = scene.aws.takeNotices().get(0);
            shared.breakCascades();
            assertThatThrownBy(() -> scene.billing.receiveNotice().receive(scene.understood(active)))
                    .isInstanceOf(StoreUnavailable.class);
            shared.mend();
        });
        slowNode.receiveNotice().receive(end);
        scene.billing.due().run(scene.now());
        assertThat(workspaces()).noneMatch(Workspace::isLocked);
    }

    @Test
    @DisplayName("LOCK-7 UNL-2 arrears that are settled while another node tells of them lock no workspace for ever")
    void settledMeanwhile() {
        IntStream.range(0, MANY).forEach(i -> scene.registerAtBillingCenter("wksp_" + i, "us1"));
        slow.after(2, () -> {
            shared.breakAfter(1);
            assertThatThrownBy(() -> scene.billing.tellArrears().settled(HOLDER.id(), scene.by(staff())))
                    .isInstanceOf(StoreUnavailable.class);
            shared.mend();
        });
        slowNode.tellArrears().began(HOLDER.id(), scene.by(staff()));
        scene.billing.due().run(scene.now());
        assertThat(workspaces()).noneMatch(Workspace::isLocked);
    }

    @Test
    @DisplayName(
            "LOCK-7 arrears that are settled and begin again, at one instant, while another node tells of them lock all")
    void beganAgainAtOnce() {
        IntStream.range(0, MANY).forEach(i -> scene.registerAtBillingCenter("wksp_" + i, "us1"));
        slow.after(2, () -> {
            scene.billing.tellArrears().settled(HOLDER.id(), scene.by(staff()));
            shared.breakAfter(1);
            assertThatThrownBy(() -> scene.billing.tellArrears().began(HOLDER.id(), scene.by(staff())))
                    .isInstanceOf(StoreUnavailable.class);
            shared.mend();
        });
        slowNode.tellArrears().began(HOLDER.id(), scene.by(staff()));
        scene.billing.due().run(scene.now());
        assertThat(workspaces()).allMatch(Workspace::isLocked);
    }

    private Notice cancelled() {
        scene.aws.cancel(BUYER);
        List<MarketplaceNotice> notices = scene.aws.takeNotices();
        return scene.understood(notices.get(0));
    }

    private Stream<Workspace> workspaces() {
        return IntStream.range(0, MANY).mapToObj(i -> scene.workspace("wksp_" + i));
    }

    private static Actor staff() {
        return new Actor.Staff(new UserId("staff"));
    }
}
