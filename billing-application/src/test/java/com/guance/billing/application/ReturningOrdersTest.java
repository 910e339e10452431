package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.HOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.WorkspaceId;
import com.guance.billing.arrival.ClaimTicket;
import com.guance.billing.subscription.Sign;
import com.guance.billing.workspace.Phase;
import com.guance.billing.workspace.SettlementMethod.ThroughCloudAccount;
import com.guance.billing.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A buyer whose subscription ends subscribes again: what the customer does and what the marketplace tells cross in every way. */
class ReturningOrdersTest {

    private static final WorkspaceId SHOP = new WorkspaceId("wksp_shop");

    /** In the order in which they happen, but that notices come when they please. */
    private enum Deed {
        LAND,
        CLAIM,
        CONFIRM,
        FINAL_END,
        ACTIVATION;

        boolean mayFollow(List<Deed> done) {
            return switch (this) {
                case LAND, FINAL_END, ACTIVATION -> true;
                case CLAIM -> done.contains(LAND);
                case CONFIRM -> done.contains(CLAIM);
            };
        }
    }

    @TestFactory
    @DisplayName("ARR-5 ARR-6 END-6 every order of landing, claim, confirmation, final end and activation binds both"
            + " workspaces")
    Stream<DynamicTest> everyOrder() {
        List<List<Deed>> orders = Orders.of(List.of(Deed.values()), Deed::mayFollow);
        assertThat(orders).hasSize(20);
        return orders.stream()
                .map(order -> DynamicTest.dynamicTest(order.toString(), () -> {
                    Scene scene = new Played(order).scene;
                    assertSettled(scene, scene.workspace("wksp_shop"));
                    assertSettled(scene, scene.workspace("wksp_old"));
                    assertThat(scene.onFile())
                            .singleElement()
                            .satisfies(account -> assertThat(account.expected()).isEmpty());
                }));
    }

    @Test
    @DisplayName("ARR-6 END-7 a confirmation before the final end has come waits, however late that comes")
    void lateFinalEnd() {
        Scene scene = new Played(List.of(Deed.LAND, Deed.CLAIM, Deed.CONFIRM, Deed.FINAL_END)).scene;
        assertThat(scene.workspace("wksp_shop").waiting()).isNotEmpty();
        assertThat(scene.onFile()).isEmpty();
        scene.pass(Duration.ofDays(13));
        scene.billing.due().run(scene.now());
        assertThat(scene.workspace("wksp_shop").waiting()).isNotEmpty();
    }

    private static void assertSettled(Scene scene, Workspace workspace) {
        assertThat(workspace.phase()).isEqualTo(Phase.ACTIVE);
        assertThat(workspace.locks().isLocked()).isFalse();
        assertThat(workspace.waiting()).isEmpty();
        assertThat(workspace.bindings().inForce().get())
                .isInstanceOfSatisfying(
                        ThroughCloudAccount.class,
                        through -> assertThat(through.account()).isEqualTo(scene.account));
    }

    /** An account whose only subscription ends, with a workspace that it paid for and one that the Billing Center pays for. */
    private static final class Played {

        private final Scene scene = Scene.withRegisteredAccount();
        private final List<ClaimTicket> tickets = new ArrayList<>();
        private final Instant ended;

        Played(List<Deed> order) {
            scene.register("wksp_old", "us1");
            scene.registerAtBillingCenter("wksp_shop", "us1");
            scene.pass(Duration.ofMinutes(10));
            hear("ending", Sign.Kind.ENDING, scene.now());
            scene.pass(Duration.ofMinutes(10));
            this.ended = scene.now();
            scene.pass(Duration.ofMinutes(10));
            order.forEach(this::play);
        }

        private void play(Deed deed) {
            switch (deed) {
                case LAND -> tickets.add(scene.land());
                case CLAIM ->
                    scene.billing
                            .claimCloudAccount()
                            .claim(tickets.get(0), HOLDER.id(), scene.byHolder())
                            .get();
                case CONFIRM ->
                    scene.billing
                            .changeSettlement()
                            .through(SHOP, scene.account, scene.byOwner())
                            .get();
                case FINAL_END -> hear("final", Sign.Kind.ENDED, ended);
                case ACTIVATION -> hear("active", Sign.Kind.ACTIVATED, ended.plusSeconds(60));
            }
        }

        private void hear(String id, Sign.Kind kind, Instant ownTime) {
            scene.billing
                    .receiveNotice()
                    .receive(scene.notice(id, scene.aws.customerIdentifier(BUYER), new Sign(kind, ownTime)));
        }
    }
}
