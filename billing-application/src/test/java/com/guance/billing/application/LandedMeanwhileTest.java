package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.subscription.Sign;
import com.guance.billing.workspace.SettlementMethod;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A buyer has landed again while the end of the account's only subscription is on its way, and a workspace waits. */
class LandedMeanwhileTest {

    private static final WorkspaceId SHOP = new WorkspaceId("wksp_shop");

    private final Scene scene = Scene.withRegisteredAccount();

    @BeforeEach
    void landedAgain() {
        scene.registerAtBillingCenter("wksp_shop", "us1");
        scene.pass(Duration.ofMinutes(10));
        hear("ending", Sign.Kind.ENDING, scene.now());
        scene.pass(Duration.ofMinutes(20));
        scene.claimAccount();
    }

    @Test
    @DisplayName("SET-13 END-6 what waits for the next life by name is paid by this one when it returns")
    void namedNext() {
        SubscriptionId next = account().expected().get(0);
        scene.billing
                .changeSettlement()
                .through(SHOP, scene.account, next, scene.byOwner())
                .get();
        scene.pass(Duration.ofMinutes(1));
        hear("active", Sign.Kind.ACTIVATED, scene.now());

        assertThat(account().expected()).isEmpty();
        assertThat(scene.workspace("wksp_shop").waiting()).isEmpty();
        assertThat(scene.workspace("wksp_shop").bindings().inForce().flatMap(SettlementMethod::cloud))
                .isNotEmpty();
    }

    private CloudAccount account() {
        return scene.store
                .<Option<CloudAccount>, Void>inTransaction(stores ->
                        Either.left(stores.cloudAccounts().find(scene.account).map(found -> found.aggregate())))
                .getLeft()
                .get();
    }

    private void hear(String id, Sign.Kind kind, Instant ownTime) {
        scene.billing
                .receiveNotice()
                .receive(scene.notice(id, scene.aws.customerIdentifier(BUYER), new Sign(kind, ownTime)));
    }
}
