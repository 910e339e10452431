package com.guance.billing.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.guance.billing.Actor;
import com.guance.billing.Request;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.MeteringRecordEvent.RecordAccepted;
import com.guance.billing.metering.MeteringRecordEvent.RecordNotBilled;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.metering.Tally;
import com.guance.billing.ports.driven.Watcher;
import com.guance.billing.ports.driving.AskHealth;
import com.guance.billing.ports.driving.Health;
import com.guance.billing.ports.driving.Health.OfProduct;
import com.guance.billing.ports.driving.RunDue;
import com.guance.billing.ports.faults.StoreUnavailable;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Product;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BillingMetricsTest {

    private static final Product PRODUCT = new Product("aws", "prod");
    private static final Instant START = Instant.parse("2026-03-10T09:00:00Z");

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private Instant now = START;
    private boolean down;
    private int asked;

    @Test
    @DisplayName("outcomes, events, runs and faults are counted")
    void counters() {
        Watcher watcher = BillingMetrics.counters(registry);
        assertThat(counted("cloud.billing.runs")).isZero();
        RecordId record = new RecordId(
                new Meter(new MarketplaceCustomer.Legacy(PRODUCT, "c-1"), new Dimension("units")),
                MeteringHour.of(START));
        Request by = new Request(new Actor.Clock(), START);
        watcher.committed(List.of(
                new RecordAccepted(record, "receipt", by),
                new RecordAccepted(record, "receipt", by),
                new RecordNotBilled(record, RecordStatus.HELD, "why", by)));
        watcher.ran(new RunDue.Done(1, 2, 3, 4, true));
        watcher.ran(new RunDue.Done(0, 0, 0, 1));
        watcher.faulted(new StoreUnavailable("down", null));
        watcher.faulted(new IllegalStateException());

        String[] ofProduct = {"marketplace", "aws", "product", "prod"};
        assertThat(counted("cloud.billing.records", "outcome", "accepted")).isEqualTo(2);
        assertThat(counted("cloud.billing.records", "outcome", "held")).isOne();
        assertThat(counted("cloud.billing.records", ofProduct)).isEqualTo(3);
        assertThat(counted("cloud.billing.events", "event", "RecordAccepted")).isEqualTo(2);
        assertThat(counted("cloud.billing.runs")).isEqualTo(2);
        assertThat(counted("cloud.billing.runs", "rate.reached", "true")).isOne();
        assertThat(counted("cloud.billing.run.done", "what", "closed")).isEqualTo(3);
        assertThat(counted("cloud.billing.run.done", "what", "submitted")).isEqualTo(5);
        assertThat(counted("cloud.billing.faults", "kind", "try-again")).isOne();
        assertThat(counted("cloud.billing.faults", "kind", "unexpected")).isOne();
    }

    @Test
    @DisplayName(
            "what is not done yet is measured, asked for once for all gauges, and not a number where it is unknown")
    void gauges() {
        BillingMetrics.gauges(new Answering(), () -> now, Duration.ofSeconds(10))
                .bindTo(registry);
        assertThat(value("cloud.billing.records.open", "status", "held")).isEqualTo(2);
        assertThat(value("cloud.billing.records.open", "status", "disputed")).isZero();
        assertThat(value("cloud.billing.records.open.units", "status", "held")).isEqualTo(30);
        assertThat(seconds("cloud.billing.records.oldest.unsent.age")).isEqualTo(7_200);
        assertThat(seconds("cloud.billing.records.deadline.left")).isEqualTo(79_200);
        assertThat(seconds("cloud.billing.hours.unclosed.age")).isEqualTo(3_600);
        assertThat(value("cloud.billing.cascades.open")).isEqualTo(4);
        assertThat(value("cloud.billing.charges.unsettled")).isEqualTo(5);
        assertThat(value("cloud.billing.charges.unsettled.units")).isEqualTo(0.5, within(0.0));
        assertThat(value("cloud.billing.outbox.untold")).isEqualTo(6);
        assertThat(value("cloud.billing.outbox.retried")).isEqualTo(2);
        assertThat(value("cloud.billing.outbox.set.aside")).isEqualTo(3);
        assertThat(value("cloud.billing.unreadable.entries")).isEqualTo(7);
        assertThat(value("cloud.billing.unreadable.unreached")).isEqualTo(8);
        assertThat(seconds("cloud.billing.outbox.lag")).isEqualTo(60);
        assertThat(asked).isOne();

        down = true;
        now = START.plusSeconds(9);
        assertThat(value("cloud.billing.cascades.open")).isEqualTo(4);
        now = START.plusSeconds(10);
        assertThat(value("cloud.billing.cascades.open")).isNaN();
        assertThat(seconds("cloud.billing.outbox.lag")).isNaN();
        assertThat(asked).isEqualTo(2);
    }

    @Test
    @DisplayName("an answer serves for some time, or is refused")
    void freshness() {
        assertThatThrownBy(() -> BillingMetrics.gauges(new Answering(), () -> now, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private double counted(String name, String... tags) {
        return registry.get(name).tags(tags).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private double value(String name, String... tags) {
        return registry.get(name).tags(tags).gauge().value();
    }

    private double seconds(String name) {
        return registry.get(name).timeGauge().value(java.util.concurrent.TimeUnit.SECONDS);
    }

    private final class Answering implements AskHealth {

        @Override
        public List<Product> products() {
            return List.of(PRODUCT);
        }

        @Override
        public Health health(Instant at) {
            asked++;
            if (down) {
                throw new StoreUnavailable("down", null);
            }
            return new Health(
                    at,
                    List.of(new OfProduct(
                            PRODUCT,
                            Map.of(RecordStatus.HELD, new Tally(2, Quantity.whole(30))),
                            Option.some(at.minusSeconds(7_200)),
                            Option.some(at.plusSeconds(79_200)))),
                    new Health.Unfinished(
                            Option.some(MeteringHour.of(at.minusSeconds(7_200))), 4, new Tally(5, Quantity.of("0.5"))),
                    new Health.Outbox(6, Option.some(at.minusSeconds(60)), 2, 3),
                    new Health.Unreadable(7, 8));
        }
    }
}
