package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.SubscriptionId;
import com.guance.billing.inmemory.marketplace.BilledUsage;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Intake;
import com.guance.billing.metering.Quantity;
import com.guance.billing.statement.StatementPeriod;
import com.guance.billing.statement.Sums;
import com.guance.billing.subscription.MarketplaceCustomer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How a host rounds the last fractions up: it charges what is missing, before it says that the final hour is rated. */
class RoundingUpTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");
    private static final StatementPeriod HOURS =
            StatementPeriod.of(NINE.minus(Duration.ofHours(1)), NINE.plus(Duration.ofHours(1)));

    private final Scene scene = Scene.withRegisteredAccount();

    @Test
    @DisplayName("MET-4 FIN-1 who rounds up charges the difference of each workspace, and nothing is forfeited")
    void roundsUp() {
        scene.register("wksp_a", "us1");
        scene.register("wksp_b", "us1");
        scene.clock.moveTo(NINE);
        take("wksp_a", "2.25", NINE);
        take("wksp_b", "1", NINE);
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(20)));
        take("wksp_a", "1.125", scene.now());
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
        Instant freeze = scene.now();

        charged().forEach((workspace, sums) -> {
            BigDecimal charged = sums.charged().value();
            BigDecimal missing = charged.setScale(0, RoundingMode.CEILING).subtract(charged);
            if (missing.signum() > 0) {
                take(workspace, missing.toPlainString(), freeze);
            }
        });
        scene.billing.completeFinalRating().complete(subscription(), scene.byBillingCenter());
        assertThat(scene.billing.due().run(scene.now()).closed())
                .as("eight's and nine's record")
                .isEqualTo(2);

        Books books = scene.billing.ask().books(scene.account).get(0);
        assertThat(scene.aws.billed().stream().mapToLong(BilledUsage::quantity).sum())
                .isEqualTo(5);
        assertThat(books.of(Standing.FORFEITED)).isEqualTo(Quantity.ZERO);
        assertThat(books.areBalanced()).isTrue();
    }

    private Map<String, Sums> charged() {
        return scene.billing.askStatement().of(scene.account, HOURS).byWorkspace(Scene.UNITS);
    }

    private void take(String workspace, String quantity, Instant until) {
        assertThat(scene.billing
                        .takeCharges()
                        .take(List.of(scene.charge(workspace, quantity, until)), scene.now())
                        .get(0)
                        .get())
                .isEqualTo(Intake.TAKEN);
    }

    private SubscriptionId subscription() {
        return new SubscriptionId(
                new MarketplaceCustomer.Legacy(scene.profile.product(), scene.aws.customerIdentifier(BUYER)).key()
                        + "#1");
    }
}
