package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.HOLDER;
import static com.guance.billing.application.Scene.form;
import static com.guance.billing.subscription.Sign.Kind.ACTIVATED;
import static com.guance.billing.subscription.Sign.Kind.CANCELLED;
import static com.guance.billing.subscription.Sign.Kind.SUPERSEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.Actor;
import com.guance.billing.Request;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.metering.Books;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.faults.StoreUnavailable;
import com.guance.billing.site.Cloud;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Product;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.Phase;
import com.guance.billing.workspace.SettlementRefusal;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A payer changes on another node between what a decision reads of it and what the decision writes. */
class OvertakenTest {

    private static final WorkspaceId SHOP = new WorkspaceId("wksp_shop");
    private static final LockCause ARREARS = new LockCause.Arrears(HOLDER.id());

    private final BreakableStore shared = new BreakableStore(InMemoryBilling.create());
    private final Overtaken slow = new Overtaken(shared);
    private final Scene scene = new Scene(shared);
    private final CloudBilling slowNode = scene.under(slow, Policies.defaults());

    @Test
    @DisplayName(
            "END-4 SET-4 whoever chooses an account while its end is heard is refused, as if it had been heard before")
    void choosing() {
        scene.registerAccount();
        scene.registerAtBillingCenter("wksp_shop", "us1");
        overtakenBy(this::cancelled);
        assertThat(slowNode.changeSettlement().through(SHOP, scene.account, scene.byOwner()))
                .isEqualTo(Either.left(new SettlementRefusal.NoActiveSubscription(scene.account)));
        assertThat(shop().phase()).isEqualTo(Phase.ACTIVE);
    }

    @Test
    @DisplayName("END-4 ARR-4 nobody is registered with an account whose end is heard meanwhile")
    void registering() {
        scene.registerAccount();
        overtakenBy(this::cancelled);
        assertThat(slowNode.registerWorkspace()
                        .paidThrough(form("wksp_shop", "us1"), HOLDER.id(), scene.account, scene.byOwner())
                        .isLeft())
                .isTrue();
        assertThat(scene.billing.ask().workspace(SHOP)).isEmpty();
    }

    @Test
    @DisplayName(
            "LOCK-7 whoever changes to an account, or registers with it, while its arrears begin is locked for them")
    void intoArrears() {
        scene.registerAccount();
        scene.register("wksp_shop", "us1");
        cancelled();
        overtakenBy(this::arrearsBegin);
        assertThat(slowNode.changeSettlement()
                        .byBillingCenter(SHOP, scene.byOwner())
                        .get()
                        .locks()
                        .causes())
                .containsExactly(ARREARS);
        scene.billing.tellArrears().settled(HOLDER.id(), scene.by(staff()));
        overtakenBy(this::arrearsBegin);
        assertThat(slowNode.registerWorkspace()
                        .paidByBillingCenter(form("wksp_new", "us1"), HOLDER.id(), scene.byOwner())
                        .get()
                        .locks()
                        .causes())
                .containsExactly(ARREARS);
    }

    @Test
    @DisplayName(
            "END-4 END-6 what a command restores of an unfinished return is lost again when the account ends meanwhile")
    void restoredByACommand() {
        scene.registerAccount();
        scene.register("wksp_shop", "us1");
        cancelled();
        returnsUntold();
        overtakenBy(this::cancelled);
        slowNode.lockWorkspace().lock(SHOP, "audit", scene.by(staff())).get();
        assertEnded();
    }

    @Test
    @DisplayName("END-4 UNL-2 what settling the arrears restores of an unfinished return is lost when the account ends")
    void restoredByArrears() {
        scene.registerAccount();
        scene.registerAtBillingCenter("wksp_shop", "us1");
        arrearsBegin();
        scene.billing
                .changeSettlement()
                .through(SHOP, scene.account, scene.byOwner())
                .get();
        cancelled();
        returnsUntold();
        overtakenBy(this::cancelled);
        Instant told =
                scene.now().plus(Duration.ofMinutes(2)); // the end is heard before, and comes to its cascade after
        slowNode.tellArrears().settled(HOLDER.id(), new Request(staff(), told));
        assertEnded();
    }

