package com.guance.billing.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.Destination;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.MeteringRecordEvent.RecordMade;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.workspace.Binding;
import io.vavr.control.Either;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/**
 * MET-2: usage is metered if its workspace was bound at its instant, and unsettled if not, whenever ends and returns were heard, rounds
 * were made and crashes came.
 */
class PaidAsBoundProperties {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");

    @Property(tries = 1_000)
    @Label("MET-2 END-3 END-4 END-5 END-6 LOCK-6 usage is paid for as its workspace was bound at its instant")
    void paidAsBound(@ForAll("histories") List<Step> history) {
        Play play = new Play();
        history.forEach(play::step);
        play.everybodyReturns();

        List<Charge> unpaid = play.unpaid();
        List<Charge> unbound = play.taken.stream().filter(play::isUnbound).toList();
        List<Charge> late = unpaid.stream().filter(play.late()).toList();
        assertThat(unpaid).as("%s", history).containsAll(unbound);
        assertThat(unbound).as("%s", history).containsAll(without(unpaid, late));
        assertThat(play.scene.billing.ask().books(play.scene.account)).allMatch(Books::areBalanced);
        Statistics.label("something was nobody's").collect(!unbound.isEmpty()).coverage(coverage -> {
            coverage.check(true).percentage(share -> share > 10);
            coverage.check(false).percentage(share -> share > 10);
        });
        Statistics.label("something came too late")
                .collect(!without(unpaid, unbound).isEmpty())
                .coverage(coverage -> coverage.check(true).percentage(share -> share < 2));
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Deed> deeds = Arbitraries.frequency(
                Tuple.of(3, Deed.USED),
                Tuple.of(2, Deed.DEPROVISIONED),
                Tuple.of(2, Deed.ACTIVATED),
                Tuple.of(2, Deed.RUN),
                Tuple.of(1, Deed.CANCELLED),
                Tuple.of(1, Deed.COMPLETE),
                Tuple.of(1, Deed.CRASHED));
        Arbitrary<Duration> waits = Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.integers().between(30, 300)),
                        Tuple.of(1, Arbitraries.integers().between(300, 1500)))
                .map(Duration::ofSeconds);
        Arbitrary<Duration> delays = Arbitraries.frequencyOf(
                        Tuple.of(2, Arbitraries.just(0)),
                        Tuple.of(1, Arbitraries.integers().between(1, 200)))
                .map(Duration::ofSeconds);
        return Combinators.combine(deeds, Arbitraries.frequency(Tuple.of(4, 1), Tuple.of(1, 2)), waits, delays)
                .as(Step::new)
                .list()
                .ofMinSize(8)
                .ofMaxSize(22);
    }

    private static List<Charge> without(List<Charge> all, List<Charge> some) {
        return all.stream().filter(one -> !some.contains(one)).toList();
    }

    enum Deed {
        USED,
        DEPROVISIONED,
        ACTIVATED,
        CANCELLED,
        COMPLETE,
        RUN,
        CRASHED
    }

    /** Of one of two licenses, a while after the step before; what is told has happened earlier by a delay. */
    record Step(Deed deed, int license, Duration after, Duration delay) {}

    /** Two workspaces, each bound to a license of its own. */
    private static final class Play {

        private final BreakableStore store = new BreakableStore(InMemoryBilling.create());
        private final Scene scene = new Scene(store);
        private final Licenses licenses = new Licenses(scene);
        private final List<Charge> taken = new ArrayList<>();

        Play() {
            scene.claimAccount();
            licenses.license(1, Kind.ACTIVATED);
            licenses.license(2, Kind.ACTIVATED);
            scene.pass(Duration.ofMinutes(1));
            licenses.bound("wksp_1", 1);
            licenses.bound("wksp_2", 2);
            scene.clock.moveTo(NINE);
        }

        void step(Step step) {
            scene.pass(step.after());
            Instant ownTime = scene.now().minus(step.delay());
            switch (step.deed()) {
                case USED -> use("wksp_" + step.license());
                case DEPROVISIONED -> hear(step.license(), Kind.DEPROVISIONED, ownTime);
                case ACTIVATED -> hear(step.license(), Kind.ACTIVATED, ownTime);
                case CANCELLED -> licenses.ended(step.license(), Kind.CANCELLED);
                case COMPLETE ->
                    scene.billing
                            .completeFinalRating()
                            .complete(licenses.subscription(step.license()), scene.byBillingCenter());
                case RUN -> scene.billing.due().run(scene.now());
                case CRASHED -> {
                    store.breakAfter(1);
                    assertThat(Try.run(() -> hear(step.license(), Kind.ACTIVATED, ownTime)))
                            .isNotNull();
                    store.mend();
                }
            }
        }

        void everybodyReturns() {
            scene.pass(Duration.ofMinutes(1));
            licenses.license(1, Kind.ACTIVATED);
            licenses.license(2, Kind.ACTIVATED);
            for (int hour = 0; hour < 3; hour++) {
                scene.pass(Duration.ofMinutes(61));
                scene.billing.due().run(scene.now());
            }
        }

        List<Charge> unpaid() {
            Map<String, TakenCharge> found = store.<Void, Map<String, TakenCharge>>inTransaction(
                            stores -> Either.right(stores.charges()
                                    .find(taken.stream().map(Charge::key).toList())))
                    .get();
            return taken.stream()
                    .filter(charge ->
                            Option.of(found.get(charge.key())).get().destination() instanceof Destination.Unsettled)
                    .toList();
        }

        boolean isUnbound(Charge charge) {
            return binding(charge).isEmpty();
        }

        /** What is bound to one that ended in an hour whose record it had already: no later one comes (MET-7, END-8). */
        Predicate<Charge> late() {
            List<RecordMade> made = scene.events().stream()
                    .filter(RecordMade.class::isInstance)
                    .map(RecordMade.class::cast)
                    .toList();
            return charge -> binding(charge)
                    .flatMap(Binding::until)
                    .exists(end -> made.stream()
                            .anyMatch(record -> record.at().isBefore(end)
                                    && record.record().hour().equals(MeteringHour.of(end.minusNanos(1)))));
        }

        private Option<Binding> binding(Charge charge) {
            Instant used = charge.period().lastInstant();
            return Option.ofOptional(scene.workspace(charge.workspace().value()).bindings().all().stream()
                    .filter(binding -> binding.method().cloud().isDefined())
                    .filter(binding ->
                            !used.isBefore(binding.from()) && binding.until().forAll(used::isBefore))
                    .findFirst());
        }

        private void use(String workspace) {
            Charge charge = scene.charge(workspace, "1", scene.now());
            scene.billing
                    .takeCharges()
                    .take(List.of(charge), scene.now())
                    .get(0)
                    .get();
            taken.add(charge);
        }

        private void hear(int license, Kind kind, Instant ownTime) {
            licenses.hear(licenses.ofLicense(license, new Sign(kind, ownTime)));
        }
    }
}
