package com.guance.billing.application;

import static com.guance.billing.application.Scene.ACCOUNT;
import static com.guance.billing.application.Scene.BUYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.inmemory.marketplace.BilledUsage;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.ChargeRefusal;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Intake;
import com.guance.billing.metering.Quantity;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import com.guance.billing.ports.faults.StoreUnavailable;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.RawText;
import com.guance.billing.subscription.Sign;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The mistakes that integrations with the marketplace are known for, each shown not to be ours. */
class WhatIntegratorsGotWrongTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");
    private static final Instant CLOSED = NINE.plus(Duration.ofMinutes(10));

    private final BreakableStore store = new BreakableStore(InMemoryBilling.create());
    private final Scene scene = new Scene(store);

    @BeforeEach
    void aWorkspaceAtNine() {
        scene.registerAccount();
        scene.register("wksp_shop", "us1");
        scene.clock.moveTo(NINE);
    }

    @Test
    @DisplayName("SUB-3 SUB-5 status not read (a refusal counted as success)")
    void statusNotRead() {
        take("7");
        scene.aws.suspend(BUYER);
        runAt(CLOSED);
        assertStands(Standing.WAITING, "7");
        assertThat(scene.aws.billed()).isEmpty();
    }

    @Test
    @DisplayName("SUB-3 UnprocessedRecords ignored")
    void unprocessedIgnored() {
        take("7");
        scene.aws.whenMetering(Misbehaviour.leaveUnprocessed(0));
        runAt(CLOSED);
        assertStands(Standing.WAITING, "7");
        runAt(CLOSED.plusSeconds(10));
        assertBilled(7);
    }

    @Test
    @DisplayName("SUB-1 pending mark removed on failure")
    void pendingMarkRemoved() {
        take("7");
        scene.aws.whenMetering(Misbehaviour.dropBeforeAccepting());
        assertThatThrownBy(() -> runAt(CLOSED)).isInstanceOf(MarketplaceUnavailable.class);
        assertStands(Standing.WAITING, "7");
        runAt(CLOSED.plusSeconds(10));
        assertBilled(7);
    }

    @Test
    @DisplayName("MET-3 MET-6 INV-8 timestamp taken at sending, so a retry over the hour bills twice")
    void timestampAtSending() {
        take("7");
        scene.aws.whenMetering(Misbehaviour.acceptThenDrop());
        assertThatThrownBy(() -> runAt(CLOSED)).isInstanceOf(MarketplaceUnavailable.class);
        runAt(CLOSED.plus(Duration.ofHours(2)));
        assertBilled(7);
        assertStands(Standing.ACCEPTED, "7");
    }

    @Test
    @DisplayName("MET-7 two runs in one hour, the second lost")
    void twoRuns() {
        take("7");
        runAt(CLOSED);
        take(scene.charge("wksp_shop", "2", NINE));
        runAt(CLOSED.plusSeconds(1));
        runAt(CLOSED.plus(Duration.ofHours(1)));
        assertBilled(7, 2);
    }

    @Test
    @DisplayName("SUB-2 more than 25")
    void moreThan25() {
        scene.clock.moveTo(NINE.plus(Duration.ofHours(30)));
        List<Instant> hours = new ArrayList<>();
        for (int hour = 0; hour < 30; hour++) {
            take(scene.charge("wksp_shop", "1", scene.now().minus(Duration.ofHours(hour))));
            hours.add(scene.now());
        }
        runAt(scene.now().plus(Duration.ofMinutes(70)));
        assertThat(scene.aws.billed().stream().mapToLong(BilledUsage::quantity).sum())
                .isEqualTo(hours.size());
    }

    @Test
    @DisplayName("SUB-6 one bad record loses 24")
    void oneBadRecord() {
        for (String name : List.of("d0", "d1", "not-listed", "d2", "d3")) {
            take(scene.charge("wksp_shop", new Dimension(name), "1", NINE));
        }
        runAt(CLOSED);
        assertBilled(1, 1, 1, 1);
        assertThat(scene.billing.ask().books(ACCOUNT))
                .filteredOn(books -> books.of(Standing.HELD).equals(Quantity.whole(1)))
                .singleElement()
                .matches(books -> books.dimension().name().equals("not-listed"));
    }

    @Test
    @DisplayName("ARR-5 NOT-2 registering wipes an earlier subscribe-success")
    void registeringWipes() {
        Scene early = new Scene();
        early.aws.subscribe(BUYER);
        early.deliverNotices();
        early.claimAccount();
        assertThat(early.register("wksp_a", "us1").activeSince()).isNotEmpty();
    }

    @Test
    @DisplayName("END-1 NOT-2 an end for an unseen agreement is forgotten and a later \"created\" revives it")
    void endForgotten() {
        Scene unseen = new Scene();
        String customer = unseen.aws.customerIdentifier(BUYER);
        Sign end = new Sign(Sign.Kind.ENDED, unseen.now());
        Sign older = new Sign(Sign.Kind.ACTIVATED, unseen.now().minusSeconds(60));
        unseen.billing.receiveNotice().receive(unseen.notice("n1", customer, end));
        unseen.billing.receiveNotice().receive(unseen.notice("n2", customer, older));
        unseen.claimAccount();
        assertThat(unseen.onFile()).isEmpty();
    }

    @Test
    @DisplayName("END-2 END-4 cancel touches only the first of many workspaces")
    void onlyTheFirst() {
        for (int i = 0; i < 120; i++) {
            scene.register("wksp_" + i, i % 2 == 0 ? "us1" : "eu1");
        }
        cancel();
        runAt(scene.now());
        for (int i = 0; i < 120; i++) {
            assertThat(scene.workspace("wksp_" + i).isLocked()).isTrue();
            assertThat(scene.workspace("wksp_" + i).bindings().inForce()).isEmpty();
        }
    }

    @Test
    @DisplayName("END-3 FIN-1 unbinding before the last hour is sent strands it")
    void lastHourStranded() {
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(20)));
        take(scene.charge("wksp_shop", "5", scene.now()));
        cancel();
        runAt(scene.now());
        assertThat(scene.workspace("wksp_shop").bindings().inForce()).isEmpty();
        take(scene.charge("wksp_shop", "2", scene.now()));
        runAt(scene.now().plus(Duration.ofMinutes(30)));
        assertBilled(7);
    }

    @Test
    @DisplayName("END-6 UNL-1 re-linking after unlinking fails")
    void relinking() {
        cancel();
        runAt(scene.now());
        scene.pass(Duration.ofDays(2));
        scene.aws.settle();
        scene.deliverNotices();
        scene.aws.subscribe(BUYER);
        scene.deliverNotices();
        runAt(scene.now());
        assertThat(scene.workspace("wksp_shop").isLocked()).isFalse();
        scene.pass(Duration.ofMinutes(1));
        take("3");
        runAt(scene.now().plus(Duration.ofMinutes(70)));
        assertBilled(3);
    }

    @Test
    @DisplayName("NOT-4 empty entitlements loop for ever: nothing is asked for them, and their notice is only recorded")
    void entitlements() {
        Notice.Envelope envelope = new Notice.Envelope("n9", "aws", scene.now(), new RawText("entitlement-updated"));
        assertThat(scene.billing.receiveNotice().receive(new Notice.Unknown(envelope, "entitlement-updated")))
                .isEqualTo(new NoticeOutcome.Ignored("entitlement-updated"));
    }

    @Test
    @DisplayName("MET-1 NOT-1 de-dup mark set before the write, so a failed write is lost")
    void markBeforeTheWrite() {
        Charge charge = scene.charge("wksp_shop", "7", NINE);
        store.breakAfter(0);
        assertThatThrownBy(() -> take(charge)).isInstanceOf(StoreUnavailable.class);
        store.mend();
        assertThat(take(charge)).containsExactly(Either.right(Intake.TAKEN));
        assertThat(take(charge)).containsExactly(Either.right(Intake.TAKEN_BEFORE));
        runAt(CLOSED);
        assertBilled(7);
    }

    @Test
    @DisplayName("MET-1 SUB-9 INV-8 check-then-insert races")
    void checkThenInsert() {
        Charge charge = scene.charge("wksp_shop", "7", NINE);
        Interposed between = new Interposed(scene.store);
        CloudBilling other = scene.node(between, scene.aws.asPort(scene.profile));
        between.after(0, () -> take(charge));
        other.takeCharges().take(List.of(charge), scene.now());
        scene.clock.moveTo(CLOSED);
        for (int transactions = 0; transactions < 12; transactions++) {
            between.after(transactions, () -> runAt(CLOSED));
            other.due().run(CLOSED);
        }
        assertBilled(7);
    }

    @Test
    @DisplayName("MET-1 MET-4 double money")
    void doubleMoney() {
        for (int i = 0; i < 30; i++) {
            take("0.1");
        }
        runAt(CLOSED);
        assertBilled(3);
        assertStands(Standing.CARRIED, "0");
    }

    @Test
    @DisplayName("SUB-1 INV-7 half-written state files")
    void halfWritten() {
        take("7.5");
        for (int transactions = 0; transactions < 15; transactions++) {
            store.breakAfter(transactions);
            Instant at = CLOSED.plus(Duration.ofMinutes(3L * transactions));
            assertThatThrownBy(() -> {
                        runAt(at);
                        throw new StoreUnavailable("or nothing was left to do", null);
                    })
                    .isInstanceOf(StoreUnavailable.class);
            store.mend();
            assertThat(scene.billing.ask().books(ACCOUNT)).allMatch(books -> books.areBalanced());
        }
        assertBilled(7);
        assertStands(Standing.CARRIED, "0.5");
    }

    private void cancel() {
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
    }

    private void take(String quantity) {
        assertThat(take(scene.charge("wksp_shop", quantity, scene.now()))).allMatch(Either::isRight);
    }

    private List<Either<ChargeRefusal, Intake>> take(Charge charge) {
        return scene.billing.takeCharges().take(List.of(charge), scene.now());
    }

    private void runAt(Instant at) {
        scene.clock.moveTo(at);
        scene.billing.due().run(at);
    }

    private void assertBilled(long... quantities) {
        assertThat(scene.aws.billed().stream().mapToLong(BilledUsage::quantity).toArray())
                .containsExactly(quantities);
    }

    private void assertStands(Standing where, String quantity) {
        assertThat(scene.billing.ask().books(ACCOUNT))
                .singleElement()
                .matches(books -> books.of(where).equals(Quantity.of(quantity)));
    }
}
