package com.guance.billing.application;

import static com.guance.billing.application.Scene.HOLDER;
import static com.guance.billing.application.Scene.OTHER;
import static com.guance.billing.subscription.Sign.Kind.ACTIVATED;
import static com.guance.billing.subscription.Sign.Kind.CANCELLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.Actor;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.ports.faults.StoreUnavailable;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A registration that is given up while an end is on its way to its workspaces (END-7): nothing of the account takes them over. */
class GivenUpTest {

    @Test
    @DisplayName("INV-2 END-7 who was released while its end was on its way is bound to no other holder's account")
    void claimedByAnother() {
        BreakableStore store = new BreakableStore(InMemoryBilling.create());
        Scene scene = new Scene(store);
        Licenses licenses = new Licenses(scene);
        scene.claimAccount();
        licenses.license(1, ACTIVATED);
        scene.pass(Duration.ofMinutes(1));
        licenses.bound("wksp_shop", 1);
        scene.pass(Duration.ofMinutes(1));
        broken(store, () -> licenses.ended(1, CANCELLED));
        scene.billing
                .releaseCloudAccount()
                .release(scene.account, scene.by(new Actor.Holder(HOLDER.id())))
                .get();
        scene.pass(Duration.ofSeconds(1));
        scene.billing
                .claimCloudAccount()
                .claim(scene.land(), OTHER.id(), scene.by(new Actor.Holder(OTHER.id())))
                .get();
        licenses.license(2, ACTIVATED);
        scene.billing.due().run(scene.now());
        assertThat(scene.workspace("wksp_shop").bindings().inForce()).isEmpty();
        assertThat(scene.workspace("wksp_shop").isLocked()).isTrue();
    }

    @Test
    @DisplayName("END-7 END-6 released and claimed again while its end was on its way: no return")
    void claimedAgain() {
        BreakableStore store = new BreakableStore(InMemoryBilling.create());
        Scene scene = new Scene(store);
        Licenses licenses = new Licenses(scene);
        scene.claimAccount();
        licenses.license(1, ACTIVATED);
        scene.pass(Duration.ofMinutes(1));
        licenses.bound("wksp_shop", 1);
        scene.pass(Duration.ofMinutes(1));
        broken(store, () -> licenses.ended(1, CANCELLED));
        scene.pass(Duration.ofSeconds(1));
        scene.billing
                .releaseCloudAccount()
                .release(scene.account, scene.by(new Actor.Holder(HOLDER.id())))
                .get();
        scene.pass(Duration.ofSeconds(1));
        scene.claimAccount();
        licenses.license(2, ACTIVATED);
        scene.billing.due().run(scene.now());
        assertThat(scene.workspace("wksp_shop").bindings().inForce()).isEmpty();
        assertThat(scene.workspace("wksp_shop").isLocked()).isTrue();
    }

    private static void broken(BreakableStore store, Runnable told) {
        store.breakAfter(1);
        assertThatThrownBy(told::run).isInstanceOf(StoreUnavailable.class);
        store.mend();
    }
}
