package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.HOLDER;
import static com.guance.billing.subscription.Sign.Kind.ACTIVATED;
import static com.guance.billing.subscription.Sign.Kind.SUPERSEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.Actor;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.faults.StoreUnavailable;
import com.guance.billing.site.Cloud;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Product;
import com.guance.billing.workspace.Phase;
import java.time.Duration;
import java.util.Currency;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Arrears that begin after a workspace fell to the Billing Center, which nobody has noted yet (END-9, LOCK-6). */
class ArrearsAfterwardsTest {

    private static final Actor STAFF = new Actor.Staff(new UserId("staff"));

    @Test
    @DisplayName(
            "LOCK-2 LOCK-6 END-9 arrears that begin after nobody followed lock from their own beginning, however late time is run")
    void nobodyFollowedThenArrears() {
        Scene scene = onAlibaba(InMemoryBilling.create());
        Licenses licenses = new Licenses(scene);
        scene.claimAccount();
        licenses.license(1, ACTIVATED);
        scene.registerAtBillingCenter("wksp_a", "cn1");
        scene.billing
                .changeSettlement()
                .through(new WorkspaceId("wksp_a"), scene.account, licenses.subscription(1), scene.byOwner())
                .get();
        scene.pass(Duration.ofMinutes(1));
        licenses.ended(1, SUPERSEDED);
        scene.pass(Duration.ofDays(16));
        scene.billing.tellArrears().began(HOLDER.id(), scene.by(STAFF));
        scene.billing.due().run(scene.now());
        assertThat(scene.workspace("wksp_a").phase()).isEqualTo(Phase.LOCKED);
        assertThat(scene.workspace("wksp_a").locks().deadline())
                .containsExactly(scene.now().plus(Duration.ofDays(14)));
    }

    @Test
    @DisplayName("LOCK-2 END-9 arrears that begin after an end whose cascade broke lock from their own beginning")
    void endThenArrears() {
        BreakableStore store = new BreakableStore(InMemoryBilling.create());
        Scene scene = onAlibaba(store);
        scene.registerAccount();
        scene.register("wksp_a", "cn1");
        scene.pass(Duration.ofMinutes(1));
        scene.aws.cancel(BUYER);
        store.breakAfter(1);
        assertThatThrownBy(scene::deliverNotices).isInstanceOf(StoreUnavailable.class);
        store.mend();
        scene.pass(Duration.ofHours(3));
        scene.billing.tellArrears().began(HOLDER.id(), scene.by(STAFF));
        scene.billing.due().run(scene.now());
        assertThat(scene.workspace("wksp_a").locks().deadline())
                .containsExactly(scene.now().plus(Duration.ofDays(14)));
    }

    private static Scene onAlibaba(UnitOfWork store) {
        return new Scene(
                store,
                new MarketplaceProfile(
                        new Product("ALIBABA", "prod"),
                        Cloud.ALIBABA,
                        Currency.getInstance("USD"),
                        Duration.ofHours(24)));
    }
}
