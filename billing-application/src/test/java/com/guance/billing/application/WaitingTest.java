package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.HOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.Actor;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.faults.StoreUnavailable;
import com.guance.billing.workspace.Binding;
import com.guance.billing.workspace.SettlementEvent.WaitingEnded;
import com.guance.billing.workspace.SettlementMethod.ThroughBillingCenter;
import com.guance.billing.workspace.SettlementRule;
import com.guance.billing.workspace.WaitingEnd;
import com.guance.billing.workspace.Workspace;
import com.guance.billing.workspace.WorkspaceRefusal;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** SET-13: a workspace that the Billing Center pays for waits for a pending subscription. */
class WaitingTest {

    private static final WorkspaceId SHOP = new WorkspaceId("wksp_shop");

    private final Scene scene = new Scene();
    private Instant asked = scene.now();

    @BeforeEach
    void waits() {
        scene.claimAccount();
        scene.registerAtBillingCenter("wksp_shop", "us1");
        scene.pass(Duration.ofDays(1));
        asked = scene.now();
        ask();
    }

    @Test
    @DisplayName("SET-13 SET-6 the old payer pays until the activation; then the month of the request is used")
    void completes() {
        assertThat(shop().bindings().inForce()).containsExactly(new ThroughBillingCenter(HOLDER.id()));
        assertThat(shop().monthUsed()).isEmpty();
        scene.pass(Duration.ofDays(10));
        scene.aws.subscribe(BUYER);
        Instant active = scene.now();
        scene.pass(Duration.ofMinutes(3));
        scene.deliverNotices();
        assertThat(shop().bindings().last().map(Binding::from)).containsExactly(active);
        assertThat(shop().bindings().inForce().get().cloud()).isNotEmpty();
        assertThat(shop().monthUsed()).containsExactly(asked);
        assertThat(ends()).containsExactly(WaitingEnd.COMPLETED);
    }

    @Test
    @DisplayName(
            "SET-13 it may be withdrawn by Owner or holder; the month is given back, and nothing completes any more")
    void withdrawn() {
        Actor staff = new Actor.Staff(new UserId("staff"));
        assertThat(scene.billing.changeSettlement().withdraw(SHOP, scene.by(staff)))
                .isEqualTo(Either.left(new WorkspaceRefusal.NotForThisActor(staff)));
        Actor holder = new Actor.Holder(HOLDER.id());
        assertThat(scene.billing
                        .changeSettlement()
                        .withdraw(SHOP, scene.by(holder))
                        .isRight())
                .isTrue();
        assertThat(scene.billing.changeSettlement().withdraw(SHOP, scene.byOwner()))
                .isEqualTo(Either.left(new WorkspaceRefusal.NothingWaits(SHOP)));
        scene.aws.subscribe(BUYER);
        scene.deliverNotices();
        assertThat(shop().bindings().inForce()).containsExactly(new ThroughBillingCenter(HOLDER.id()));
        assertThat(shop().monthUsed()).isEmpty();
        assertThat(ask().isRight()).isTrue();
    }

    @Test
    @DisplayName("SET-13 it lapses after 14 days, to the instant: an activation heard then is too late")
    void lapses() {
        Instant lapse = asked.plus(Duration.ofDays(14));
        scene.clock.moveTo(lapse);
        scene.aws.subscribe(BUYER);
        scene.deliverNotices();
        assertThat(ends()).containsExactly(WaitingEnd.LAPSED);
        assertThat(shop().bindings().inForce()).containsExactly(new ThroughBillingCenter(HOLDER.id()));
        assertThat(shop().monthUsed()).isEmpty();
    }

    @Test
    @DisplayName(
            "SET-13 LOCK-6 an activation heard in time completes what waits, even if its cascade comes after the lapse")
    void heardInTime() {
        BreakableStore store = new BreakableStore(scene.store);
        CloudBilling breaking = scene.under(store, Policies.defaults());
        scene.clock.moveTo(asked.plus(Duration.ofDays(14)).minusNanos(1_000_000));
        scene.aws.subscribe(BUYER);
        store.breakAfter(1);
        assertThatThrownBy(() -> breaking.receiveNotice()
                        .receive(scene.understood(scene.aws.takeNotices().get(0))))
                .isInstanceOf(StoreUnavailable.class);
        scene.pass(Duration.ofDays(1));
        scene.billing.due().run(scene.now());
        assertThat(ends()).containsExactly(WaitingEnd.COMPLETED);
    }

    @Test
    @DisplayName("SET-13 a new request replaces the one that waits; the same again changes nothing")
    void replaced() {
        scene.events();
        ask();
        assertThat(scene.events()).isEmpty();
        scene.billing
                .changeSettlement()
                .through(SHOP, scene.account, pending(), scene.byOwner())
                .get();
        assertThat(ends()).containsExactly(WaitingEnd.REPLACED);
        assertThat(shop().waiting().get().subscription()).isEqualTo(Option.some(pending()));
    }

    @Test
    @DisplayName(
            "SET-13 SET-9 all rules are asked again at completion: a refused one names the rule, and gives the month back")
    void refusedAtCompletion() {
        Instant locked = scene.now().minus(Duration.ofHours(1));
        scene.billing
                .lockWorkspace()
                .lock(SHOP, "audit", new Request(new Actor.Staff(new UserId("staff")), locked))
                .get();
        scene.clock.moveTo(locked.plus(Duration.ofDays(14)));
        scene.aws.subscribe(BUYER);
        scene.deliverNotices();
        assertThat(scene.events())
                .filteredOn(WaitingEnded.class::isInstance)
                .extracting(event -> ((WaitingEnded) event).rule())
                .containsExactly(Option.some(SettlementRule.NOT_FULLY_LOCKED));
        assertThat(shop().monthUsed()).isEmpty();
        assertThat(shop().bindings().all()).hasSize(1);
    }

    private Either<?, Workspace> ask() {
        return scene.billing.changeSettlement().through(SHOP, scene.account, scene.byOwner());
    }

    private SubscriptionId pending() {
        return scene.store
                .<Void, SubscriptionId>inTransaction(stores -> Either.right(stores.cloudAccounts()
                        .find(scene.account)
                        .get()
                        .aggregate()
                        .expected()
                        .get(0)))
                .get();
    }

    private List<WaitingEnd> ends() {
        return scene.events().stream()
                .filter(WaitingEnded.class::isInstance)
                .map(event -> ((WaitingEnded) event).why())
                .toList();
    }

    private Workspace shop() {
        return scene.workspace("wksp_shop");
    }
}
