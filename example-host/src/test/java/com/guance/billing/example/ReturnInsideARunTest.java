package com.guance.billing.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.WorkspaceId;
import com.guance.billing.inmemory.marketplace.MarketplaceNotice;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.Intake;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.UsagePeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A return inside a run that takes the subscription to be ending still, on real databases. */
class ReturnInsideARunTest {

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "END-6 INV-7 MET-2 usage after a return inside a run that gives up what is after the freeze is metered")
    void returnInsideARun(RealStore store) {
        Interrupted.on(store, (interrupted, stage) -> {
            WorkspaceId id = stage.world().cast().shop();
            stage.arrives();
            stage.registers(id, Stage.GOOD).get();
            stage.deliver(stage.cancels());
            MarketplaceNotice activation = stage.subscribes();
            stage.aMinuteLater();
            interrupted.interrupt(Interrupted.At.CHARGES, 1, () -> {
                stage.deliver(activation);
                use(stage, id);
            });
            stage.run();
            assertThat(interrupted.happened()).isTrue();

            stage.world().clock().advance(Duration.ofHours(2));
            stage.run();
            Books books = stage.world().billing().ask().books(stage.account()).get(0);
            assertThat(books.areBalanced()).isTrue();
            assertThat(books.of(Standing.ACCEPTED)).isEqualTo(Quantity.whole(3));
        });
    }

    private static void use(Stage stage, WorkspaceId id) {
        Instant now = stage.world().now();
        Charge charge = new Charge(
                "after the return",
                id,
                new Charge.Usage(World.UNITS, Quantity.whole(3)),
                new UsagePeriod(now.minusSeconds(1), now));
        assertThat(stage.world()
                        .billing()
                        .takeCharges()
                        .take(List.of(charge), now)
                        .get(0)
                        .get())
                .isEqualTo(Intake.TAKEN);
    }
}
