package com.guance.billing.application;

import static com.guance.billing.application.Scene.UNITS;
import static com.guance.billing.subscription.Sign.Kind.ACTIVATED;
import static com.guance.billing.subscription.Sign.Kind.CANCELLED;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.SubscriptionId;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.HoldScope;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordedHours;
import com.guance.billing.policy.Policies;
import com.guance.billing.reconciliation.BilledLine;
import com.guance.billing.reconciliation.Finding;
import com.guance.billing.reconciliation.Legible;
import com.guance.billing.reconciliation.Reconciliation;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.workspace.LockEvent.LockReminded;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What cannot be read beside others in one call, one answer or one page stops only itself (REL-1). */
class UnreadableBesideOthersTest {

    private final DamagedStore store = new DamagedStore(InMemoryBilling.create());
    private final Scene scene = new Scene(store);

    @Test
    @DisplayName(
            "REL-1 SUB-6 a hold that cannot be read keeps its own record back; the 24 others of the call are billed")
    void hold() {
        Tenants tenants = Tenants.subscribed(scene, 25);
        scene.clock.moveTo(Tenants.hour(0));
        tenants.useOne(UNITS);
        scene.pass(Duration.ofMinutes(10));
        HoldScope damaged = new HoldScope.OfMeter(new Meter(customer(tenants, 7), UNITS));
        store.damage(damaged);

        scene.billing.due().run(scene.now());

        assertThat(scene.aws.billed()).hasSize(24);
        assertThat(tenants.billed(7, UNITS)).isZero();
        assertThat(scene.billing.askHealth().health(scene.now()).unreadable().entries())
                .isEqualTo(1);
        store.mend();
        scene.billing.due().run(scene.now());
        assertThat(tenants.billed(7, UNITS)).isEqualTo(1);
    }

    @Test
    @DisplayName("REL-1 SUB-5 a denied record whose payer cannot be read waits; the 24 answers beside it are stored")
    void answers() {
        Tenants tenants = Tenants.subscribed(scene, 25);
        scene.clock.moveTo(Tenants.hour(0));
        tenants.useOne(UNITS);
        scene.pass(Duration.ofMinutes(10));
        scene.aws.suspend(Tenants.buyer(7));
        CalledMarketplace called = new CalledMarketplace(scene.aws.asPort(scene.profile));
        called.during(() -> store.damage(new SubscriptionId(customer(tenants, 7).key() + "#1")));

        assertThat(scene.selling(called).due().run(scene.now()).submitted()).isEqualTo(24);

        assertThat(called.calls()).hasSize(1);
        assertThat(standing(tenants, 3, Standing.ACCEPTED)).isEqualTo(Quantity.whole(1));
        store.mend();
        assertThat(standing(tenants, 7, Standing.WAITING)).isEqualTo(Quantity.whole(1));
        scene.pass(Policies.defaults().submitting().retries().lease());
        scene.aws.reinstate(Tenants.buyer(7));
        scene.billing.due().run(scene.now());
        assertThat(standing(tenants, 7, Standing.ACCEPTED)).isEqualTo(Quantity.whole(1));
    }

    @Test
    @DisplayName(
            "REL-1 END-5 LOCK-4 a workspace whose taker cannot be read waits; the five that are due beside it are reminded")
    void taker() {
        Licenses licenses = new Licenses(scene);
        scene.claimAccount();
        licenses.license(1, ACTIVATED);
        scene.pass(Duration.ofMinutes(1));
        licenses.license(2, ACTIVATED);
        licenses.bound("wksp_paid", 1);
        lock("wksp_paid");
        List<String> others = List.of("wksp_0", "wksp_1", "wksp_2", "wksp_3", "wksp_4");
        others.forEach(other -> {
            scene.registerAtBillingCenter(other, "us1");
            lock(other);
        });
        store.damage(licenses.through(2).subscription());
        licenses.ended(1, CANCELLED);
        scene.events();
        scene.pass(Duration.ofDays(8));

        scene.billing.due().run(scene.now());

        assertThat(reminded()).containsExactlyInAnyOrderElementsOf(others);
        store.mend();
        scene.billing.due().run(scene.now());
        assertThat(reminded()).containsExactly("wksp_paid");
        assertThat(scene.workspace("wksp_paid").bindings().inForce()).contains(licenses.through(2));
    }

    @Test
    @DisplayName("REL-1 ASK-3 a line without a product is ours also where the customer's subscription cannot be read")
    void lineOfAnUnreadableCustomer() {
        Tenants tenants = Tenants.subscribed(scene, 2);
        List<BilledLine> lines = List.of(line(tenants, 0), line(tenants, 1));
        store.damage(new SubscriptionId(customer(tenants, 1).key() + "#1"));

        Reconciliation found = scene.billing
                .reconcile()
                .byHour(
                        new RecordedHours(
                                scene.profile.product(),
                                MeteringHour.of(scene.now()),
                                MeteringHour.of(scene.now().plus(Duration.ofHours(1)))),
                        Legible.of(lines),
                        List.of());

        assertThat(found.findings()).hasSize(2).allMatch(Finding.OnlyThere.class::isInstance);
        assertThat(found.notOurs()).isEmpty();
    }

    private BilledLine line(Tenants tenants, int tenant) {
        RecordId record = new RecordId(new Meter(customer(tenants, tenant), UNITS), MeteringHour.of(scene.now()));
        return new BilledLine(record, 3, scene.now(), "us-east-1", false);
    }

    private void lock(String workspace) {
        scene.billing
                .lockWorkspace()
                .lock(new WorkspaceId(workspace), "audit", scene.by(new Actor.Staff(new UserId("staff"))))
                .get();
    }

    private List<String> reminded() {
        return scene.events().stream()
                .filter(LockReminded.class::isInstance)
                .map(event -> ((LockReminded) event).workspace().value())
                .distinct()
                .toList();
    }

    private MarketplaceCustomer customer(Tenants tenants, int number) {
        return new MarketplaceCustomer.Legacy(scene.profile.product(), tenants.customer(number));
    }

    private Quantity standing(Tenants tenants, int number, Standing where) {
        return scene.billing.ask().books(tenants.account(number)).get(0).of(where);
    }
}
