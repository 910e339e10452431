package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.subscription.Sign;
import com.guance.billing.workspace.SettlementEvent.WaitingEnded;
import com.guance.billing.workspace.SettlementMethod;
import com.guance.billing.workspace.WaitingEnd;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A buyer has landed again while the end of the account's only subscription is on its way, and a workspace waits. */
class LandedMeanwhileTest {

    private static final WorkspaceId SHOP = new WorkspaceId("wksp_shop");

    private final Scene scene = Scene.withRegisteredAccount();
    private Instant ended = scene.now();

    @BeforeEach
    void landedAgain() {
        scene.registerAtBillingCenter("wksp_shop", "us1");
        scene.pass(Duration.ofMinutes(10));
        hear("ending", Sign.Kind.ENDING, scene.now());
        scene.pass(Duration.ofMinutes(10));
        ended = scene.now();
        scene.pass(Duration.ofMinutes(10));
        scene.claimAccount();
    }

    @Test
    @DisplayName("ARR-8 a failure to subscribe withdraws what waits, heard before the end is final")
    void failedBeforeTheEnd() {
        through();
        fails();

        assertThat(scene.workspace("wksp_shop").waiting()).isEmpty();
        assertThat(ends()).containsExactly(WaitingEnd.SUBSCRIPTION_FAILED);
    }

    @Test
    @DisplayName("ARR-8 a failure to subscribe withdraws what waits, heard after the end is final")
    void failedAfterTheEnd() {
        through();
        hear("final", Sign.Kind.ENDED, ended);
        fails();

        assertThat(scene.workspace("wksp_shop").waiting()).isEmpty();
        assertThat(ends()).containsExactly(WaitingEnd.SUBSCRIPTION_FAILED);
    }

    @Test
    @DisplayName(
            "ARR-8 SET-13 a failure to subscribe does not withdraw what had lapsed before, though no run has said so")
    void failedAfterItLapsed() {
        through();
        scene.pass(Duration.ofDays(15));
        fails();

        assertThat(ends()).containsExactly(WaitingEnd.LAPSED);
    }

    @Test
    @DisplayName(
            "ARR-8 NOT-1 a failure to subscribe withdraws what waits, though the end became final since, and was heard before it")
    void failedBeforeTheEndHeardLater() {
        through();
        scene.pass(Duration.ofMinutes(10));
        hear("final", Sign.Kind.ENDED, scene.now());
        hear("failed", Sign.Kind.NOT_ACTIVATED, ended);

        assertThat(ends()).containsExactly(WaitingEnd.SUBSCRIPTION_FAILED);
    }

    @Test
    @DisplayName("NOT-3 ARR-8 a failure from before the end began is stale, and withdraws nothing")
    void failedLongAgo() {
        through();
        hear("failed", Sign.Kind.NOT_ACTIVATED, ended.minus(Duration.ofMinutes(15)));

        assertThat(ends()).isEmpty();
        assertThat(scene.workspace("wksp_shop").waiting()).isNotEmpty();
    }

    @Test
    @DisplayName("ARR-8 a failure to subscribe withdraws what waits for the next life by name")
    void failedByName() {
        scene.billing
                .changeSettlement()
                .through(SHOP, scene.account, account().expected().get(0), scene.byOwner())
                .get();
        fails();

        assertThat(ends()).containsExactly(WaitingEnd.SUBSCRIPTION_FAILED);
    }

    @Test
    @DisplayName(
            "ARR-8 who asks again after a failure to subscribe waits again, and is served when the next life begins")
    void askedAgain() {
        through();
        fails();
        through();
        scene.pass(Duration.ofMinutes(1));
        hear("final", Sign.Kind.ENDED, ended);
        hear("active", Sign.Kind.ACTIVATED, scene.now());

        assertThat(scene.workspace("wksp_shop").waiting()).isEmpty();
        assertThat(scene.workspace("wksp_shop").bindings().inForce().flatMap(SettlementMethod::cloud))
                .isNotEmpty();
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

    private void through() {
        scene.billing
                .changeSettlement()
                .through(SHOP, scene.account, scene.byOwner())
                .get();
        assertThat(scene.workspace("wksp_shop").waiting()).isNotEmpty();
    }

    private void fails() {
        scene.pass(Duration.ofMinutes(1));
        hear("failed", Sign.Kind.NOT_ACTIVATED, scene.now());
    }

    private List<WaitingEnd> ends() {
        return scene.events().stream()
                .filter(WaitingEnded.class::isInstance)
                .map(event -> ((WaitingEnded) event).why())
                .toList();
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
