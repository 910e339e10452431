package com.guance.billing.application;

import static com.guance.billing.application.Scene.UNITS;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.UserId;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.inmemory.marketplace.BilledUsage;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.HeldRecords;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** SUB-6: what the marketplace rejects once of a meter or a customer it would reject again: later records stay unsent, but for probes. */
class HoldsTest {

    private static final String DIMENSION = "InvalidUsageDimensionException";
    private static final Dimension UNLISTED = new Dimension("unlisted");
    private static final Dimension D0 = new Dimension("d0");

    private final Scene scene = new Scene(InMemoryBilling.create());
    private final CalledMarketplace aws = new CalledMarketplace(scene.aws.asPort(scene.profile));
    private final CloudBilling billing = scene.selling(aws);

    @Test
    @DisplayName(
            "SUB-6 400 meters of a dimension AWS does not know: another tenant's record goes out in the first calls of every hour")
    void fourHundred() {
        Tenants tenants = Tenants.subscribed(scene, 401);
        for (int hour = 0; hour < 4; hour++) {
            scene.clock.moveTo(Tenants.hour(hour));
            for (int number = 0; number < 400; number++) {
                tenants.useOne(number, UNLISTED);
            }
            tenants.useOne(400, UNITS);
            scene.clock.moveTo(Tenants.hour(hour).plus(Duration.ofMinutes(10)));
            int before = aws.calls().size();
            long billed = tenants.billed(400, UNITS);
            billing.due().run(scene.now());
            assertThat(tenants.billed(400, UNITS)).as("in the first run").isEqualTo(billed + 1);
            List<List<RecordId>> calls = aws.calls().subList(before, aws.calls().size());
            int first = IntStream.range(0, calls.size())
                    .filter(call -> calls.get(call).stream()
                            .anyMatch(record -> record.meter().dimension().equals(UNITS)))
                    .findFirst()
                    .orElseThrow();
            assertThat(first).as("calls before it").isLessThan(10);
            Tenants.runAll(scene, billing.due(), 30);
            assertThat(aws.calls().size() - before).as("calls of the hour").isLessThan(20);
        }
    }

    @Test
    @DisplayName(
            "SUB-6 400 dimensions of one tenant that AWS does not know: the other's record goes out in the first calls of every hour")
    void fourHundredOfOne() {
        Tenants tenants = Tenants.subscribed(scene, 2);
        for (int hour = 0; hour < 3; hour++) {
            scene.clock.moveTo(Tenants.hour(hour));
            for (int i = 0; i < 400; i++) {
                tenants.useOne(0, new Dimension("unlisted-" + i));
            }
            tenants.useOne(1, UNITS);
            scene.clock.moveTo(Tenants.hour(hour).plus(Duration.ofMinutes(10)));
            long billed = tenants.billed(1, UNITS);
            billing.due().run(scene.now());
            assertThat(tenants.billed(1, UNITS))
                    .as("in the first run of hour %s", hour)
                    .isEqualTo(billed + 1);
            Tenants.runAll(scene, billing.due(), 300);
        }
    }

    @Test
    @DisplayName("SUB-6 one tenant's wrong dimension does not hold the dimension of all; of it goes one probe an hour")
    void oneTenantsDimension() {
        Tenants tenants = Tenants.subscribed(scene, 2);
        String bad = tenants.customer(0);
        scene.aws.refuse(of(bad, D0), 400, DIMENSION);
        for (int hour = 0; hour < 5; hour++) {
            hour(hour, () -> tenants.useOne(D0));
        }

        assertThat(tenants.billed(1, D0)).isEqualTo(5);
        assertThat(tenants.billed(0, D0)).isZero();
        assertThat(aws.calls().stream()
                        .flatMap(List::stream)
                        .filter(record -> record.meter().customer().key().endsWith(bad)))
                .as("the first, among others and alone, and one an hour")
                .hasSize(2 + 4);
        scene.aws.refuseNothing();
        hour(5, () -> tenants.useOne(D0));
        assertThat(tenants.billed(0, D0)).as("what was made and not sent").isPositive();
        release(D0);
        hour(6, () -> {});
        hour(7, () -> {});
        assertThat(tenants.billed(0, D0)).isEqualTo(6);
    }

