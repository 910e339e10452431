package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.HOLDER;
import static com.guance.billing.application.Scene.OTHER;
import static com.guance.billing.subscription.Sign.Kind.ACTIVATED;
import static com.guance.billing.subscription.Sign.Kind.ENDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.Actor;
import com.guance.billing.CloudAccountId;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.metering.Books;
import com.guance.billing.policy.EndMoment;
import com.guance.billing.policy.EndPolicy;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.faults.StoreUnavailable;
import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.Sign;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What holds, although nothing else would notice if it did not. */
class WeakSpotsTest {

    private static final WorkspaceId SHOP = new WorkspaceId("wksp_shop");
    private static final Actor STAFF = new Actor.Staff(new UserId("staff"));

    @Test
    @DisplayName(
            "LOCK-2 END-4 an end after arrears were settled starts a countdown of its own, though both cascades broke")
    void settledBeforeTheEnd() {
        BreakableStore store = new BreakableStore(InMemoryBilling.create());
        Scene scene = new Scene(store);
        scene.registerAccount();
        scene.registerAtBillingCenter("wksp_shop", "us1");
        scene.billing.tellArrears().began(HOLDER.id(), scene.by(STAFF));
        scene.billing
                .changeSettlement()
                .through(SHOP, Scene.ACCOUNT, scene.byOwner())
                .get();
        scene.pass(Duration.ofDays(3));
        broken(store, () -> scene.billing.tellArrears().settled(HOLDER.id(), scene.by(STAFF)));
        scene.pass(Duration.ofDays(1));
        scene.aws.cancel(BUYER);
        broken(store, scene::deliverNotices);
        Instant deadline = scene.now().plus(Duration.ofDays(14));
        scene.billing.due().run(scene.now());
        assertThat(scene.workspace("wksp_shop").locks().deadline()).containsExactly(deadline);
    }

    @Test
    @DisplayName(
            "END-7 INV-2 END-3 while an ending subscription settles on, an older countdown that is over frees nothing")
    void settlesOn() {
        Licenses licenses = Licenses.ofClaimedAccount();
        Scene scene = licenses.scene();
        CloudBilling late =
                scene.under(Policies.defaults().withEnding(EndPolicy.defaults().withMoment(EndMoment.FINAL_SIGN)));
        licenses.license(1, ACTIVATED);
        licenses.license(2, ACTIVATED);
        scene.pass(Duration.ofMinutes(1));
        licenses.bound("wksp_shop", 2);
        late.receiveNotice()
                .receive(licenses.notice(new Fact.OfAgreement(
                        Licenses.id(1), Option.some(new Sign(Sign.Kind.CANCELLED, scene.now())), Option.none())));
        scene.pass(Duration.ofDays(13));
        late.receiveNotice().receive(licenses.notice(licenses.ofLicense(2, new Sign(ENDING, scene.now()))));
        scene.pass(Duration.ofDays(3));
        assertThat(scene.workspace("wksp_shop").bindings().inForce()).containsExactly(licenses.through(2));
        assertThat(late.claimCloudAccount()
                        .claim(scene.land(), OTHER.id(), scene.by(new Actor.Holder(OTHER.id())))
                        .isLeft())
                .isTrue();
    }

    @Test
    @DisplayName("ARR-5 END-7 a claim before the countdown is over is kept, though the final sign never came")
    void claimedInTime() {
        Scene scene = Scene.withRegisteredAccount();
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
        scene.pass(Duration.ofDays(14).minusMinutes(1));
        scene.aws.subscribe(BUYER);
        scene.claimAccount();
        scene.pass(Duration.ofMinutes(2));
        scene.deliverNotices();
        assertThat(scene.onFile()).hasSize(1);
    }

    @Test
    @DisplayName("MET-1 MET-2 usage that was taken ahead of its time is paid for by whoever pays when it comes")
    void takenAhead() {
        Scene scene = Scene.withRegisteredAccount();
        scene.register("wksp_shop", "us1");
        scene.aws.subscribe("222222222222");
        scene.deliverNotices();
        scene.billing
                .claimCloudAccount()
                .claim(scene.land("222222222222"), HOLDER.id(), scene.byHolder())
                .get();
        scene.pass(Duration.ofMinutes(1));
        Instant ahead = scene.now().plus(Duration.ofMinutes(4));
        scene.billing.takeCharges().take(List.of(scene.charge("wksp_shop", "3", ahead)), scene.now());
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
        CloudAccountId other = CloudAccountId.of("aws", "222222222222");

        scene.billing
                .changeSettlement()
                .through(new WorkspaceId("wksp_shop"), other, scene.byOwner())
                .get();
        scene.pass(Duration.ofHours(2));
        scene.billing.due().run(scene.now());

        assertThat(scene.billing
                        .ask()
                        .books(other)
                        .get(0)
                        .of(Books.Standing.ACCEPTED)
                        .toString())
                .isEqualTo("3");
    }

    @Test
    @DisplayName("MET-7 END-8 a license bought after the end was heard inherits nothing of the ended one")
    void boughtLater() {
        Licenses licenses = Licenses.ofClaimedAccount();
        Scene scene = licenses.scene();
        licenses.license(1, ACTIVATED);
        scene.pass(Duration.ofMinutes(1));
        licenses.bound("wksp_shop", 1);
        scene.pass(Duration.ofMinutes(10));
        Instant used = scene.now();
        licenses.ended(1, Sign.Kind.CANCELLED);
        scene.pass(Duration.ofMinutes(31));
        scene.billing.due().run(scene.now());
        licenses.license(2, ACTIVATED);
        scene.billing.takeCharges().take(List.of(scene.charge("wksp_shop", "3", used)), scene.now());
        assertThat(scene.billing
                        .ask()
                        .books(scene.account)
                        .get(0)
                        .of(Books.Standing.UNSETTLED)
                        .toString())
                .isEqualTo("3");
    }

    private static void broken(BreakableStore store, Runnable told) {
        store.breakAfter(1);
        assertThatThrownBy(told::run).isInstanceOf(StoreUnavailable.class);
        store.mend();
    }
}
