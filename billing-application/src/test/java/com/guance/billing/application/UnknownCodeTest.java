package com.guance.billing.application;

import static com.guance.billing.application.Scene.UNITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.inmemory.marketplace.BilledUsage;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Quantity;
import com.guance.billing.ports.faults.MarketplaceMisconfigured;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** SUB-6: an error code that nobody knows halves the batch, and holds nothing. */
class UnknownCodeTest {

    private static final String CODE = "ExceptionOfTomorrow";

    private final Scene scene = new Scene(InMemoryBilling.create());

    @Test
    @DisplayName(
            "SUB-6 one of ten meters is answered an unknown HTTP 400 for 120 h: the nine others lose nothing, 540 of 540")
    void nineOthers() {
        Tenants tenants = Tenants.subscribed(scene, 10);
        scene.aws.refuse(of(tenants, 4), 400, CODE);
        for (int hour = 0; hour < 120; hour++) {
            scene.clock.moveTo(Tenants.hour(hour));
            if (hour % 2 == 0) {
                tenants.useOne(UNITS);
            }
            for (int minutes = 10; minutes < 60; minutes += 10) {
                scene.clock.moveTo(Tenants.hour(hour).plus(Duration.ofMinutes(minutes)));
                Tenants.runAll(scene, scene.billing.due(), 20);
            }
        }

        long others = IntStream.range(0, 10)
                .filter(number -> number != 4)
                .mapToLong(number -> tenants.billed(number, UNITS))
                .sum();
        assertThat(others).isEqualTo(540);
        assertThat(tenants.billed(4, UNITS)).isZero();
        scene.aws.refuseNothing();
        scene.clock.moveTo(Tenants.hour(122));
        Tenants.runAll(scene, scene.billing.due(), 20);
        scene.clock.moveTo(Tenants.hour(124));
        Tenants.runAll(scene, scene.billing.due(), 20);
        assertThat(tenants.billed(4, UNITS)).isEqualTo(60);
        assertThat(IntStream.range(0, 10).mapToObj(tenants::account).map(scene.billing.ask()::books))
                .allSatisfy(books -> assertThat(books).allMatch(Books::areBalanced));
    }

    @Test
    @DisplayName("SUB-6 what is refused by an unknown code is not held: it is sent again, alone, after all others")
    void goesOnWhenItIsOver() {
        Tenants tenants = Tenants.subscribed(scene, 3);
        CalledMarketplace aws = new CalledMarketplace(scene.aws.asPort(scene.profile));
        CloudBilling billing = scene.selling(aws);
        scene.aws.refuse(of(tenants, 0), 400, CODE);
        scene.clock.moveTo(Tenants.hour(0));
        tenants.useOne(UNITS);
        scene.clock.moveTo(Tenants.hour(0).plus(Duration.ofMinutes(10)));
        billing.due().run(scene.now());
        assertThat(tenants.billed(1, UNITS) + tenants.billed(2, UNITS)).isEqualTo(2);
        int before = aws.calls().size();
        scene.pass(Duration.ofMinutes(1));
        tenants.useOne(1, Scene.UNITS);

        billing.due().run(scene.now());

        assertThat(aws.calls().subList(before, aws.calls().size())).hasSize(1).allMatch(call -> call.size() == 1);
        scene.aws.refuseNothing();
        scene.pass(Duration.ofMinutes(20));
        billing.due().run(scene.now());
        assertThat(tenants.billed(0, UNITS)).isOne();
        assertThat(standing(tenants, 0, Standing.HELD)).isEqualTo(Quantity.ZERO);
    }

    @Test
    @DisplayName(
            "SUB-6 where every record of the first batch, of several customers, fails alike, the set-up is at fault: the run stops")
    void setUp() {
        Tenants tenants = Tenants.subscribed(scene, 4);
        CalledMarketplace aws = new CalledMarketplace(scene.aws.asPort(scene.profile));
        CloudBilling billing = scene.selling(aws);
        scene.aws.refuse(usage -> true, 400, CODE);
        scene.clock.moveTo(Tenants.hour(0));
        tenants.useOne(UNITS);
        scene.clock.moveTo(Tenants.hour(0).plus(Duration.ofMinutes(10)));

        assertThatThrownBy(() -> billing.due().run(scene.now()))
                .isInstanceOf(MarketplaceMisconfigured.class)
                .hasMessageContaining(CODE);

        assertThat(aws.calls()).hasSize(7);
        assertThat(standing(tenants, 0, Standing.WAITING)).isEqualTo(Quantity.whole(1));
        scene.aws.refuseNothing();
        scene.pass(Duration.ofMinutes(1));
        billing.due().run(scene.now());
        assertThat(IntStream.range(0, 4).mapToLong(number -> tenants.billed(number, UNITS)))
                .containsOnly(1L);
    }

    @Test
    @DisplayName("SUB-6 the records of one customer that fail alike are no fault of the set-up")
    void oneCustomer() {
        Tenants tenants = Tenants.subscribed(scene, 1);
        scene.aws.refuse(usage -> true, 400, CODE);
        scene.clock.moveTo(Tenants.hour(0));
        tenants.useOne(UNITS);
        tenants.useOne(new Dimension("d0"));
        scene.clock.moveTo(Tenants.hour(0).plus(Duration.ofMinutes(10)));

        scene.billing.due().run(scene.now());

        assertThat(standing(tenants, 0, Standing.WAITING)).isEqualTo(Quantity.whole(1));
    }

    private static Predicate<BilledUsage.Hour> of(Tenants tenants, int number) {
        String customer = tenants.customer(number);
        return usage -> usage.customerIdentifier().equals(customer);
    }

    private Quantity standing(Tenants tenants, int number, Standing where) {
        return scene.billing.ask().books(tenants.account(number)).stream()
                .filter(books -> books.dimension().equals(UNITS))
                .findFirst()
                .orElseThrow()
                .of(where);
    }
}