    @Test
    @DisplayName(
            "SUB-6 a dimension that two customers are rejected for within a day is held of all; a success ends the hold")
    void dimensionOfTheProduct() {
        Tenants tenants = Tenants.subscribed(scene, 3);
        scene.aws.refuse(usage -> usage.dimension().equals("d0"), 400, DIMENSION);
        hour(0, () -> tenants.useOne(D0));
        assertThat(all(tenants, Standing.HELD)).isEqualTo(2);
        assertThat(all(tenants, Standing.WAITING)).isEqualTo(1);
        int before = aws.calls().size();

        hour(1, () -> tenants.useOne(D0));
        hour(2, () -> {});

        List<List<RecordId>> probes = aws.calls().subList(before, aws.calls().size());
        assertThat(probes).as("one an hour, alone").hasSize(2).allMatch(call -> call.size() == 1);
        assertThat(probes.get(0).get(0).meter().customer())
                .as("another customer's")
                .isNotEqualTo(probes.get(1).get(0).meter().customer());
        assertThat(all(tenants, Standing.HELD)).isEqualTo(4);
        scene.aws.refuseNothing();
        hour(3, () -> {});
        hour(4, () -> {});

        assertThat(all(tenants, Standing.ACCEPTED)).isEqualTo(2);
        release(D0);
        hour(5, () -> {});
        assertThat(all(tenants, Standing.ACCEPTED)).isEqualTo(6);
    }

    @Test
    @DisplayName("SUB-6 a dimension that was accepted in that day is not held of all")
    void acceptedInThatDay() {
        Tenants tenants = Tenants.subscribed(scene, 4);
        hour(0, () -> tenants.useOne(3, D0));
        assertThat(tenants.billed(3, D0)).isOne();
        scene.aws.refuse(of(tenants.customer(0), D0).or(of(tenants.customer(1), D0)), 400, DIMENSION);
        hour(1, () -> IntStream.range(0, 3).forEach(number -> tenants.useOne(number, D0)));

        assertThat(tenants.billed(2, D0)).isOne();
        hour(2, () -> tenants.useOne(3, D0));
        assertThat(tenants.billed(3, D0)).isEqualTo(2);
    }

    @Test
    @DisplayName("SUB-6 a customer whom AWS does not know is held, with all its dimensions; others are not")
    void customer() {
        Tenants tenants = Tenants.subscribed(scene, 2);
        scene.aws.refuse(
                usage -> usage.customerIdentifier().equals(tenants.customer(0)),
                400,
                "InvalidCustomerIdentifierException");
        hour(0, () -> {});
        hour(1, () -> tenants.useOne(UNITS));
        hour(2, () -> tenants.useOne(D0));

        assertThat(standing(tenants, 0, UNITS, Standing.HELD)).isEqualTo(Quantity.whole(1));
        assertThat(tenants.billed(1, D0)).isOne();
        long calls = aws.calls().stream()
                .filter(call -> call.stream()
                        .anyMatch(record -> record.meter().customer().key().endsWith(tenants.customer(0))))
                .count();
        scene.pass(Duration.ofMinutes(5));
        tenants.useOne(0, new Dimension("d1"));
        scene.pass(Duration.ofMinutes(30));
        billing.due().run(scene.now());
        assertThat(calls).as("both, the first alone, and a probe").isEqualTo(3);
    }

    @Test
    @DisplayName("SUB-6 any other code holds that record only")
    void otherCodes() {
        Tenants tenants = Tenants.subscribed(scene, 1);
        scene.aws.refuse(
                usage -> usage.start().equals(Instant.parse("2026-03-10T09:00:00Z")), 400, "InvalidTagException");
        hour(1, () -> {
            scene.clock.moveTo(Tenants.hour(0).plus(Duration.ofMinutes(30)));
            tenants.useOne(UNITS);
            scene.clock.moveTo(Tenants.hour(1));
        });
        hour(2, () -> tenants.useOne(UNITS));

        assertThat(standing(tenants, 0, UNITS, Standing.HELD)).isEqualTo(Quantity.whole(1));
        assertThat(tenants.billed(0, UNITS)).isOne();
    }

