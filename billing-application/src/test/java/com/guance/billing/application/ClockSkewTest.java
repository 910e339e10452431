package com.guance.billing.application;

import static com.guance.billing.application.Scene.UNITS;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.MeteringRecordEvent.RecordRefused;
import com.guance.billing.metering.Quantity;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** SUB-6: a timestamp that lies well inside the window, and is refused, means that clocks differ. */
class ClockSkewTest {

    private static final String OUT_OF_BOUNDS = "TimestampOutOfBoundsException";

    private final Scene scene = new Scene(InMemoryBilling.create());

    @Test
    @DisplayName("SUB-6 a record well inside the window is told as clock skew and sent again, not held")
    void skew() {
        Tenants tenants = Tenants.subscribed(scene, 1);
        scene.clock.moveTo(Tenants.hour(2));
        tenants.useOne(UNITS);
        scene.clock.moveTo(Tenants.hour(2).plus(Duration.ofMinutes(10)));
        scene.aws.whenMetering(Misbehaviour.error(400, OUT_OF_BOUNDS));
        scene.billing.due().run(scene.now());

        assertThat(scene.events().stream()
                        .filter(RecordRefused.class::isInstance)
                        .map(RecordRefused.class::cast))
                .singleElement()
                .satisfies(refused -> assertThat(refused.why()).contains(OUT_OF_BOUNDS, "clock"));
        assertThat(standing(tenants, Standing.HELD)).isEqualTo(Quantity.ZERO);
        scene.pass(Duration.ofMinutes(1));
        scene.billing.due().run(scene.now());
        assertThat(tenants.billed(0, UNITS)).isOne();
    }

    @Test
    @DisplayName("SUB-6 one of the first hour, or near the end of the window, is held: its own date explains it")
    void explained() {
        Tenants tenants = Tenants.subscribed(scene, 1);
        scene.pass(Duration.ofMinutes(1));
        tenants.useOne(UNITS);
        scene.clock.moveTo(Tenants.hour(0).plus(Duration.ofMinutes(10)));
        scene.aws.whenMetering(Misbehaviour.error(400, OUT_OF_BOUNDS));
        scene.billing.due().run(scene.now());

        assertThat(standing(tenants, Standing.HELD)).isEqualTo(Quantity.whole(1));
    }

    private Quantity standing(Tenants tenants, Standing where) {
        return scene.billing.ask().books(tenants.account(0)).get(0).of(where);
    }
}
