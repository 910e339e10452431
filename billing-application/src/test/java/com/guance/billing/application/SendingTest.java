package com.guance.billing.application;

import static com.guance.billing.application.Scene.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Quantity;
import com.guance.billing.policy.Policies;
import com.guance.billing.policy.SubmittingPolicy;
import com.guance.billing.ports.driving.RunDue.Done;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which node sends what, and how often. */
class SendingTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");
    private static final List<String> DIMENSIONS = List.of("d0", "d1", "d2", "d3", "d4", "d5", "d6");

    private final Scene scene = new Scene(InMemoryBilling.create());
    private final CalledMarketplace watched = new CalledMarketplace(scene.aws.asPort(scene.profile));
    private final CloudBilling one = scene.selling(watched);
    private final CloudBilling other = scene.selling(watched);

    @BeforeEach
    void oneWorkspace() {
        scene.registerAccount();
        scene.register("wksp_a", "us1");
        scene.clock.moveTo(NINE);
    }

    @Test
    @DisplayName("SUB-9 while one node's call is on its way no other sends the same, however often it runs")
    void oneAtATime() {
        charge();
        watched.during(() -> {
            assertThat(other.due().run(scene.now()).submitted()).isZero();
            scene.pass(SubmittingPolicy.defaults().retries().lease().minusNanos(1));
            assertThat(other.due().run(scene.now()).submitted()).isZero();
        });

        assertThat(one.due().run(scene.now()).submitted()).isEqualTo(7);

        assertThat(watched.calls()).hasSize(1);
        assertThat(watched.twiceAtOnce()).isEmpty();
        assertAllBilledOnce();
    }

    @Test
    @DisplayName(
            "SUB-9 INV-8 when the lease is over another node takes over; the late answer of the first changes nothing")
    void takenOver() {
        charge();
        watched.during(() -> {
            scene.pass(SubmittingPolicy.defaults().retries().lease());
            assertThat(other.due().run(scene.now()).submitted()).isEqualTo(7);
        });

        one.due().run(scene.now());

        assertThat(watched.calls()).hasSize(2);
        assertAllBilledOnce();
    }

    @Test
    @DisplayName(
            "SUB-9 INV-8 between any two transactions of one node another may run: nothing is in two calls at once")
    void interleaved() {
        for (int transactions = 0; transactions < 25; transactions++) {
            Scene shared = new Scene(InMemoryBilling.create());
            shared.registerAccount();
            shared.register("wksp_a", "us1");
            shared.clock.moveTo(NINE);
            shared.billing.takeCharges().take(charges(shared), shared.now());
            shared.pass(Duration.ofMinutes(10));
            CalledMarketplace calls = new CalledMarketplace(shared.aws.asPort(shared.profile));
            Interposed store = new Interposed(shared.store);
            CloudBilling interrupted = shared.node(store, calls);
            CloudBilling second = shared.selling(calls);
            store.after(transactions, () -> second.due().run(shared.now()));

            interrupted.due().run(shared.now());

            assertThat(calls.twiceAtOnce()).isEmpty();
            assertThat(calls.calls().stream().flatMap(List::stream)).doesNotHaveDuplicates();
            assertThat(shared.aws.billed()).hasSize(7);
        }
    }

    @Test
    @DisplayName("SUB-7 no more calls than permitted within a second; the run ends, says so, and the next goes on")
    void rate() {
        CloudBilling slow = scene.under(
                Policies.defaults().withSubmitting(SubmittingPolicy.defaults().withCallsASecond(2)));
        scene.billing
                .takeCharges()
                .take(
                        IntStream.range(0, 11)
                                .boxed()
                                .flatMap(hour -> DIMENSIONS.stream()
                                        .map(name -> scene.charge(
                                                "wksp_a", new Dimension(name), "1", NINE.plus(Duration.ofHours(hour)))))
                                .toList(),
                        NINE.plus(Duration.ofHours(11)));
        scene.clock.moveTo(NINE.plus(Duration.ofHours(11)));

        List<Done> runs = new ArrayList<>();
        do {
            runs.add(slow.due().run(scene.now()));
            assertThat(slow.due().run(scene.now()).submitted()).isZero();
            scene.pass(Duration.ofSeconds(1));
        } while (runs.get(runs.size() - 1).rateReached());

        assertThat(runs).extracting(Done::submitted).containsExactly(50, 27);
        assertThat(scene.aws.billed()).hasSize(77);
    }

    private void charge() {
        scene.billing.takeCharges().take(charges(scene), scene.now());
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(10)));
    }

    private static List<Charge> charges(Scene scene) {
        return DIMENSIONS.stream()
                .map(name -> scene.charge("wksp_a", new Dimension(name), "1", NINE))
                .toList();
    }

    private void assertAllBilledOnce() {
        assertThat(scene.aws.billed()).hasSize(7).allMatch(usage -> usage.quantity() == 1);
        assertThat(scene.billing.ask().books(ACCOUNT))
                .hasSize(7)
                .allMatch(Books::areBalanced)
                .allMatch(books -> books.of(Standing.ACCEPTED).equals(Quantity.whole(1)));
    }
}
