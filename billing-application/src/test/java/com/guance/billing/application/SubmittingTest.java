package com.guance.billing.application;

import static com.guance.billing.application.Scene.ACCOUNT;
import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.UNITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.inmemory.marketplace.BilledUsage;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Quantity;
import com.guance.billing.policy.SubmittingPolicy;
import com.guance.billing.policy.SubmittingPolicy.Retries;
import com.guance.billing.ports.driving.RunDue.Done;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import com.guance.billing.ports.faults.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What may go wrong between us and the marketplace; the marketplace's own count is the judge. */
class SubmittingTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");

    private static final Retries RETRIES = SubmittingPolicy.defaults().retries();
    private static final Duration LEASE = RETRIES.lease();
    private static final Duration BACKED_OFF = RETRIES.first();

    private final BreakableStore store = new BreakableStore(InMemoryBilling.create());
    private final Scene scene = new Scene(store);

    @BeforeEach
    void anHourOfSevenUnits() {
        scene.registerAccount();
        scene.register("wksp_a", "us1");
        scene.clock.moveTo(NINE);
        scene.billing.takeCharges().take(List.of(scene.charge("wksp_a", "7", NINE)), scene.now());
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(10)));
    }

    @Test
    @DisplayName("SUB-1 SUB-4 accepted, but the answer was lost: in doubt, sent again identically, billed once")
    void acceptedThenDropped() {
        scene.aws.whenMetering(Misbehaviour.acceptThenDrop());
        assertThatThrownBy(this::run).isInstanceOf(MarketplaceUnavailable.class);
        assertThat(books().of(Standing.WAITING)).isEqualTo(Quantity.whole(7));
        assertThat(run()).isEqualTo(new Done(0, 0, 0, 0));
        scene.pass(BACKED_OFF);
        assertThat(run()).isEqualTo(new Done(0, 0, 0, 1));
        assertBilledOnce();
    }

    @Test
    @DisplayName(
            "SUB-1 SUB-9 a crash after the answer, before it is stored: sent again when its lease is over, billed once")
    void crashBeforeTheAnswerIsStored() {
        CalledMarketplace called = new CalledMarketplace(scene.aws.asPort(scene.profile));
        called.during(() -> store.breakAfter(0));
        assertThatThrownBy(() -> scene.selling(called).due().run(scene.now())).isInstanceOf(StoreUnavailable.class);
        store.mend();
        assertThat(scene.aws.billed()).hasSize(1);
        assertThat(books().of(Standing.WAITING)).isEqualTo(Quantity.whole(7));
        scene.pass(LEASE.minusNanos(1));
        assertThat(run()).isEqualTo(new Done(0, 0, 0, 0));
        scene.pass(Duration.ofNanos(1));
        assertThat(run()).isEqualTo(new Done(0, 0, 0, 1));
        assertBilledOnce();
    }

    @Test
    @DisplayName("INV-7 INV-8 a crash after any transaction of a run loses nothing and bills nothing twice")
    void crashAnywhere() {
        for (int transactions = 0; transactions < 20; transactions++) {
            run(transactions);
            assertThat(books().areBalanced()).isTrue();
            scene.pass(LEASE);
        }
        run();
        assertBilledOnce();
    }

    @Test
    @DisplayName("SUB-3 unprocessed and missing results are still owed, and go out at the next run")
    void unprocessed() {
        scene.aws.whenMetering(Misbehaviour.leaveUnprocessed(0), Misbehaviour.leaveOut(0));
        assertThat(run().submitted()).isZero();
        scene.pass(BACKED_OFF);
        assertThat(run().submitted()).isZero();
        scene.pass(BACKED_OFF.multipliedBy(2));
        assertThat(run().submitted()).isEqualTo(1);
        assertBilledOnce();
    }

    @Test
    @DisplayName("SUB-3 SUB-7 a throttled batch was not billed, is still owed, and backs off")
    void throttled() {
        scene.aws.whenMetering(Misbehaviour.throttle());
        assertThat(run().submitted()).isZero();
        assertThat(run().submitted()).isZero();
        assertThat(scene.aws.billed()).isEmpty();
        scene.pass(BACKED_OFF);
        assertThat(run().submitted()).isEqualTo(1);
        assertBilledOnce();
    }

    @Test
    @DisplayName("SUB-5 a customer who is not subscribed is not billed, and the units return")
    void notSubscribed() {
        scene.aws.suspend(BUYER);
        assertThat(run()).isEqualTo(new Done(0, 0, 1, 1));
        assertThat(scene.aws.billed()).isEmpty();
        assertThat(books().of(Standing.WAITING)).isEqualTo(Quantity.whole(7));
        assertThat(run()).isEqualTo(new Done(0, 0, 0, 0));
    }

    @Test
    @DisplayName("SUB-11 not subscribed after an unanswered attempt is disputed, never unsettled")
    void disputed() {
        scene.aws.whenMetering(Misbehaviour.acceptThenDrop());
        assertThatThrownBy(this::run).isInstanceOf(MarketplaceUnavailable.class);
        scene.aws.suspend(BUYER);
        scene.pass(BACKED_OFF);
        assertThat(run().submitted()).isEqualTo(1);
        assertThat(books().of(Standing.DISPUTED)).isEqualTo(Quantity.whole(7));
        assertThat(books().areBalanced()).isTrue();
    }

    @Test
    @DisplayName("SUB-6 a rejected record is held, alone, and nothing of it is lost")
    void rejected() {
        scene.aws.whenMetering(Misbehaviour.error(400, "InvalidUsageDimensionException"));
        assertThat(run().submitted()).isEqualTo(1);
        assertThat(books().of(Standing.HELD)).isEqualTo(Quantity.whole(7));
        assertThat(scene.aws.billed()).isEmpty();
    }

    @Test
    @DisplayName("SUB-6 one bad record does not hold up the others: the batch is bisected in the same run")
    void bisected() {
        List<String> dimensions = List.of("d0", "d1", "d2", "not-listed", "d3", "d4", "d5", "d6");
        scene.billing
                .takeCharges()
                .take(
                        dimensions.stream()
                                .map(name -> scene.charge("wksp_a", new Dimension(name), "1", NINE))
                                .toList(),
                        scene.now());
        assertThat(run()).isEqualTo(new Done(0, 0, 9, 9));
        assertThat(scene.aws.billed()).hasSize(8);
        List<Books> all = scene.billing.ask().books(ACCOUNT);
        assertThat(all)
                .filteredOn(books -> books.of(Standing.HELD).equals(Quantity.whole(1)))
                .hasSize(1);
        assertThat(all).allMatch(Books::areBalanced);
    }

    private void run(int transactions) {
        store.breakAfter(transactions);
        try {
            run();
        } catch (StoreUnavailable crashed) {
            assertThat(crashed).hasMessageContaining("taken the store down");
        } finally {
            store.mend();
        }
    }

    private void assertBilledOnce() {
        assertThat(scene.aws.billed()).extracting(BilledUsage::quantity).containsExactly(7L);
        assertThat(scene.aws.billedTotal(scene.aws.customerIdentifier(BUYER), UNITS.name()))
                .isEqualTo(7);
        assertThat(books().of(Standing.ACCEPTED)).isEqualTo(Quantity.whole(7));
        assertThat(books().areBalanced()).isTrue();
    }

    private Done run() {
        return scene.billing.due().run(scene.now());
    }

    private Books books() {
        return scene.billing.ask().books(ACCOUNT).stream()
                .filter(books -> books.dimension().equals(UNITS))
                .findFirst()
                .orElseThrow();
    }
}
