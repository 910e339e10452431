package com.guance.billing.application;

import static com.guance.billing.application.Scene.ACCOUNT;
import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.UNITS;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.DomainEvent;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.inmemory.marketplace.BilledUsage;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.MeteringRecordEvent.RecordMade;
import com.guance.billing.metering.MeteringRecordEvent.RecordTooLarge;
import com.guance.billing.metering.Quantity;
import com.guance.billing.policy.MeteringPolicy;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.subscription.SubscriptionEvent.EndSuspected;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionEnding;
import com.guance.billing.subscription.SubscriptionEvent.SuspicionCleared;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** SUB-5: a suspected customer who uses nothing is asked with a 0, whatever the policy of idle hours. */
class ProbedWithZeroTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");

    private final Scene scene = new Scene(InMemoryBilling.create());
    private final List<DomainEvent> told = new ArrayList<>();

    @BeforeEach
    void suspected() {
        scene.registerAccount();
        scene.register("wksp_a", "us1");
        use("7", NINE);
        run(minutes(10));
        assertThat(scene.aws.billed()).hasSize(1);
        scene.aws.suspend(BUYER);
        use("0.5", minutes(30));
        use("3", minutes(50));
        run(minutes(70));
        assertThat(told(EndSuspected.class)).hasSize(1);
    }

    @Test
    @DisplayName("SUB-5 reinstated but idle: probed with a 0 and well again; what waited is billed")
    void reinstatedButIdle() {
        scene.aws.reinstate(BUYER);
        everyTenMinutes(80, 24 * 60);

        assertThat(told(SuspicionCleared.class)).hasSize(1);
        assertThat(told(SubscriptionEnding.class)).isEmpty();
        assertThat(scene.onFile()).hasSize(1);
        assertThat(books().of(Standing.ACCEPTED)).isEqualTo(Quantity.whole(10));
        assertThat(books().of(Standing.CARRIED)).isEqualTo(Quantity.of("0.5"));
    }

    @Test
    @DisplayName(
            "SUB-5 nothing but a fraction left: zeros of hours that began after the first answer, in the dimension accepted last")
    void zeros() {
        Scene idle = new Scene(InMemoryBilling.create());
        idle.registerAccount();
        idle.register("wksp_a", "us1");
        idle.clock.moveTo(NINE);
        idle.billing.takeCharges().take(List.of(idle.charge("wksp_a", UNITS, "7", NINE)), NINE);
        idle.clock.moveTo(minutes(10));
        idle.billing.due().run(idle.now());
        idle.aws.suspend(BUYER);
        idle.clock.moveTo(minutes(20));
        idle.billing
                .takeCharges()
                .take(List.of(idle.charge("wksp_a", new Dimension("d0"), "1", minutes(20))), idle.now());
        idle.clock.moveTo(minutes(70));
        idle.billing.due().run(idle.now());
        List<RecordMade> made = new ArrayList<>();
        for (int minute = 80; minute < 10 * 60; minute += 10) {
            idle.clock.moveTo(minutes(minute));
            idle.billing.due().run(idle.now());
        }
        idle.events().forEach(event -> {
            if (event instanceof RecordMade one && one.idle()) {
                made.add(one);
            }
        });
        assertThat(made).as("units that returned are probes enough").isEmpty();
        assertThat(idle.onFile()).isEmpty();
    }

    @Test
    @DisplayName(
            "SUB-5 a 0 asks once an hour; denied three times and the time over it is an end as of the first answer")
    void deniedZeros() {
        Scene idle = suspectedByAZero();
        List<DomainEvent> events = new ArrayList<>();
        for (int minute = 80; minute <= 70 + 6 * 60; minute += 10) {
            assertThat(idle.onFile()).as("until the time is over").hasSize(1);
            idle.clock.moveTo(minutes(minute));
            idle.billing.due().run(idle.now());
            events.addAll(idle.events());
        }

        assertThat(events.stream().filter(RecordMade.class::isInstance).map(RecordMade.class::cast))
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(zero -> {
                    assertThat(zero.idle()).isTrue();
                    assertThat(zero.record().meter().dimension()).isEqualTo(UNITS);
                    assertThat(zero.record().hour().start()).isAfter(minutes(70));
                });
        assertThat(idle.onFile()).isEmpty();
        assertThat(idle.billing.ask().books(ACCOUNT)).allMatch(Books::areBalanced);
        assertThat(idle.billing.ask().books(ACCOUNT).get(0).of(Standing.DISPUTED))
                .isEqualTo(Quantity.ZERO);
    }

    @Test
    @DisplayName("SUB-5 a host that was down for the whole time asks three times before it is an end")
    void hostWasDown() {
        Scene idle = suspectedByAZero();
        int asked = 0;
        for (int minute = 12 * 60; !idle.onFile().isEmpty() && minute < 24 * 60; minute += 10) {
            idle.clock.moveTo(minutes(minute));
            idle.billing.due().run(idle.now());
            asked += idle.events().stream().filter(RecordMade.class::isInstance).count() > 0 ? 1 : 0;
        }

        assertThat(idle.onFile()).isEmpty();
        assertThat(asked).isEqualTo(3);
    }

    @Test
    @DisplayName("SUB-5 MET-10 a record that is too large is no probe: a 0 is, and the suspicion is decided in time")
    void besideARecordThatIsTooLarge() {
        Scene idle = suspectedByAZero();
        MeteringPolicy most = MeteringPolicy.defaults().withMost(new MeteringPolicy.Most(1_000, 100));
        CloudBilling guarded = idle.under(Policies.defaults().withMetering(most));
        idle.clock.moveTo(minutes(75));
        guarded.takeCharges().take(List.of(idle.charge("wksp_a", "101", minutes(75))), idle.now());
        List<DomainEvent> events = new ArrayList<>();
        for (int minute = 80; minute <= 70 + 6 * 60; minute += 10) {
            idle.clock.moveTo(minutes(minute));
            guarded.due().run(idle.now());
            events.addAll(idle.events());
        }

        assertThat(events).hasAtLeastOneElementOfType(RecordTooLarge.class);
        assertThat(idle.onFile()).isEmpty();
        assertThat(idle.billing.ask().books(ACCOUNT)).allMatch(Books::areBalanced);
    }

    /** A 0 of an idle hour was denied: nothing returns that could be a probe. */
    private static Scene suspectedByAZero() {
        Scene idle = new Scene(InMemoryBilling.create());
        idle.registerAccount();
        idle.register("wksp_a", "us1");
        idle.clock.moveTo(NINE);
        idle.billing.takeCharges().take(List.of(idle.charge("wksp_a", UNITS, "7", NINE)), NINE);
        idle.clock.moveTo(minutes(10));
        idle.billing.due().run(idle.now());
        idle.aws.suspend(BUYER);
        idle.clock.moveTo(minutes(70));
        idle.telling(UNITS).due().run(idle.now());
        assertThat(idle.events()).anyMatch(EndSuspected.class::isInstance);
        return idle;
    }

    private void everyTenMinutes(int from, int until) {
        for (int minute = from; minute < until; minute += 10) {
            run(minutes(minute));
        }
    }

    private void run(Instant at) {
        scene.clock.moveTo(at);
        try {
            scene.billing.due().run(at);
        } catch (Fault unavailable) {
            throw new AssertionError(unavailable);
        }
        told.addAll(scene.events());
    }

    private void use(String quantity, Instant at) {
        scene.clock.moveTo(at);
        scene.billing.takeCharges().take(List.of(scene.charge("wksp_a", UNITS, quantity, at)), at);
    }

    private Books books() {
        Books books = scene.billing.ask().books(ACCOUNT).get(0);
        assertThat(books.areBalanced()).isTrue();
        assertThat(scene.aws.billed().stream().mapToLong(BilledUsage::quantity).sum())
                .isEqualTo(books.of(Standing.ACCEPTED).value().longValueExact());
        return books;
    }

    private <E> List<E> told(Class<E> type) {
        return told.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static Instant minutes(int sinceNine) {
        return NINE.plus(Duration.ofMinutes(sinceNine));
    }
}
