package com.guance.billing.application;

import static com.guance.billing.application.Scene.ACCOUNT;
import static com.guance.billing.application.Scene.BUYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.Actor;
import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.arrival.Arrival;
import com.guance.billing.arrival.Landing;
import com.guance.billing.arrival.LandingRefusal;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.inmemory.marketplace.MarketplaceNotice;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import com.guance.billing.metering.BatchRejected;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.MeteringRecordEvent;
import com.guance.billing.metering.Quantity;
import com.guance.billing.policy.Policies;
import com.guance.billing.policy.SubmittingPolicy;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.ports.driving.RunDue;
import com.guance.billing.ports.driving.RunDue.Done;
import com.guance.billing.ports.faults.MarketplaceMisconfigured;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import com.guance.billing.subscription.MarketplaceProfile;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How hours become records, and records calls: how many of them, by whom, and beside whom. */
class BatchesTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");
    private static final List<String> DIMENSIONS = List.of("d0", "d1", "d2", "d3", "d4", "d5", "d6");
    private static final Duration BACKED_OFF =
            SubmittingPolicy.defaults().retries().longest();
    private static final Dimension POISON = new Dimension("d3");

    private final Interposed store = new Interposed(InMemoryBilling.create());
    private final Scene scene = new Scene(store);

    @BeforeEach
    void oneWorkspace() {
        scene.registerAccount();
        scene.register("wksp_a", "us1");
        scene.clock.moveTo(NINE);
    }

    @Test
    @DisplayName("MET-3 SUB-2 one run closes and submits every hour that is over, however many there are")
    void manyHours() {
        int hours = 20;
        scene.clock.moveTo(NINE.plus(Duration.ofHours(hours)));
        IntStream.range(0, hours).forEach(hour -> takeOfEach(NINE.plus(Duration.ofHours(hour))));
        scene.pass(Duration.ofMinutes(10));

        assertThat(run()).isEqualTo(new Done(0, 0, hours * DIMENSIONS.size(), hours * DIMENSIONS.size()));
        assertThat(scene.aws.billed()).hasSize(hours * DIMENSIONS.size());
    }

    @Test
    @DisplayName(
            "END-3 END-8 MET-4 an hour of which nothing can be billed makes no record, not even of what was carried")
    void nothingLeft() {
        take(scene.charge("wksp_a", "0.5", NINE));
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(10)));
        assertThat(run().closed()).isEqualTo(1);
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(40)));
        scene.aws.cancel(BUYER);
        MarketplaceNotice end = scene.aws.takeNotices().get(0);
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(50)));
        take(scene.charge("wksp_a", "5", scene.now()));
        scene.billing.receiveNotice().receive(scene.understood(end));
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(70)));

        assertThat(run().closed()).isZero();
        Books books = scene.billing.ask().books(ACCOUNT).get(0);
        assertThat(books.of(Standing.UNSETTLED)).isEqualTo(Quantity.whole(5));
        assertThat(books.areBalanced()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    @DisplayName(
            "INV-8 SUB-9 another node may run everything between any two transactions: billed once, and no run fails")
    void anotherNode(int transactions) {
        take(scene.charge("wksp_a", "7", NINE));
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(10)));
        RunDue other = scene.under(Policies.defaults()).due();
        store.after(transactions, () -> other.run(scene.now()));

        run();

        assertThat(scene.aws.billed()).extracting(usage -> usage.quantity()).containsExactly(7L);
        assertThat(scene.billing.ask().books(ACCOUNT).get(0).of(Standing.ACCEPTED))
                .isEqualTo(Quantity.whole(7));
    }

    @Test
    @DisplayName(
            "SUB-1 the clock makes a record and sends it, the marketplace accepts it; each event says so, and when")
    void whoAndWhen() {
        take(scene.charge("wksp_a", "7", NINE));
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(10)));
        run();

        Request clock = scene.by(new Actor.Clock());
        assertThat(scene.events())
                .filteredOn(MeteringRecordEvent.class::isInstance)
                .extracting(DomainEvent::request)
                .containsExactly(clock, clock, scene.by(new Actor.Marketplace("aws")));
    }

    @Test
    @DisplayName(
            "SUB-1 SUB-11 a call that the marketplace refused altogether billed nothing, and leaves nothing in doubt")
    void misconfigured() {
        take(scene.charge("wksp_a", "7", NINE));
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(10)));
        scene.aws.whenMetering(Misbehaviour.error(400, "AccessDeniedException"));
        assertThatThrownBy(this::run).isInstanceOf(MarketplaceMisconfigured.class);

        scene.aws.suspend(BUYER);
        scene.pass(BACKED_OFF);
        run();

        assertThat(scene.billing.ask().books(ACCOUNT).get(0).of(Standing.WAITING))
                .isEqualTo(Quantity.whole(7));
    }

    @Test
    @DisplayName("SUB-2 SUB-3 records go in one call; those that stayed unanswered twice go each alone")
    void suspectsGoAlone() {
        Listening aws = new Listening(new PoisonedMarketplace(scene.aws.asPort(scene.profile), POISON));
        RunDue due = scene.selling(aws).due();
        takeOfEach(NINE);
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(10)));

        assertThat(aws.callsOf(due, scene.now())).containsExactly(7);
        scene.pass(BACKED_OFF);
        assertThat(aws.callsOf(due, scene.now())).containsExactly(7);
        scene.pass(BACKED_OFF);
        assertThat(aws.callsOf(due, scene.now())).containsExactly(1, 1, 1, 1, 1, 1, 1);
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(60)));
        take(scene.charge("wksp_a", new Dimension("d0"), "1", scene.now()));
        take(scene.charge("wksp_a", new Dimension("d1"), "1", scene.now()));
        scene.pass(Duration.ofMinutes(10));
        assertThat(aws.callsOf(due, scene.now())).containsExactly(1, 2);
    }

    private void takeOfEach(Instant until) {
        take(DIMENSIONS.stream()
                .map(name -> scene.charge("wksp_a", new Dimension(name), "1", until))
                .toArray(Charge[]::new));
    }

    private void take(Charge... charges) {
        scene.billing.takeCharges().take(List.of(charges), scene.now());
    }

    private Done run() {
        return scene.billing.due().run(scene.now());
    }

    /** A marketplace whose calls are counted. */
    private record Listening(Marketplace real, List<Integer> calls) implements Marketplace {

        Listening(Marketplace real) {
            this(real, new ArrayList<>());
        }

        /** How many records each call of a run brought; the run meets the poison. */
        List<Integer> callsOf(RunDue due, Instant at) {
            calls.clear();
            assertThatThrownBy(() -> due.run(at)).isInstanceOf(MarketplaceUnavailable.class);
            return calls;
        }

        @Override
        public MarketplaceProfile profile() {
            return real.profile();
        }

        @Override
        public Either<LandingRefusal, Arrival> resolve(Landing landing, Instant at) {
            return real.resolve(landing, at);
        }

        @Override
        public Either<BatchRejected, List<MeteringAnswer>> meter(
                List<MeteringRecord> records, Consumer<Instant> clock) {
            return meter(records);
        }

        @Override
        public Either<BatchRejected, List<MeteringAnswer>> meter(List<MeteringRecord> records) {
            calls.add(records.size());
            return real.meter(records);
        }
    }
}
