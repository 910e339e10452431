package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.HOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.Actor;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.ports.faults.StoreUnavailable;
import com.guance.billing.subscription.Sign;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.Phase;
import com.guance.billing.workspace.SettlementEvent.WaitingEnded;
import com.guance.billing.workspace.WaitingEnd;
import com.guance.billing.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What was heard of a payer counts from then on, also while its cascade has not reached a workspace: a crash decides nothing. */
class UnheardTest {

    private static final WorkspaceId SHOP = new WorkspaceId("wksp_shop");
    private static final LockCause ARREARS = new LockCause.Arrears(HOLDER.id());

    private final BreakableStore store = new BreakableStore(InMemoryBilling.create());
    private final Scene scene = new Scene(store);

    @Test
    @DisplayName(
            "END-6 LOCK-6 who subscribed again in time is not locked fully, though the cascade broke and time ran first")
    void returnedInTime() {
        scene.registerAccount();
        scene.register("wksp_shop", "us1");
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
        scene.pass(Duration.ofHours(2));
        scene.deliverNotices();
        scene.pass(Duration.ofDays(14).minusHours(2).minusSeconds(1));
        scene.aws.subscribe(BUYER);
        broken(() -> scene.deliverNotices());
        scene.pass(Duration.ofDays(1));
        assertThat(scene.billing.ask().lockState(SHOP, scene.now()).get().phase())
                .isEqualTo(Phase.ACTIVE);
        scene.billing.due().run(scene.now());
        assertThat(shop().phase()).isEqualTo(Phase.ACTIVE);
    }

    @Test
    @DisplayName("UNL-2 LOCK-6 who settled the arrears in time is not locked fully, though the cascade broke")
    void settledInTime() {
        scene.registerAtBillingCenter("wksp_shop", "us1");
        scene.billing.tellArrears().began(HOLDER.id(), scene.by(staff()));
        scene.pass(Duration.ofDays(14).minusSeconds(1));
        broken(() -> scene.billing.tellArrears().settled(HOLDER.id(), scene.by(staff())));
        scene.pass(Duration.ofDays(1));
        scene.billing.lockWorkspace().lock(SHOP, "abuse", scene.by(staff())).get();
        assertThat(shop().phase()).isEqualTo(Phase.LOCKED);
        assertThat(shop().locks().causes()).doesNotContain(ARREARS);
    }

    @Test
    @DisplayName("LOCK-7 UNL-2 nobody escapes arrears that have begun by changing before they are reached")
    void noEscape() {
        scene.registerAccount();
        scene.registerAtBillingCenter("wksp_shop", "us1");
        broken(() -> scene.billing.tellArrears().began(HOLDER.id(), scene.by(staff())));
        Workspace changed = scene.billing
                .changeSettlement()
                .through(SHOP, Scene.ACCOUNT, scene.byOwner())
                .get();
        assertThat(changed.locks().causes()).containsExactly(ARREARS);
        scene.billing.due().run(scene.now());
        assertThat(shop().locks().causes()).containsExactly(ARREARS);
    }

    @Test
    @DisplayName("LOCK-2 END-4 arrears settled after an end whose cascade broke do not start the countdown anew")
    void settledAfterTheEnd() {
        scene.registerAccount();
        scene.registerAtBillingCenter("wksp_shop", "us1");
        scene.billing.tellArrears().began(HOLDER.id(), scene.by(staff()));
        Instant deadline = scene.now().plus(Duration.ofDays(14));
        scene.billing
                .changeSettlement()
                .through(SHOP, Scene.ACCOUNT, scene.byOwner())
                .get();
        scene.pass(Duration.ofDays(3));
        scene.aws.cancel(BUYER);
        broken(() -> scene.deliverNotices());
        scene.pass(Duration.ofDays(1));
        scene.billing.tellArrears().settled(HOLDER.id(), scene.by(staff()));
        scene.billing.due().run(scene.now());
        assertThat(shop().locks().causes()).hasSize(1).doesNotContain(ARREARS);
        assertThat(shop().locks().countdown().get().deadline()).isEqualTo(deadline);
    }

    @Test
    @DisplayName(
            "ARR-5 ARR-6 who subscribes again after the end and confirms before the notice waits, and is served by it")
    void confirmedBeforeTheNotice() {
        scene.registerAccount();
        scene.aws.cancel(BUYER);
        scene.pass(Duration.ofHours(2));
        scene.deliverNotices();
        scene.pass(Duration.ofDays(1));
        scene.registerAtBillingCenter("wksp_shop", "us1");
        scene.aws.subscribe(BUYER);
        scene.land();
        Workspace waiting = scene.billing
                .changeSettlement()
                .through(SHOP, Scene.ACCOUNT, scene.byOwner())
                .get();
        assertThat(waiting.waiting()).isNotEmpty();
        scene.deliverNotices();
        assertThat(shop().waiting()).isEmpty();
        assertThat(shop().bindings().inForce().flatMap(method -> method.cloud()))
                .isNotEmpty();
    }

    @Test
    @DisplayName("SET-13 ARR-8 who asks again after a failure whose cascade broke asks anew, and waits")
    void askedAgain() {
        scene.claimAccount();
        assertWaitsAnew();
    }

    @Test
    @DisplayName("SET-13 ARR-8 so does who waits for the next life of a subscription that ends")
    void askedAgainWhileEnding() {
        scene.registerAccount();
        hear("ending", Sign.Kind.ENDING);
        scene.claimAccount();
        assertWaitsAnew();
    }

    private void assertWaitsAnew() {
        scene.registerAtBillingCenter("wksp_shop", "us1");
        through();
        scene.pass(Duration.ofMinutes(1));
        broken(() -> hear("f", Sign.Kind.NOT_ACTIVATED));
        scene.pass(Duration.ofMinutes(1));
        through();
        assertThat(withdrawn()).isEqualTo(1);
        scene.billing.due().run(scene.now());
        assertThat(shop().waiting()).isNotEmpty();
    }

    private long withdrawn() {
        return scene.events().stream()
                .filter(event -> event instanceof WaitingEnded ended && ended.why() == WaitingEnd.SUBSCRIPTION_FAILED)
                .count();
    }

    private void through() {
        assertThat(scene.billing
                        .changeSettlement()
                        .through(SHOP, scene.account, scene.byOwner())
                        .get()
                        .waiting())
                .isNotEmpty();
    }

    private void hear(String id, Sign.Kind kind) {
        String customer = scene.aws.customerIdentifier(BUYER);
        scene.billing.receiveNotice().receive(scene.notice(id, customer, new Sign(kind, scene.now())));
    }

    private void broken(Runnable told) {
        store.breakAfter(1);
        assertThatThrownBy(told::run).isInstanceOf(StoreUnavailable.class);
        store.mend();
    }

    private Workspace shop() {
        return scene.workspace("wksp_shop");
    }

    private static Actor staff() {
        return new Actor.Staff(new UserId("staff"));
    }
}
