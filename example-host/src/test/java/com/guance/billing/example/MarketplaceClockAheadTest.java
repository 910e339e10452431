package com.guance.billing.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.WorkspaceId;
import com.guance.billing.aws.SnsNotices;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.inmemory.marketplace.BilledUsage;
import com.guance.billing.inmemory.marketplace.InMemoryMarketplace;
import com.guance.billing.inmemory.marketplace.ListedProduct;
import com.guance.billing.inmemory.marketplace.MovableClock;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.UsagePeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** AWS's clock runs ahead of the host's, through the real SDK: AWS refuses records dated before its own start of a subscription. */
class MarketplaceClockAheadTest {

    private static final Instant SUBSCRIBED = Instant.parse("2026-03-10T09:20:00Z");

    @ParameterizedTest
    @CsvSource({"PT0.001S", "PT1.5S", "PT5M"})
    @DisplayName("NOT-6 MET-3 subscribed, delivered, registered and charged at once: the first hour is billed")
    void firstHour(Duration ahead) {
        assertThat(billed(SUBSCRIBED, ahead))
                .singleElement()
                .satisfies(usage -> assertThat(usage.timestamp()).isEqualTo(SUBSCRIBED.plus(ahead)))
                .satisfies(usage -> assertThat(usage.quantity()).isEqualTo(7));
    }

    @Test
    @DisplayName("NOT-6 MET-3 where AWS's start lies in the next hour, usage before it goes into that hour's record")
    void nextHour() {
        Instant subscribed = Instant.parse("2026-03-10T09:59:59.999Z");

        assertThat(billed(subscribed, Duration.ofMillis(2)))
                .singleElement()
                .satisfies(usage -> assertThat(usage.timestamp()).isEqualTo(Instant.parse("2026-03-10T10:00:00.001Z")))
                .satisfies(usage -> assertThat(usage.quantity()).isEqualTo(7));
    }

    /** What AWS bills of 7 units, of which the half of a millisecond after the subscription is charged as used. */
    private static List<BilledUsage> billed(Instant subscribed, Duration ahead) {
        MovableClock host = MovableClock.at(subscribed);
        MovableClock awsClock = MovableClock.at(subscribed.plus(ahead));
        ListedProduct product = ListedProduct.global(World.PROFILE.product().code(), World.UNITS.name());
        InMemoryMarketplace aws = InMemoryMarketplace.selling(product, awsClock);
        try (OpenStore store = new OpenStore(InMemoryBilling.create(), () -> {});
                World world = World.over(store, aws, host)) {
            WorkspaceId id = subscribes(world);
            host.advance(Duration.ofNanos(500_000));
            assertThat(world.billing().takeCharges().take(List.of(charge(id, subscribed, world.now())), world.now()))
                    .allMatch(taken -> taken.isRight());
            host.advance(Duration.ofMinutes(75));
            awsClock.advance(Duration.ofMinutes(75));
            world.billing().due().run(world.now());
            host.advance(Duration.ofMinutes(60));
            awsClock.advance(Duration.ofMinutes(60));
            world.billing().due().run(world.now());
            assertThat(world.billing().ask().books(world.cast().cloudAccount()))
                    .singleElement()
                    .satisfies(books -> assertThat(books.of(Standing.ACCEPTED)).isEqualTo(Quantity.whole(7)));
            return aws.billed();
        }
    }

    private static WorkspaceId subscribes(World world) {
        Stage stage = new Stage(world);
        world.aws().subscribe(world.cast().awsAccount());
        world.aws()
                .takeNotices()
                .forEach(notice -> world.billing()
                        .receiveNotice()
                        .receive(SnsNotices.read(notice.snsText(), world.profile(), world.now())));
        stage.claims(stage.lands()).get();
        WorkspaceId id = world.cast().shop();
        stage.registers(id, Stage.GOOD).get();
        return id;
    }

    private static Charge charge(WorkspaceId id, Instant from, Instant until) {
        return new Charge(
                "at once", id, new Charge.Usage(World.UNITS, Quantity.whole(7)), new UsagePeriod(from, until));
    }
}
