package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.UNITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.Actor;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.inmemory.marketplace.InMemoryMarketplace;
import com.guance.billing.inmemory.marketplace.ListedProduct;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import com.guance.billing.metering.Dimension;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.faults.EntryKind;
import com.guance.billing.ports.faults.EntryUnreadable;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import com.guance.billing.ports.faults.MarketplaceUnreachable;
import com.guance.billing.ports.faults.StoreUnavailable;
import com.guance.billing.ports.faults.UnreadableEntry;
import com.guance.billing.ports.faults.UnreadableEntry.Reason;
import com.guance.billing.site.Cloud;
import com.guance.billing.site.Site;
import com.guance.billing.site.SiteCatalogue;
import com.guance.billing.site.SiteId;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.workspace.LockCause;
import io.vavr.control.Either;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SUB-5: a suspicion becomes an end when a run says so, which probes first; until then everyone takes the subscription to be active. */
class SuspectedTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");
    private static final Instant FIRST_ANSWER = NINE.plus(Duration.ofMinutes(10));
    private static final Instant SUSPICION_ENDS = FIRST_ANSWER.plus(Duration.ofHours(6));
    private static final WorkspaceId NEWCOMER = new WorkspaceId("wksp_b");

    private final Scene scene = suspected();

    @Test
    @DisplayName("SUB-5 INV-3 a success that clears the suspicion leaves no workspace locked by an end that never was")
    void lockedByAnEndThatNeverWas() {
        charge(scene, "3");
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(80)));
        scene.aws.reinstate(BUYER);
        CalledMarketplace slow = new CalledMarketplace(scene.aws.asPort(scene.profile));
        CloudBilling other = scene.selling(slow);
        scene.clock.moveTo(SUSPICION_ENDS.minusSeconds(1));
        Instant started = scene.now();
        slow.during(() -> {
            scene.clock.moveTo(SUSPICION_ENDS.plusSeconds(1));
            scene.billing
                    .lockWorkspace()
                    .lock(new WorkspaceId("wksp_a"), "audit", scene.by(new Actor.Staff(new UserId("staff"))))
                    .get();
        });
        other.due().run(started);
        for (int hour = 0; hour < 30; hour++) {
            scene.pass(Duration.ofHours(1));
            scene.billing.due().run(scene.now());
        }
        assertThat(scene.onFile()).hasSize(1);
        assertThat(scene.workspace("wksp_a").locks().causes()).noneMatch(LockCause.SubscriptionEnded.class::isInstance);
    }

    @Test
    @DisplayName(
            "SUB-5 one answer and a host that was down are no end: the first run after it probes before it decides")
    void hostWasDown() {
        charge(scene, "3");
        scene.aws.reinstate(BUYER);
        scene.clock.moveTo(SUSPICION_ENDS.plus(Duration.ofMinutes(5)));
        scene.billing.due().run(scene.now());
        assertThat(scene.workspace("wksp_a").isLocked()).isFalse();
    }

    @Test
    @DisplayName("SUB-5 END-4 who is bound before a run says that it has ended is in that end's cascade, too")
    void boundBeforeTheRun() {
        scene.registerAtBillingCenter("wksp_b", "us1");
        deniedTwice();
        scene.clock.moveTo(SUSPICION_ENDS.plus(Duration.ofMinutes(1)));
        scene.billing
                .changeSettlement()
                .through(NEWCOMER, scene.account, scene.byOwner())
                .get();

        scene.billing.due().run(scene.now());

        assertThat(scene.onFile()).isEmpty();
        assertThat(scene.workspace("wksp_b").bindings().inForce()).isEmpty();
        assertThat(scene.workspace("wksp_b").locks().deadline())
                .containsExactly(scene.now().plus(Duration.ofDays(14)));
        assertThat(scene.workspace("wksp_b").locks().causes()).hasOnlyElementsOfType(LockCause.SubscriptionEnded.class);
        assertThat(scene.workspace("wksp_a").isLocked()).isTrue();
    }

    @Test
    @DisplayName("SUB-5 SUB-9 a probe that another node has on its way may still be a success: it is waited for")
    void anotherNodesProbe() {
        charge(scene, "3");
        scene.aws.reinstate(BUYER);
        CalledMarketplace slow = new CalledMarketplace(scene.aws.asPort(scene.profile));
        CloudBilling other = scene.selling(slow);
        scene.clock.moveTo(SUSPICION_ENDS.minusSeconds(1));
        slow.during(() -> runAt(SUSPICION_ENDS.plusSeconds(1)));
        other.due().run(scene.now());
        runAt(SUSPICION_ENDS.plusSeconds(2));
        assertThat(scene.workspace("wksp_a").isLocked()).isFalse();
    }

    @Test
    @DisplayName("SUB-5 SUB-7 a probe for which no call was permitted has still to be sent")
    void noCallPermitted() {
        charge(scene, "3");
        scene.aws.reinstate(BUYER);
        scene.clock.moveTo(SUSPICION_ENDS.plusSeconds(1));
        scene.store.inTransaction(stores -> Either.right(IntStream.range(0, 10)
                .filter(call -> stores.callPermits().take(scene.profile.callsCountedBy(), 10, scene.now()))
                .count()));
        runAt(scene.now());
        assertThat(scene.workspace("wksp_a").isLocked()).isFalse();
        runAt(scene.now().plusSeconds(2));
        assertThat(scene.workspace("wksp_a").isLocked()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MeteringRecords.owed", "CallPermits.take"})
    @DisplayName("SUB-5 a probe that could not leave, for the store failed, has still to be sent")
    void storeFails(String call) {
        charge(scene, "3");
        scene.aws.reinstate(BUYER);
        CloudBilling failing =
                scene.under(new WatchedStore(scene.store, told -> refuse(told, call)), Policies.defaults());
        scene.clock.moveTo(SUSPICION_ENDS.plusSeconds(1));
        assertThatThrownBy(() -> failing.due().run(scene.now())).isInstanceOf(StoreUnavailable.class);
        runAt(SUSPICION_ENDS.plusSeconds(2));
        assertThat(scene.workspace("wksp_a").isLocked()).isFalse();
        assertThat(scene.onFile()).hasSize(1);
    }

    @Test
    @DisplayName("SUB-5 SUB-1 a probe that was billed and not answered is no end; the next one decides")
    void notAnswered() {
        charge(scene, "3");
        scene.aws.reinstate(BUYER);
        scene.aws.whenMetering(Misbehaviour.acceptThenDrop());
        Instant late = SUSPICION_ENDS.plusSeconds(1);
        assertThatThrownBy(() -> runAt(late)).isInstanceOf(MarketplaceUnavailable.class);
        runAt(late.plus(Duration.ofMinutes(5)));
        assertThat(scene.workspace("wksp_a").isLocked()).isFalse();
        runAt(late.plus(Duration.ofHours(1)));
        runAt(late.plus(Duration.ofHours(3)));
        assertThat(scene.workspace("wksp_a").isLocked()).isFalse();
        assertThat(scene.onFile()).hasSize(1);
    }

    @Test
    @DisplayName(
            "SUB-5 MET-8 of whom nothing was ever accepted, and nothing is left to ask with, the time alone decides")
    void nothingToAskWith() {
        Scene idle = deniedFirst();
        idle.clock.moveTo(SUSPICION_ENDS.minusNanos(1));
        idle.billing.due().run(idle.now());
        assertThat(idle.workspace("wksp_a").isLocked()).isFalse();
        idle.clock.moveTo(SUSPICION_ENDS);
        idle.billing.due().run(idle.now());
        assertThat(idle.workspace("wksp_a").isLocked()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MeteringRecords.lapsing", "Charges.unrecorded", "MeteringRecords.owed"})
    @DisplayName(
            "SUB-5 what fails of others, or of another product, in every run does not put off what time alone decides")
    void othersFail(String call) {
        Scene idle = deniedFirst();
        WatchedStore failing = new WatchedStore(idle.store, told -> {
            boolean asksOfItsProduct = told.arguments().toString().contains("code=prod]");
            if (told.name().equals(call) && !(call.endsWith("owed") && asksOfItsProduct)) {
                throw new EntryUnreadable(
                        List.of(new UnreadableEntry(EntryKind.SUBSCRIPTION, "another", Reason.MALFORMED)));
            }
        });
        CloudBilling billing = CloudBilling.over(failing)
                .selling(idle.aws.asPort(idle.profile))
                .selling(InMemoryMarketplace.selling(ListedProduct.global("another", "units"), idle.clock)
                        .asPort(MarketplaceProfile.aws("another")))
                .sites(SiteCatalogue.of(new Site(new SiteId("us1"), Cloud.AWS)))
                .billingCenter(new Enterprise(Scene.HOLDER, Scene.OTHER, Scene.RENMINBI))
                .build(new SecureRandom());

        idle.clock.moveTo(SUSPICION_ENDS);
        billing.due().run(idle.now());

        assertThat(idle.workspace("wksp_a").isLocked()).isTrue();
    }

    @Test
    @DisplayName(
            "SUB-5 SUB-7 of whom nothing was ever accepted: what could not leave is waited for, also its first record")
    void firstRecordCouldNotLeave() {
        Scene idle = deniedFirst();
        idle.clock.moveTo(SUSPICION_ENDS.minus(Duration.ofMinutes(30)));
        charge(idle, "3");
        idle.aws.reinstate(BUYER);
        idle.clock.moveTo(SUSPICION_ENDS.plus(Duration.ofMinutes(50)));
        idle.store.inTransaction(stores -> Either.right(IntStream.range(0, 10)
                .filter(call -> stores.callPermits().take(idle.profile.callsCountedBy(), 10, idle.now()))
                .count()));
        idle.billing.due().run(idle.now());
        assertThat(idle.workspace("wksp_a").isLocked()).isFalse();
        idle.pass(Duration.ofSeconds(2));
        idle.billing.due().run(idle.now());
        assertThat(idle.workspace("wksp_a").isLocked()).isFalse();
        assertThat(idle.aws.billed()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3})
    @DisplayName(
            "SUB-5 SUB-6 of whom nothing was ever accepted: a record whose half of a refused call never left is waited for")
    void halfThatNeverLeft(long turn) {
        Scene idle = deniedFirst();
        Tenants another = Tenants.subscribed(idle, 1);
        idle.clock.moveTo(SUSPICION_ENDS.minus(Duration.ofMinutes(30)));
        charge(idle, "3");
        another.useOne(UNITS);
        idle.aws.reinstate(BUYER);
        idle.clock.moveTo(
                SUSPICION_ENDS.plus(Duration.ofMinutes(50)).plusNanos(turn)); // decides whose half is the first
        CloudBilling billing =
                idle.selling(new RefusingBatches(idle.aws.asPort(idle.profile), idle.aws.customerIdentifier(BUYER)));

        assertThatThrownBy(() -> billing.due().run(idle.now())).isInstanceOf(MarketplaceUnreachable.class);

        assertThat(idle.workspace("wksp_a").isLocked()).isFalse();
        idle.pass(Duration.ofHours(1));
        idle.billing.due().run(idle.now());
        assertThat(idle.aws.billedTotal(idle.aws.customerIdentifier(BUYER), "units"))
                .isEqualTo(3);
        assertThat(idle.onFile()).hasSize(2);
    }

    @Test
    @DisplayName(
            "SUB-5 SUB-6 of whom nothing was ever accepted: a record that is to be sent again after a refusal is waited for")
    void sentAgain() {
        Scene idle = deniedFirst();
        idle.clock.moveTo(SUSPICION_ENDS.minus(Duration.ofMinutes(30)));
        charge(idle, "3");
        idle.aws.reinstate(BUYER);
        idle.aws.refuse(usage -> true, 400, "NobodyKnowsException");
        idle.clock.moveTo(SUSPICION_ENDS.plus(Duration.ofMinutes(50)));
        idle.billing.due().run(idle.now());
        assertThat(idle.workspace("wksp_a").isLocked()).isFalse();

        idle.aws.refuseNothing();
        idle.pass(Duration.ofHours(1));
        idle.billing.due().run(idle.now());
        assertThat(idle.aws.billed()).hasSize(1);
        assertThat(idle.onFile()).hasSize(1);
    }

    @Test
    @DisplayName(
            "SUB-5 SUB-6 a probe that is refused for itself asked nothing: it is isolated, and the next one goes, in the same run")
    void poisonedProbe() {
        take(scene, new Dimension("unlisted"), "1");
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(70)));
        charge(scene, "3");
        scene.aws.reinstate(BUYER);

        runAt(NINE.plus(Duration.ofMinutes(130)));

        assertThat(scene.aws.billedTotal(scene.aws.customerIdentifier(BUYER), "units"))
                .as("with what had returned")
                .isEqualTo(10);
        runAt(SUSPICION_ENDS.plus(Duration.ofHours(3)));
        assertThat(scene.onFile()).hasSize(1);
    }

    @Test
    @DisplayName("SUB-5 where every probe is refused for itself, there is no success in time, and it ends")
    void onlyPoison() {
        scene.aws.refuse(usage -> true, 400, "InvalidUsageDimensionException");
        runAt(SUSPICION_ENDS.plusSeconds(1));
        assertThat(scene.onFile()).isEmpty();
    }

    /** In the two hours before the time is over. */
    private void deniedTwice() {
        runAt(SUSPICION_ENDS.minus(Duration.ofHours(2)));
        runAt(SUSPICION_ENDS.minus(Duration.ofHours(1)));
    }

    private void runAt(Instant at) {
        scene.clock.moveTo(at);
        scene.billing.due().run(at);
    }

    private static void refuse(WatchedStore.Call told, String call) {
        if (told.name().equals(call)) {
            throw new StoreUnavailable("the test lets it fail", null);
        }
    }

    private static Scene suspected() {
        Scene scene = new Scene(InMemoryBilling.create());
        scene.registerAccount();
        scene.register("wksp_a", "us1");
        scene.clock.moveTo(NINE);
        charge(scene, "7");
        scene.clock.moveTo(FIRST_ANSWER);
        scene.aws.suspend(BUYER);
        scene.billing.due().run(scene.now());
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(30)));
        return scene;
    }

    /** Nothing of it was ever accepted: a 0 of an idle hour was the first that was asked. */
    private static Scene deniedFirst() {
        Scene idle = new Scene(InMemoryBilling.create());
        idle.registerAccount();
        idle.register("wksp_a", "us1");
        idle.aws.suspend(BUYER);
        idle.clock.moveTo(FIRST_ANSWER);
        idle.telling(UNITS).due().run(idle.now());
        return idle;
    }

    private static void charge(Scene scene, String quantity) {
        take(scene, UNITS, quantity);
    }

    private static void take(Scene scene, Dimension dimension, String quantity) {
        scene.billing
                .takeCharges()
                .take(List.of(scene.charge("wksp_a", dimension, quantity, scene.now())), scene.now())
                .forEach(answer -> answer.get());
    }
}
