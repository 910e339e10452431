package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.HOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.Actor;
import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.WorkspaceId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.driving.Page;
import com.guance.billing.ports.driving.PageRequest;
import com.guance.billing.ports.faults.StoreUnavailable;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.Workspace;
import com.guance.billing.workspace.WorkspaceEvent;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskingTest {

    private static final WorkspaceId SHOP = new WorkspaceId("wksp_shop");

    private final Scene scene = Scene.withRegisteredAccount();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 6, 7, 500})
    @DisplayName(
            "SET-10 the workspaces that an account pays for now, page by page: each once, in the order of their ids")
    void workspaces(int size) {
        IntStream.range(0, 6).forEach(i -> scene.register("wksp_" + i, "us1"));
        scene.registerAtBillingCenter("wksp_other", "us1");
        assertThat(all(size, page -> scene.billing.ask().workspaces(scene.account, page)))
                .extracting(workspace -> workspace.id().value())
                .containsExactly("wksp_0", "wksp_1", "wksp_2", "wksp_3", "wksp_4", "wksp_5");
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
        assertThat(all(size, page -> scene.billing.ask().workspaces(scene.account, page)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 500})
    @DisplayName("END-7 the cloud accounts on file, page by page: registered here, with an active subscription")
    void onFile(int size) {
        List<String> buyers = List.of("000000000001", "000000000002", "000000000003");
        buyers.forEach(buyer -> {
            scene.aws.subscribe(buyer);
            scene.billing.claimCloudAccount().claim(scene.land(buyer), HOLDER.id(), scene.byHolder());
        });
        scene.deliverNotices();
        scene.aws.cancel("000000000002");
        scene.deliverNotices();
        List<CloudAccount> found = all(size, page -> scene.billing.ask().registeredCloudAccounts(HOLDER.id(), page));
        assertThat(found)
                .extracting(account -> account.id().value())
                .containsExactly("aws:000000000001", "aws:000000000003", "aws:" + BUYER);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 500})
    @DisplayName(
            "INV-4 the audit trail, page by page: all events, each with who and when, and their fold is the workspace")
    void auditTrail(int size) {
        Request registered = scene.byOwner();
        scene.register("wksp_shop", "us1");
        scene.pass(Duration.ofHours(1));
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
        Request ended = scene.by(new Actor.Marketplace("aws"));
        scene.pass(Duration.ofHours(1));
        Request chosen = scene.by(new Actor.Holder(HOLDER.id()));
        scene.billing.changeSettlement().byBillingCenter(SHOP, chosen).get();
        List<WorkspaceEvent> trail = all(size, page -> scene.billing.ask().auditTrail(SHOP, page));
        assertThat(Workspace.replay(trail)).isEqualTo(scene.workspace("wksp_shop"));
        assertThat(trail.stream().map(DomainEvent::request).distinct()).containsExactly(registered, ended, chosen);
        assertThat(trail)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly(
                        "WorkspaceRegistered",
                        "SettlementMethodChanged",
                        "WorkspaceActivated",
                        "AssociationDeleted",
                        "LockPlaced",
                        "SettlementMethodChanged",
                        "LockReleased");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "4294967296", "wksp_shop", ""})
    @DisplayName("a page of an audit trail that begins after nothing of its is nonsense, and no store is asked")
    void noSuchPage(String after) {
        PageRequest page = new PageRequest(Option.some(after), 1);
        BreakableStore store = new BreakableStore(scene.store);
        CloudBilling breaking = scene.under(store, Policies.defaults());
        store.breakAfter(0);
        assertThatThrownBy(() -> breaking.ask().auditTrail(SHOP, page)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("SET-10 of what is not registered there is nothing to say")
    void unknown() {
        WorkspaceId nowhere = new WorkspaceId("wksp_nowhere");
        assertThat(scene.billing.ask().workspace(nowhere)).isEmpty();
        assertThat(scene.billing.ask().lockState(nowhere, scene.now())).isEmpty();
        assertThat(scene.billing.ask().auditTrail(nowhere, PageRequest.first(1)).items())
                .isEmpty();
    }

    @Test
    @DisplayName("END-4 LOCK-6 what locks a workspace is told as if the end had reached it, before its cascade runs")
    void beforeTheCascade() {
        BreakableStore store = new BreakableStore(scene.store);
        CloudBilling breaking = scene.under(store, Policies.defaults());
        scene.register("wksp_shop", "us1");
        scene.aws.cancel(BUYER);
        store.breakAfter(1);
        assertThatThrownBy(() -> breaking.receiveNotice()
                        .receive(scene.understood(scene.aws.takeNotices().get(0))))
                .isInstanceOf(StoreUnavailable.class);
        assertThat(scene.workspace("wksp_shop").isLocked()).isFalse();
        assertThat(scene.billing.ask().lockState(SHOP, scene.now()).get().causes())
                .hasOnlyElementsOfType(LockCause.SubscriptionEnded.class)
                .hasSize(1);
    }

    private static <T> List<T> all(int size, Function<PageRequest, Page<T>> ask) {
        List<T> items = new ArrayList<>();
        Option<PageRequest> next = Option.some(PageRequest.first(size));
        while (next.isDefined()) {
            Page<T> page = ask.apply(next.get());
            assertThat(page.items()).hasSizeLessThanOrEqualTo(size);
            items.addAll(page.items());
            next = page.next();
        }
        return items;
    }
}
