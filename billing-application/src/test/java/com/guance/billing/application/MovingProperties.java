package com.guance.billing.application;

import static com.guance.billing.application.Scene.ACCOUNT;
import static com.guance.billing.application.Scene.BUYER;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.inmemory.marketplace.BilledUsage;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Quantity;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.MarketplaceCustomer.Licensed;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.Sign.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** A product moves to licenses while its customer uses it; the marketplace bills both forms of an hour, as AWS does. */
class MovingProperties {

    private static final Instant MOVE = Instant.parse("2026-03-10T12:00:00Z");

    @Property(tries = 300)
    @Label(
            "SUB-10 MET-7 INV-7 INV-8 no hour is billed in both forms, none in the other's time, and all stands somewhere")
    void neverBoth(@ForAll("deeds") List<Deed> deeds) {
        Move move = new Move();
        for (Deed deed : deeds) {
            move.play(deed);
            move.assertRight();
        }
        move.settleDown();
        move.assertRight();
        assertThat(move.waiting()).isEqualTo(Quantity.ZERO);
        move.collect();
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        Arbitrary<What> what = Arbitraries.frequency(
                Tuple.of(8, What.CHARGE),
                Tuple.of(6, What.WAIT),
                Tuple.of(4, What.RUN),
                Tuple.of(1, What.AGREE),
                Tuple.of(1, What.FAULT));
        return Combinators.combine(what, Arbitraries.integers().between(0, 400))
                .as(Deed::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(50);
    }

    enum What {
        CHARGE,
        WAIT,
        RUN,
        AGREE,
        FAULT
    }

    record Deed(What what, int number) {}

    /** One account of the legacy form, which has a license sooner or later. */
    private static final class Move {

        private final Scene scene = new Scene(
                InMemoryBilling.create(), MarketplaceProfile.aws("prod").movingToLicenses(MOVE));
        private boolean licensed;
        private int faults;

        Move() {
            scene.registerAccount();
            scene.register("wksp_a", "us1");
            scene.register("wksp_b", "us1");
        }

        void play(Deed deed) {
            switch (deed.what()) {
                case CHARGE -> charge(deed.number());
                case WAIT -> scene.pass(Duration.ofMinutes(deed.number() % 97));
                case RUN -> run();
                case AGREE -> agree();
                case FAULT -> {
                    faults++;
                    scene.aws.whenMetering(
                            deed.number() % 2 == 0 ? Misbehaviour.acceptThenDrop() : Misbehaviour.leaveUnprocessed(0));
                }
            }
        }

        private void charge(int number) {
            Instant back = scene.now().minus(Duration.ofMinutes(number));
            Instant until = back.isAfter(Scene.START) ? back : Scene.START.plusSeconds(1);
            scene.billing
                    .takeCharges()
                    .take(
                            List.of(scene.charge(
                                    number % 2 == 0 ? "wksp_a" : "wksp_b",
                                    new Dimension("d" + number % 3),
                                    number % 7 + "." + number % 10,
                                    until)),
                            scene.now())
                    .forEach(intake -> assertThat(intake.isRight()).isTrue());
        }

        private void agree() {
            if (!licensed) {
                licensed = true;
                Licenses licenses = new Licenses(scene);
                Licensed customer = Licensed.of(scene.profile.product(), BUYER, scene.aws.agree(BUYER));
                licenses.hear(
                        new Fact.OfLicense(Licenses.id(1), customer, ACCOUNT, new Sign(Kind.ACTIVATED, scene.now())));
            }
        }

        private void run() {
            try {
                scene.billing.due().run(scene.now());
            } catch (Fault planted) {
                Statistics.label("fault").collect(true);
            }
        }

        void settleDown() {
            if (scene.now().isBefore(MOVE)) {
                scene.clock.moveTo(MOVE);
            }
            agree();
            for (int call = 0; call < faults; call++) {
                run();
                scene.pass(Duration.ofMinutes(16));
            }
            for (int hour = 0; hour < 8; hour++) {
                scene.pass(Duration.ofMinutes(61));
                run();
            }
        }

        void assertRight() {
            assertThat(scene.aws.billedInBothSchemes()).isEmpty();
            assertThat(scene.aws.billed())
                    .allSatisfy(usage -> assertThat(isByLicense(usage))
                            .isNotEqualTo(usage.hour().start().isBefore(MOVE)));
            assertThat(books()).allMatch(Books::areBalanced);
            assertThat(standing(Standing.UNSETTLED)).isEqualTo(Quantity.ZERO);
            assertThat(standing(Standing.FORFEITED)).isEqualTo(Quantity.ZERO);
        }

        Quantity waiting() {
            long billed =
                    scene.aws.billed().stream().mapToLong(BilledUsage::quantity).sum();
            assertThat(standing(Standing.ACCEPTED)).isEqualTo(Quantity.whole(billed));
            return standing(Standing.WAITING);
        }

        void collect() {
            boolean legacy = scene.aws.billed().stream().anyMatch(usage -> !isByLicense(usage));
            boolean license = scene.aws.billed().stream().anyMatch(Move::isByLicense);
            Statistics.label("billed in both forms, each in its time")
                    .collect(legacy && license)
                    .coverage(coverage -> coverage.check(true).count(times -> times > 20));
        }

        private Quantity standing(Standing where) {
            return books().stream().map(books -> books.of(where)).reduce(Quantity.ZERO, Quantity::plus);
        }

        private List<Books> books() {
            return scene.billing.ask().books(ACCOUNT);
        }

        private static boolean isByLicense(BilledUsage usage) {
            return !usage.hour().license().isEmpty();
        }
    }
}
