package com.guance.billing.application;

import static com.guance.billing.application.Scene.ACCOUNT;
import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.HOLDER;
import static com.guance.billing.application.Scene.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.Actor;
import com.guance.billing.WorkspaceId;
import com.guance.billing.arrival.ClaimRefusal;
import com.guance.billing.arrival.ClaimTicket;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.inmemory.marketplace.MarketplaceNotice;
import com.guance.billing.ports.faults.StoreUnavailable;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.Sign;
import com.guance.billing.workspace.LockEvent.LockPlaced;
import com.guance.billing.workspace.SettlementEvent.AssociationDeleted;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EndingTest {

    /** Three chunks of the cascade, the last one partial. */
    private static final int MANY = 1_201;

    @Test
    @DisplayName("END-1 an end for a customer never seen is taken and kept, and no older activation revives it (NOT-2)")
    void unknownCustomer() {
        Scene scene = new Scene();
        Instant end = scene.now();
        scene.pass(Duration.ofMinutes(1));
        assertThat(receive(scene, "n1", new Sign(Sign.Kind.ENDED, end))).isInstanceOf(NoticeOutcome.Parked.class);
        assertThat(receive(scene, "n2", new Sign(Sign.Kind.ACTIVATED, end.minusSeconds(60))))
                .isInstanceOf(NoticeOutcome.Stale.class);
        scene.land();
        assertThat(claimed(scene).get().isOnFile()).isFalse();
    }

    @Test
    @DisplayName("END-1 END-2 an end that comes twice, or again as final, unbinds and locks each workspace once")
    void twice() {
        Scene scene = Scene.withRegisteredAccount();
        scene.register("wksp_shop", "us1");
        scene.events();
        scene.aws.cancel(BUYER);
        List<MarketplaceNotice> pending = scene.aws.takeNotices();
        assertThat(scene.billing.receiveNotice().receive(scene.understood(pending.get(0))))
                .isInstanceOf(NoticeOutcome.Applied.class);
        Workspace locked = scene.workspace("wksp_shop");
        scene.pass(Duration.ofMinutes(61));
        assertThat(scene.billing.receiveNotice().receive(scene.understood(pending.get(0))))
                .isEqualTo(new NoticeOutcome.Duplicate());
        scene.deliverNotices();
        assertThat(scene.workspace("wksp_shop")).isEqualTo(locked);
        assertThat(scene.events())
                .filteredOn(event -> event instanceof LockPlaced || event instanceof AssociationDeleted)
                .hasSize(2);
    }

    @Test
    @DisplayName("END-2 END-3 INV-3 all workspaces of the account on every site end at one F, and no other workspace"
            + " changes")
    void allOfThem() {
        Scene scene = Scene.withRegisteredAccount();
        scene.registerAtBillingCenter("wksp_other", "us1");
        IntStream.range(0, MANY).forEach(i -> scene.register("wksp_" + i, i % 2 == 0 ? "us1" : "eu1"));
        Workspace other = scene.workspace("wksp_other");
        scene.pass(Duration.ofMinutes(30));
        Instant freeze = scene.now();
        scene.aws.cancel(BUYER);
        scene.pass(Duration.ofMinutes(5));
        scene.deliverNotices();
        for (int i = 0; i < MANY; i++) {
            Workspace workspace = scene.workspace("wksp_" + i);
            assertThat(workspace.bindings().inForce()).isEmpty();
            assertThat(workspace.bindings().last().get().until()).containsExactly(freeze);
            assertThat(workspace.locks().deadline()).containsExactly(scene.now().plus(Duration.ofDays(14)));
        }
        assertThat(scene.workspace("wksp_other")).isEqualTo(other);
    }

    @Test
    @DisplayName("END-4 a cascade that breaks off resumes where it stopped, each workspace once, with the same F and"
            + " deadline")
    void resumes() {
        BreakableStore store = new BreakableStore(InMemoryBilling.create());
        Scene scene = new Scene(store);
        scene.registerAccount();
        IntStream.range(0, MANY).forEach(i -> scene.register("wksp_" + i, "us1"));
        scene.events();
        Instant end = scene.now();
        scene.aws.cancel(BUYER);
        store.breakAfter(2);
        assertThatThrownBy(scene::deliverNotices).isInstanceOf(StoreUnavailable.class);
        store.mend();
        scene.pass(Duration.ofHours(3));
        assertThat(scene.billing.due().run(scene.now()).reached()).isEqualTo(MANY - 500);
        List<LockPlaced> locks = scene.events().stream()
                .filter(LockPlaced.class::isInstance)
                .map(LockPlaced.class::cast)
                .collect(Collectors.toUnmodifiableList());
        assertThat(locks.stream().map(LockPlaced::workspace))
                .doesNotHaveDuplicates()
                .hasSize(MANY);
        assertThat(locks).allMatch(lock -> lock.countdown().deadline().equals(end.plus(Duration.ofDays(14))));
        assertThat(scene.billing.due().run(scene.now()).reached()).isZero();
    }

    @Test
    @DisplayName("END-4 a command that comes before the cascade judges the workspace as if it had been reached")
    void beforeTheCascade() {
        BreakableStore store = new BreakableStore(InMemoryBilling.create());
        Scene scene = new Scene(store);
        scene.registerAccount();
        scene.register("wksp_shop", "us1");
        scene.events();
        Instant freeze = scene.now();
        scene.aws.cancel(BUYER);
        store.breakAfter(1);
        assertThatThrownBy(scene::deliverNotices).isInstanceOf(StoreUnavailable.class);
        store.mend();
        scene.pass(Duration.ofHours(1));
        WorkspaceId shop = new WorkspaceId("wksp_shop");
        Workspace paid = scene.billing
                .changeSettlement()
                .byBillingCenter(shop, scene.byOwner())
                .get();
        assertThat(paid.isLocked()).isFalse();
        assertThat(paid.bindings().all().get(0).until()).containsExactly(freeze);
        assertThat(paid.bindings().all().get(1).from()).isEqualTo(scene.now());
        scene.billing.due().run(scene.now());
        assertThat(scene.workspace("wksp_shop")).isEqualTo(paid);
    }

    @Test
    @DisplayName("END-7 an ended account is off file, remembered until the last countdown, then free for another")
    void remembered() {
        Scene scene = Scene.withRegisteredAccount();
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
        assertThat(scene.onFile()).isEmpty();
        scene.pass(Duration.ofDays(14).minusSeconds(1));
        ClaimTicket ticket = scene.land();
        assertThat(scene.billing.claimCloudAccount().claim(ticket, OTHER.id(), scene.by(new Actor.Holder(OTHER.id()))))
                .isEqualTo(Either.left(new ClaimRefusal.RegisteredElsewhere(ACCOUNT, HOLDER.id())));
        scene.pass(Duration.ofSeconds(1));
        assertThat(scene.billing
                        .claimCloudAccount()
                        .claim(ticket, OTHER.id(), scene.by(new Actor.Holder(OTHER.id())))
                        .isRight())
                .isTrue();
    }

    @Test
    @DisplayName("END-6 subscribing again before the end is final returns to the same life; afterwards begins the next")
    void lives() {
        Scene scene = Scene.withRegisteredAccount();
        String first = subscription(scene);
        scene.aws.cancel(BUYER);
        scene.pass(Duration.ofMinutes(10));
        scene.aws.subscribe(BUYER);
        scene.deliverNotices();
        assertThat(subscription(scene)).isEqualTo(first);
        scene.aws.cancel(BUYER);
        scene.pass(Duration.ofMinutes(61));
        scene.deliverNotices();
        scene.aws.subscribe(BUYER);
        scene.deliverNotices();
        assertThat(subscription(scene)).isNotEqualTo(first);
    }

    private static String subscription(Scene scene) {
        CloudAccount account = scene.onFile().get(0);
        return account.payer().get().subscription().value();
    }

    private static NoticeOutcome receive(Scene scene, String id, Sign sign) {
        return scene.billing.receiveNotice().receive(scene.notice(id, scene.aws.customerIdentifier(BUYER), sign));
    }

    private static Either<ClaimRefusal, CloudAccount> claimed(Scene scene) {
        return scene.billing
                .claimCloudAccount()
                .claim(scene.land(), HOLDER.id(), scene.by(new Actor.Holder(HOLDER.id())));
    }
}