    @Test
    @DisplayName("END-4 END-5 no license takes over that ends itself while the cascade of the other one runs")
    void takerEnds() {
        scene.claimAccount();
        Licenses licenses = new Licenses(scene);
        licenses.license(1, ACTIVATED);
        scene.register("wksp_shop", "us1");
        scene.pass(Duration.ofMinutes(1));
        licenses.license(2, ACTIVATED);
        scene.pass(Duration.ofMinutes(1));
        shared.breakAfter(1);
        assertThatThrownBy(() -> licenses.ended(1, CANCELLED)).isInstanceOf(StoreUnavailable.class);
        shared.mend();
        overtakenBy(() -> licenses.ended(2, CANCELLED));
        slowNode.due().run(scene.now());
        assertEnded();
    }

    @Test
    @DisplayName("ARR-6 ARR-8 nobody waits in vain for an account of which another license becomes active meanwhile")
    void anotherActive() {
        scene.claimAccount();
        scene.register("wksp_shop", "us1");
        scene.aws.failToSubscribe(BUYER);
        overtakenBy(() -> {
            shared.breakCascades();
            assertThatThrownBy(() -> new Licenses(scene).license(1, ACTIVATED)).isInstanceOf(StoreUnavailable.class);
            shared.mend();
        });
        scene.aws.takeNotices().forEach(failed -> slowNode.receiveNotice().receive(scene.understood(failed)));
        scene.billing.due().run(scene.now());
        assertThat(shop().phase()).isEqualTo(Phase.ACTIVE);
    }

    @Test
    @DisplayName("END-9 LOCK-7 whom time switches to the Billing Center while arrears begin there is locked for them")
    void switchedIntoArrears() {
        Scene alibaba = new Scene(
                shared,
                new MarketplaceProfile(
                        new Product("alibaba", "prod"),
                        Cloud.ALIBABA,
                        Currency.getInstance("USD"),
                        Duration.ofHours(24)));
        alibaba.claimAccount();
        Licenses licenses = new Licenses(alibaba);
        licenses.license(1, ACTIVATED);
        alibaba.register("wksp_shop", "cn1");
        licenses.ended(1, SUPERSEDED);
        alibaba.pass(Duration.ofHours(24));
        scene.clock.moveTo(alibaba.now());
        overtakenBy(this::arrearsBegin);
        slowNode.due().run(alibaba.now());
        assertThat(shop().locks().causes()).containsExactly(ARREARS);
    }

    @Test
    @DisplayName("MET-2 MET-7 usage that is taken while its payer's return is heard is paid for by that payer")
    void takenWhileItsPayerReturns() {
        scene.registerAccount();
        scene.register("wksp_shop", "us1");
        cancelled();
        scene.pass(Duration.ofMinutes(1));
        scene.aws.subscribe(BUYER);
        scene.pass(Duration.ofMinutes(1));
        slow.whenItWrites(call -> call.name().equals("Charges.add"), scene::deliverNotices);
        slowNode.takeCharges().take(List.of(scene.charge("wksp_shop", "3", scene.now())), scene.now());
        scene.pass(Duration.ofHours(2));
        scene.billing.due().run(scene.now());
        assertThat(scene.billing
                        .ask()
                        .books(scene.account)
                        .get(0)
                        .of(Books.Standing.ACCEPTED)
                        .toString())
                .isEqualTo("3");
    }

    private void overtakenBy(Runnable others) {
        slow.whenItWrites(call -> call.name().equals("Workspaces.save"), others);
    }

    private void cancelled() {
        scene.pass(Duration.ofMinutes(1));
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
    }

    private void returnsUntold() {
        scene.pass(Duration.ofMinutes(1));
        scene.aws.subscribe(BUYER);
        shared.breakAfter(1);
        assertThatThrownBy(scene::deliverNotices).isInstanceOf(StoreUnavailable.class);
        shared.mend();
    }

    private void arrearsBegin() {
        scene.billing.tellArrears().began(HOLDER.id(), scene.by(staff()));
    }

    private void assertEnded() {
        scene.billing.due().run(scene.now());
        assertThat(shop().bindings().inForce()).isEmpty();
        assertThat(shop().locks().isByEnd()).isTrue();
    }

    private Workspace shop() {
        return scene.workspace("wksp_shop");
    }

    private static Actor staff() {
        return new Actor.Staff(new UserId("staff"));
    }
}
