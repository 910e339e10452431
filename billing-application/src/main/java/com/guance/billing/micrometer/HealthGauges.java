package com.guance.billing.micrometer;

import com.guance.billing.metering.RecordStatus;
import com.guance.billing.metering.Tally;
import com.guance.billing.ports.driving.Health;
import com.guance.billing.ports.driving.Health.OfProduct;
import com.guance.billing.subscription.Product;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** What is not done yet, as gauges. */
final class HealthGauges implements MeterBinder {

    private static final List<RecordStatus> OPEN = List.of(
            RecordStatus.MADE, RecordStatus.SENT, RecordStatus.HELD, RecordStatus.DISPUTED, RecordStatus.UNSETTLED);

    private final List<Product> products;
    private final LastHealth last;

    HealthGauges(List<Product> products, LastHealth last) {
        this.products = products;
        this.last = last;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        products.forEach(product -> ofProduct(registry, product));
        time(
                registry,
                "cloud.billing.hours.unclosed.age",
                Tags.empty(),
                health -> Option.some(age(
                        health,
                        health.unfinished().oldestHour().map(hour -> hour.next().start()))));
        number(
                registry,
                "cloud.billing.cascades.open",
                Tags.empty(),
                health -> health.unfinished().cascades());
        number(
                registry,
                "cloud.billing.charges.unsettled",
                Tags.empty(),
                health -> health.unfinished().unsettledCharges().count());
        number(
                registry,
                "cloud.billing.charges.unsettled.units",
                Tags.empty(),
                health -> health.unfinished().unsettledCharges().quantity().value());
        number(
                registry,
                "cloud.billing.outbox.untold",
                Tags.empty(),
                health -> health.outbox().untold());
        number(
                registry,
                "cloud.billing.outbox.retried",
                Tags.empty(),
                health -> health.outbox().retried());
        number(
                registry,
                "cloud.billing.outbox.set.aside",
                Tags.empty(),
                health -> health.outbox().setAside());
        number(
                registry,
                "cloud.billing.unreadable.entries",
                Tags.empty(),
                health -> health.unreadable().entries());
        number(
                registry,
                "cloud.billing.unreadable.unreached",
                Tags.empty(),
                health -> health.unreadable().unreached());
        time(
                registry,
                "cloud.billing.outbox.lag",
                Tags.empty(),
                health -> Option.some(age(health, health.outbox().oldest())));
    }

    private void ofProduct(MeterRegistry registry, Product product) {
        Tags tags = OutcomeCounters.tags(product);
        for (RecordStatus status : OPEN) {
            Tags ofStatus = tags.and("status", status.name().toLowerCase(Locale.ROOT));
            number(
                    registry,
                    "cloud.billing.records.open",
                    ofStatus,
                    health -> tally(health, product, status).count());
            number(
                    registry,
                    "cloud.billing.records.open.units",
                    ofStatus,
                    health -> tally(health, product, status).quantity().value());
        }
        time(
                registry,
                "cloud.billing.records.oldest.unsent.age",
                tags,
                health -> Option.some(age(health, of(health, product).flatMap(OfProduct::oldestUnsent))));
        time(
                registry,
                "cloud.billing.records.deadline.left",
                tags,
                health -> of(health, product)
                        .flatMap(OfProduct::nearestDeadline)
                        .map(deadline -> Duration.between(health.at(), deadline)));
    }

    private void number(MeterRegistry registry, String name, Tags tags, Function<Health, Number> figure) {
        Gauge.builder(name, () -> orUnknown(last.get().map(figure))).tags(tags).register(registry);
    }

    private void time(MeterRegistry registry, String name, Tags tags, Function<Health, Option<Duration>> figure) {
        TimeGauge.builder(name, () -> orUnknown(last.get().flatMap(figure).map(Duration::toSeconds)), TimeUnit.SECONDS)
                .tags(tags)
                .register(registry);
    }

    private static Number orUnknown(Option<? extends Number> figure) {
        return figure.isDefined() ? figure.get() : Double.NaN;
    }

    private static Duration age(Health health, Option<Instant> since) {
        return since.map(from -> Duration.between(from, health.at())).getOrElse(Duration.ZERO);
    }

    private static Tally tally(Health health, Product product, RecordStatus status) {
        return of(health, product)
                .flatMap(found -> Option.of(found.records().get(status)))
                .getOrElse(Tally.NONE);
    }

    private static Option<OfProduct> of(Health health, Product product) {
        return Option.ofOptional(health.products().stream()
                .filter(one -> one.product().equals(product))
                .findFirst());
    }
}
