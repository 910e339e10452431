package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.ports.driving.PageRequest;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.workspace.Binding;
import com.guance.billing.workspace.Phase;
import com.guance.billing.workspace.SettlementEvent.WaitingEnded;
import com.guance.billing.workspace.WaitingEnd;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A confirmed request waits for a pending subscription, and the notices of that subscription arrive in another order. */
class EndOvertakesTest {

    private static final WorkspaceId SHOP = new WorkspaceId("wksp_shop");

    private final Scene scene = new Scene();
    private Instant asked = scene.now();

    @BeforeEach
    void waits() {
        scene.claimAccount();
        scene.registerAtBillingCenter("wksp_shop", "us1");
        scene.pass(Duration.ofMinutes(10));
        asked = scene.now();
        ask();
        scene.pass(Duration.ofHours(1));
    }

    @Test
    @DisplayName(
            "SET-13 INV-5 an end that overtakes the activation withdraws nothing: the next activation completes it")
    void overtaken() {
        hear(Kind.ENDING, 20);
        assertThat(shop().waiting()).isNotEmpty();
        hear(Kind.ACTIVATED, 30);

        assertActive(asked.plus(Duration.ofMinutes(30)));
        hear(Kind.ACTIVATED, 10);
        assertActive(asked.plus(Duration.ofMinutes(30)));
        assertThat(ends()).containsExactly(WaitingEnd.COMPLETED);
    }

    @Test
    @DisplayName("SET-13 INV-5 a final end withdraws nothing either: the next life completes what waits")
    void overtakenByTheFinalEnd() {
        hear(Kind.ENDED, 20);
        hear(Kind.ACTIVATED, 30);

        assertActive(asked.plus(Duration.ofMinutes(30)));
    }

    @Test
    @DisplayName("SET-13 INV-5 what waits for a life by name is completed by a later life of the same customer")
    void overtakenByName() {
        scene.billing
                .changeSettlement()
                .through(SHOP, scene.account, pending(), scene.byOwner())
                .get();
        Instant again = scene.now();
        scene.pass(Duration.ofHours(1));
        hear(Kind.ENDED, 20);
        hear(Kind.ACTIVATED, 30);

        assertActive(again);
    }

    @Test
    @DisplayName("SET-13 asking again for what waits already is no new request, also after the end")
    void askedAgain() {
        hear(Kind.ENDED, 20);
        Workspace waiting = shop();
        scene.events();
        scene.pass(Duration.ofDays(1));

        assertThat(ask()).isEqualTo(Either.right(waiting));
        assertThat(scene.events()).isEmpty();
        assertThat(scene.billing
                        .askChoices()
                        .of(SHOP, scene.byOwner(), PageRequest.first(10))
                        .get()
                        .items())
                .filteredOn(choice -> choice.through().isDefined())
                .singleElement()
                .satisfies(choice -> assertThat(choice.refusal()).isEmpty());
    }

    @Test
    @DisplayName("SET-13 INV-5 an activation received after its own end binds nobody: what waits goes on, and lapses")
    void activationAfterItsEnd() {
        hear(Kind.ENDING, 20);
        hear(Kind.ACTIVATED, 10);
        assertThat(shop().waiting()).isNotEmpty();

        scene.clock.moveTo(asked.plus(Duration.ofDays(14)));
        scene.billing.due().run(scene.now());
        assertThat(ends()).containsExactly(WaitingEnd.LAPSED);
    }

    @Test
    @DisplayName("ARR-8 SET-13 a failure to subscribe after the end withdraws what waits, as it does before the end")
    void failureAfterTheEnd() {
        hear(Kind.ENDED, 20);
        hear(Kind.NOT_ACTIVATED, 30);

        assertThat(ends()).containsExactly(WaitingEnd.SUBSCRIPTION_FAILED);
        assertThat(shop().waiting()).isEmpty();
    }

    private void assertActive(Instant from) {
        assertThat(shop().phase()).isEqualTo(Phase.ACTIVE);
        assertThat(shop().waiting()).isEmpty();
        assertThat(shop().bindings().last().get())
                .satisfies(binding -> assertThat(binding.method().cloud()).isNotEmpty())
                .extracting(Binding::from)
                .isEqualTo(from);
    }

    private Either<?, Workspace> ask() {
        return scene.billing.changeSettlement().through(SHOP, scene.account, scene.byOwner());
    }

    /** The own time is some minutes after the request. */
    private void hear(Kind kind, int minutes) {
        scene.billing
                .receiveNotice()
                .receive(scene.notice(
                        kind + " " + minutes,
                        scene.aws.customerIdentifier(BUYER),
                        new Sign(kind, asked.plus(Duration.ofMinutes(minutes)))));
    }

    private SubscriptionId pending() {
        return scene.store
                .<Void, SubscriptionId>inTransaction(stores -> Either.right(stores.cloudAccounts()
                        .find(scene.account)
                        .get()
                        .aggregate()
                        .expected()
                        .get(0)))
                .get();
    }

    private List<WaitingEnd> ends() {
        return scene.events().stream()
                .filter(WaitingEnded.class::isInstance)
                .map(event -> ((WaitingEnded) event).why())
                .toList();
    }

    private Workspace shop() {
        return scene.workspace("wksp_shop");
    }
}