    @Test
    @DisplayName("SUB-6 SUB-8 what a hold keeps unsent is made; expired it is late, and billed when the hold is over")
    void expiresLate() {
        Tenants tenants = Tenants.subscribed(scene, 1);
        scene.aws.refuse(usage -> true, 400, DIMENSION);
        for (int hour = 0; hour < 30; hour++) {
            hour(hour, () -> tenants.useOne(UNITS));
            scene.pass(Duration.ofMinutes(1));
        }
        assertThat(tenants.billed(0, UNITS)).isZero();
        scene.aws.refuseNothing();
        release(UNITS);
        for (int hour = 30; hour < 34; hour++) {
            hour(hour, () -> {});
        }

        assertThat(tenants.billed(0, UNITS)).isEqualTo(30);
        assertThat(standing(tenants, 0, UNITS, Standing.ACCEPTED)).isEqualTo(Quantity.whole(30));
    }

    @Test
    @DisplayName("SUB-6 FIN-2 records of a subscription that ends are sent although a hold concerns them")
    void ending() {
        Tenants tenants = Tenants.subscribed(scene, 1);
        scene.aws.refuse(usage -> true, 400, DIMENSION);
        hour(0, () -> tenants.useOne(UNITS));
        scene.aws.refuseNothing();
        scene.pass(Duration.ofMinutes(5));
        tenants.useOne(UNITS);
        scene.pass(Duration.ofMinutes(5));
        scene.aws.cancel(Tenants.buyer(0));
        scene.deliverNotices();
        scene.pass(Duration.ofMinutes(31));

        billing.due().run(scene.now());

        assertThat(tenants.billed(0, UNITS)).isOne();
    }

    @Test
    @DisplayName("SUB-6 staff end a hold by releasing what is held")
    void staff() {
        Tenants tenants = Tenants.subscribed(scene, 1);
        scene.aws.refuse(usage -> true, 400, DIMENSION);
        hour(0, () -> tenants.useOne(UNITS));
        scene.aws.refuseNothing();
        scene.clock.moveTo(Tenants.hour(0).plus(Duration.ofMinutes(30)));
        tenants.useOne(UNITS);
        release(UNITS);
        scene.clock.moveTo(Tenants.hour(1).plus(Duration.ofMinutes(10)));

        billing.due().run(scene.now());

        assertThat(tenants.billed(0, UNITS)).as("before the hour of the probe").isEqualTo(2);
    }

    private void hour(int number, Runnable usage) {
        scene.clock.moveTo(Tenants.hour(number));
        usage.run();
        scene.clock.moveTo(Tenants.hour(number).plus(Duration.ofMinutes(10)));
        Tenants.runAll(scene, billing.due(), 20);
        scene.clock.moveTo(Tenants.hour(number).plus(Duration.ofMinutes(11)));
    }

    private void release(Dimension dimension) {
        billing.releaseRecords()
                .releaseAll(
                        HeldRecords.of(scene.profile.product()).ofDimension(dimension),
                        scene.by(new Actor.Staff(new UserId("staff"))))
                .get();
    }

    private static Predicate<BilledUsage.Hour> of(String customer, Dimension dimension) {
        return usage ->
                usage.customerIdentifier().equals(customer) && usage.dimension().equals(dimension.name());
    }

    private long all(Tenants tenants, Standing where) {
        return IntStream.range(0, tenants.count())
                .mapToLong(
                        number -> standing(tenants, number, D0, where).value().longValueExact())
                .sum();
    }

    private Quantity standing(Tenants tenants, int number, Dimension dimension, Standing where) {
        Books books = billing.ask().books(tenants.account(number)).stream()
                .filter(one -> one.dimension().equals(dimension))
                .findFirst()
                .orElseThrow();
        assertThat(books.areBalanced()).isTrue();
        return books.of(where);
    }
}
