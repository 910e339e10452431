package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.WorkspaceId;
import com.guance.billing.policy.EndMoment;
import com.guance.billing.policy.EndPolicy;
import com.guance.billing.policy.Policies;
import com.guance.billing.subscription.Sign;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Where the final sign counts, a buyer lands again on a subscription that ends and still settles, and cannot subscribe. */
class FailedWhileSettlingTest {

    private static final WorkspaceId OLD = new WorkspaceId("wksp_old");
    private static final WorkspaceId SHOP = new WorkspaceId("wksp_shop");

    private final Scene scene = Scene.withRegisteredAccount();
    private final CloudBilling billing =
            scene.under(Policies.defaults().withEnding(EndPolicy.defaults().withMoment(EndMoment.FINAL_SIGN)));

    @Test
    @DisplayName("ARR-8 END-3 a failure to subscribe withdraws what waits for the next life, and unbinds nothing")
    void failed() {
        scene.register("wksp_old", "us1");
        scene.registerAtBillingCenter("wksp_shop", "us1");
        hear("ending", Sign.Kind.ENDING);
        scene.claimAccount();
        billing.changeSettlement().through(SHOP, scene.account, scene.byOwner()).get();
        assertThat(scene.workspace("wksp_shop").waiting()).isNotEmpty();
        hear("failed", Sign.Kind.NOT_ACTIVATED);

        assertThat(scene.workspace("wksp_shop").waiting()).isEmpty();
        assertThat(scene.workspace("wksp_old").bindings().inForce().flatMap(method -> method.cloud()))
                .isNotEmpty();
        assertThat(billing.ask().lockState(OLD, scene.now()).get().isLocked()).isFalse();
    }

    private void hear(String id, Sign.Kind kind) {
        scene.pass(Duration.ofMinutes(1));
        billing.receiveNotice()
                .receive(scene.notice(id, scene.aws.customerIdentifier(BUYER), new Sign(kind, scene.now())));
    }
}
