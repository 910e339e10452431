package com.guance.billing.application;

import static com.guance.billing.application.Scene.ACCOUNT;
import static com.guance.billing.application.Scene.BUYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.DomainEvent;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.inmemory.marketplace.BilledUsage;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.MeteringRecordEvent.RecordExpired;
import com.guance.billing.metering.MeteringRecordEvent.RecordWarned;
import com.guance.billing.metering.Quantity;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import com.guance.billing.subscription.SubscriptionEvent.EndDenied;
import com.guance.billing.subscription.SubscriptionEvent.EndProbed;
import com.guance.billing.subscription.SubscriptionEvent.EndSuspected;
import com.guance.billing.subscription.SubscriptionEvent.FinalHourOverrun;
import com.guance.billing.subscription.SubscriptionEvent.SuspicionCleared;
import com.guance.billing.workspace.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Time runs out while the marketplace does not bill. */
class LapsingTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");
    private static final Instant STAMP = Instant.parse("2026-03-10T08:20:00Z");

    private final Scene scene = new Scene(InMemoryBilling.create());

    @BeforeEach
    void anHourOfSevenUnits() {
        scene.registerAccount();
        scene.register("wksp_a", "us1");
        scene.clock.moveTo(NINE);
        charge("7");
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(10)));
    }

    @Test
    @DisplayName(
            "SUB-8 warned when half of the window and when an hour is left, each once; then it expires and goes into a later hour")
    void expiresUnsent() {
        down(4);
        run();
        assertThat(warnings()).isEmpty();
        scene.clock.moveTo(STAMP.plus(Duration.ofHours(12)).minusNanos(1));
        run();
        assertThat(warnings()).isEmpty();
        scene.pass(Duration.ofNanos(1));
        run();
        run();
        assertThat(warnings()).extracting(RecordWarned::timeLeft).containsExactly(Duration.ofHours(12));
        scene.clock.moveTo(STAMP.plus(Duration.ofHours(23)));
        run();
        run();
        assertThat(warnings()).extracting(RecordWarned::timeLeft).containsExactly(Duration.ofHours(1));
        scene.clock.moveTo(STAMP.plus(Duration.ofHours(24)).minusNanos(1));
        run();
        assertBooks(Map.of(Standing.WAITING, "7"));
        scene.pass(Duration.ofMinutes(20));
        run();
        assertBooks(Map.of(Standing.WAITING, "7"));

        run();
        assertThat(scene.aws.billed()).extracting(BilledUsage::quantity).containsExactly(7L);
        assertBooks(Map.of(Standing.ACCEPTED, "7"));
        assertThat(warnings()).isEmpty();
    }

    @Test
    @DisplayName("SUB-8 after a long silence only the last warning is given")
    void lastWarningOnly() {
        down(50);
        scene.clock.moveTo(STAMP.plus(Duration.ofMinutes(23 * 60 + 30)));
        run();
        run();
        assertThat(warnings()).extracting(RecordWarned::warning).containsExactly(2);
    }

    @Test
    @DisplayName("SUB-8 SUB-11 in doubt it is disputed when its time is over")
    void expiresInDoubt() {
        scene.aws.whenMetering(Misbehaviour.acceptThenDrop());
        assertThatThrownBy(this::run).isInstanceOf(MarketplaceUnavailable.class);
        scene.clock.moveTo(STAMP.plus(Duration.ofHours(24)));
        run();
        assertBooks(Map.of(Standing.DISPUTED, "7"));
        assertThat(told(RecordExpired.class)).hasSize(1);
    }

    @Test
    @DisplayName(
            "SUB-8 END-8 FIN-2 of an ended subscription it is unsettled, and people were told an hour after the end, once")
    void expiresAfterTheEnd() {
        down(50);
        run();
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
        Instant freeze = scene.now();
        scene.clock.moveTo(freeze.plus(Duration.ofHours(1)).minusNanos(1));
        run();
        assertThat(told(FinalHourOverrun.class)).isEmpty();
        scene.pass(Duration.ofNanos(1));
        run();
        run();
        assertThat(told(FinalHourOverrun.class))
                .extracting(FinalHourOverrun::freeze)
                .containsExactly(freeze);
        scene.clock.moveTo(STAMP.plus(Duration.ofHours(25)));
        run();
        assertBooks(Map.of(Standing.UNSETTLED, "7"));
    }

    @Test
    @DisplayName("SUB-5 suspected: one record an hour asks, nothing is lost; a success lets all that waits go")
    void suspicionIsCleared() {
        scene.aws.suspend(BUYER);
        run();
        assertThat(told(EndSuspected.class)).hasSize(1);
        assertBooks(Map.of(Standing.WAITING, "7"));
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(30)));
        for (int hour = 0; hour < 3; hour++) {
            charge("1");
            scene.pass(Duration.ofMinutes(60));
        }
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(70)).minusNanos(1));
        run();
        assertThat(told(EndProbed.class)).isEmpty();
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(190)));
        run();
        run();
        List<DomainEvent> told = scene.events();
        assertThat(told).filteredOn(EndProbed.class::isInstance).hasSize(1);
        assertThat(told).filteredOn(EndDenied.class::isInstance).hasSize(1);
        assertThat(books().of(Standing.UNSETTLED)).isEqualTo(Quantity.ZERO);
        assertThat(books().areBalanced()).isTrue();

        scene.aws.reinstate(BUYER);
        for (int hour = 1; hour < 3; hour++) {
            scene.clock.moveTo(NINE.plus(Duration.ofMinutes(190 + 60 * hour)));
            run();
        }
        assertThat(told(SuspicionCleared.class)).hasSize(1);
        assertBooks(Map.of(Standing.ACCEPTED, "10"));
    }

    @Test
    @DisplayName(
            "SUB-5 END-2 suspected for a quarter of the window, denied three times: ended as of the first answer, and locked")
    void suspicionEnds() {
        scene.aws.suspend(BUYER);
        run();
        Instant ends = NINE.plus(Duration.ofMinutes(10)).plus(Duration.ofHours(6));
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(30)));
        charge("3");
        for (int hour = 1; hour < 6; hour++) {
            scene.clock.moveTo(NINE.plus(Duration.ofMinutes(10 + 60 * hour)));
            run();
        }
        scene.clock.moveTo(ends.minusNanos(1));
        run();
        assertThat(scene.workspace("wksp_a").isLocked()).isFalse();
        scene.pass(Duration.ofNanos(1));
        run();

        assertThat(scene.workspace("wksp_a").isLocked()).isTrue();
        assertThat(scene.workspace("wksp_a").phase()).isNotEqualTo(Phase.ACTIVE);
        assertThat(scene.onFile()).isEmpty();
        assertThat(scene.workspace("wksp_a").bindings().inForce()).isEmpty();
        assertThat(books().areBalanced()).isTrue();
        scene.pass(Duration.ofHours(3));
        run();
        assertBooks(Map.of(Standing.UNSETTLED, "10"));
    }

    @Test
    @DisplayName("SUB-5 denied less than three times it is no end yet, however much time has passed")
    void deniedTooSeldom() {
        scene.aws.suspend(BUYER);
        run();
        Instant late = NINE.plus(Duration.ofHours(20));
        for (int probe = 1; probe < 3; probe++) {
            scene.clock.moveTo(late.plus(Duration.ofHours(probe)));
            run();
            assertThat(scene.workspace("wksp_a").isLocked()).isFalse();
        }
        scene.clock.moveTo(late.plus(Duration.ofHours(3)));
        run();
        assertThat(scene.workspace("wksp_a").isLocked()).isTrue();
    }

    private void down(int calls) {
        scene.aws.whenMetering(
                Collections.nCopies(calls, Misbehaviour.throttle()).toArray(Misbehaviour[]::new));
    }

    private void run() {
        scene.billing.due().run(scene.now());
    }

    private void charge(String quantity) {
        scene.billing.takeCharges().take(List.of(scene.charge("wksp_a", quantity, scene.now())), scene.now());
    }

    private List<RecordWarned> warnings() {
        return told(RecordWarned.class);
    }

    private <E extends DomainEvent> List<E> told(Class<E> type) {
        return scene.events().stream().filter(type::isInstance).map(type::cast).toList();
    }

    private Books books() {
        return scene.billing.ask().books(ACCOUNT).get(0);
    }

    private void assertBooks(Map<Standing, String> standing) {
        assertThat(books().areBalanced()).isTrue();
        for (Standing where : Standing.values()) {
            assertThat(books().of(where)).as(where.name()).isEqualTo(Quantity.of(standing.getOrDefault(where, "0")));
        }
    }
}
