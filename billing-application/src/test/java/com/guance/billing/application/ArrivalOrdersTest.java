package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.HOLDER;
import static com.guance.billing.application.Scene.form;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.WorkspaceId;
import com.guance.billing.arrival.ClaimTicket;
import com.guance.billing.site.Cloud;
import com.guance.billing.workspace.Binding;
import com.guance.billing.workspace.Phase;
import com.guance.billing.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArrivalOrdersTest {

    private static final WorkspaceId SHOP = new WorkspaceId("wksp_shop");

    /** What a customer and the marketplace do, in any order that keeps what needs what. */
    private enum Deed {
        FORM,
        LAND,
        CLAIM,
        CONFIRM,
        ACTIVATION;

        boolean mayFollow(List<Deed> done) {
            return switch (this) {
                case FORM, LAND, ACTIVATION -> true;
                case CLAIM -> done.contains(LAND);
                case CONFIRM -> done.contains(CLAIM) && done.contains(FORM);
            };
        }
    }

    @TestFactory
    @DisplayName(
            "ARR-5 ARR-6 website first: every order of form, landing, claim, confirmation and activation ends alike")
    List<DynamicTest> everyOrder() {
        Workspace expected = played(List.of(Deed.ACTIVATION, Deed.LAND, Deed.CLAIM, Deed.FORM, Deed.CONFIRM));
        assertThat(expected.phase()).isEqualTo(Phase.ACTIVE);
        List<List<Deed>> orders = Orders.of(List.of(Deed.values()), Deed::mayFollow);
        assertThat(orders).hasSize(15);
        return orders.stream()
                .map(order -> DynamicTest.dynamicTest(
                        order.toString(), () -> assertThat(played(order)).isEqualTo(expected)))
                .toList();
    }

    @Test
    @DisplayName(
            "ARR-5 ARR-6 marketplace first: a form that names the account ends alike before and after the activation")
    void marketplaceFirst() {
        Scene told = Scene.withRegisteredAccount();
        Workspace expected = told.register("wksp_shop", "us1");
        Scene untold = new Scene();
        untold.aws.subscribe(BUYER);
        untold.claimAccount();
        assertThat(untold.register("wksp_shop", "us1").waiting()).isNotEmpty();
        untold.deliverNotices();
        assertThat(untold.workspace("wksp_shop")).isEqualTo(expected);
    }

    @Test
    @DisplayName("ARR-6 NOT-6 a confirmation before the activation is pending, and pays from the later of both on")
    void pending() {
        Scene scene = new Scene();
        scene.aws.subscribe(BUYER);
        scene.claimAccount();
        play(scene, Deed.FORM);
        scene.pass(Duration.ofHours(1));
        Instant confirmed = scene.now();
        Workspace answered = scene.billing
                .changeSettlement()
                .through(SHOP, scene.account, scene.byOwner())
                .get();
        assertThat(answered.waiting().get().account()).isEqualTo(scene.account);
        assertThat(answered.phase()).isEqualTo(Phase.AWAITING_SUBSCRIPTION);
        scene.pass(Duration.ofHours(1));
        scene.deliverNotices();
        assertThat(scene.workspace("wksp_shop").bindings().last().map(Binding::from))
                .containsExactly(confirmed);
        assertThat(scene.workspace("wksp_shop").activeSince()).containsExactly(confirmed);
        assertThat(scene.workspace("wksp_shop").waiting()).isEmpty();
    }

    private static Workspace played(List<Deed> order) {
        Scene scene = new Scene();
        scene.aws.subscribe(BUYER);
        List<ClaimTicket> tickets = new ArrayList<>();
        order.forEach(deed -> {
            switch (deed) {
                case LAND -> tickets.add(scene.land());
                case CLAIM ->
                    assertThat(scene.billing
                                    .claimCloudAccount()
                                    .claim(tickets.get(0), HOLDER.id(), scene.byHolder())
                                    .isRight())
                            .isTrue();
                default -> play(scene, deed);
            }
        });
        return scene.workspace("wksp_shop");
    }

    private static void play(Scene scene, Deed deed) {
        switch (deed) {
            case FORM ->
                scene.billing
                        .registerWorkspace()
                        .awaitingSubscription(form("wksp_shop", "us1"), HOLDER.id(), Cloud.AWS, scene.byOwner())
                        .get();
            case CONFIRM ->
                scene.billing
                        .changeSettlement()
                        .through(SHOP, scene.account, scene.byOwner())
                        .get();
            case ACTIVATION -> scene.deliverNotices();
            default -> throw new IllegalArgumentException(deed.name());
        }
    }
}
