package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.subscription.Sign.Kind.ACTIVATED;
import static com.guance.billing.subscription.Sign.Kind.CANCELLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.ports.faults.StoreUnavailable;
import com.guance.billing.subscription.Sign;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A cascade that a crash interrupted, and the next notice of its account: the same as if it had not been. */
class InterruptedCascadesTest {

    @Test
    @DisplayName(
            "END-4 END-5 LOCK-2 who was to be taken over, before the taker ends as well, is locked by the taker's end")
    void takenOverThenEnded() {
        assertThat(takenOverThenEnded(true)).isEqualTo(takenOverThenEnded(false));
    }

    private static String takenOverThenEnded(boolean broken) {
        BreakableStore store = new BreakableStore(InMemoryBilling.create());
        Scene scene = new Scene(store);
        Licenses licenses = new Licenses(scene);
        scene.claimAccount();
        licenses.license(1, ACTIVATED);
        licenses.license(2, ACTIVATED);
        scene.pass(Duration.ofMinutes(1));
        licenses.bound("wksp_shop", 1);
        scene.pass(Duration.ofMinutes(1));
        if (broken) {
            broken(store, () -> licenses.ended(1, CANCELLED));
        } else {
            licenses.ended(1, CANCELLED);
        }
        scene.pass(Duration.ofMinutes(5));
        licenses.ended(2, CANCELLED);
        scene.billing.due().run(scene.now());
        return scene.workspace("wksp_shop").locks() + " "
                + scene.workspace("wksp_shop").bindings().all();
    }

    @Test
    @DisplayName("LOCK-2 END-6 who has returned, and is ended again, has a countdown of its own")
    void returnedAndEndedAgain() {
        assertThat(returnedAndEndedAgain(true)).isEqualTo(returnedAndEndedAgain(false));
    }

    private static String returnedAndEndedAgain(boolean broken) {
        BreakableStore store = new BreakableStore(InMemoryBilling.create());
        Scene scene = new Scene(store);
        scene.registerAccount();
        scene.register("wksp_shop", "us1");
        scene.aws.cancel(BUYER);
        scene.pass(Duration.ofMinutes(1));
        scene.deliverNotices();
        scene.pass(Duration.ofDays(13));
        scene.aws.takeNotices();
        String customer = scene.aws.customerIdentifier(BUYER);
        var active = scene.notice("x1", customer, new Sign(ACTIVATED, scene.now()));
        if (broken) {
            broken(store, () -> scene.billing.receiveNotice().receive(active));
        } else {
            scene.billing.receiveNotice().receive(active);
        }
        scene.pass(Duration.ofMinutes(5));
        scene.billing.receiveNotice().receive(scene.notice("x2", customer, new Sign(Sign.Kind.ENDING, scene.now())));
        scene.billing.due().run(scene.now());
        return scene.workspace("wksp_shop").locks() + " "
                + scene.workspace("wksp_shop").bindings().all();
    }

    private static void broken(BreakableStore store, Runnable told) {
        store.breakAfter(1);
        assertThatThrownBy(told::run).isInstanceOf(StoreUnavailable.class);
        store.mend();
    }
}
