package com.guance.billing.reconciliation;

import com.guance.billing.CloudAccountId;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Product;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** The two sides of a reconciliation: few keys, so that they meet. */
final class Sides {

    static final Instant START = Instant.parse("2026-03-31T21:00:00Z");
    static final MarketplaceProfile PROFILE = MarketplaceProfile.aws("prod");
    private static final Product PRODUCT = PROFILE.product();

    private Sides() {}

    /** The keys over a month's end; of the two customers one is known by a license. */
    static Arbitrary<RecordId> keys() {
        return Combinators.combine(
                        Arbitraries.of(1, 2),
                        Arbitraries.of("hosts", "Hosts"),
                        Arbitraries.integers().between(0, 5))
                .as((customer, dimension, hour) -> new RecordId(
                        new Meter(customer(customer), new Dimension(dimension)),
                        MeteringHour.of(START.plus(Duration.ofHours(hour)))));
    }

    /** One line a record. */
    static Arbitrary<List<BookedLine>> ours() {
        return Combinators.combine(
                        keys(),
                        Arbitraries.of(RecordStatus.class),
                        Arbitraries.longs().between(0, 3))
                .as((key, status, units) -> new BookedLine(key, account(key), status, units(status, units)))
                .list()
                .uniqueElements(BookedLine::record)
                .ofMaxSize(20);
    }

    static Arbitrary<List<BilledLine>> theirs() {
        return Combinators.combine(
                        keys(),
                        Arbitraries.longs().between(0, 3),
                        Arbitraries.integers().between(0, 9))
                .as((key, quantity, second) ->
                        new BilledLine(key, quantity, START.plusSeconds(second), "us-east-1", true))
                .list()
                .ofMaxSize(30);
    }

    /** Exports whose ends lie on quarters of an hour, and gaps. */
    static Arbitrary<Evidence> evidence() {
        Arbitrary<Instant> instants =
                Arbitraries.integers().between(-8, 140).map(quarter -> START.plusSeconds(900L * quarter));
        Arbitrary<ExportCoverage> any = Combinators.combine(
                        Arbitraries.of("us-east-1", "us-east-1", "us-east-1", "eu-west-1"),
                        instants,
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.of(true, true, true, false))
                .as((region, from, quarters, complete) ->
                        new ExportCoverage(region, from, from.plusSeconds(900L * quarters), complete));
        Arbitrary<List<ExportCoverage>> whole = Arbitraries.just(
                List.of(ExportCoverage.complete("us-east-1", START, START.plus(Duration.ofHours(31)))));
        Arbitrary<Gaps> gaps = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(Gaps.NONE)),
                Tuple.of(1, Arbitraries.just(Gaps.EVERYWHERE)),
                Tuple.of(3, keys().map(key -> new Gaps(false, Set.of(key.hour()), Set.of()))),
                Tuple.of(3, keys().map(key -> new Gaps(false, Set.of(), Set.of(key.key())))));
        return Combinators.combine(Arbitraries.oneOf(any.list().ofMaxSize(6), whole), gaps)
                .as((stated, seen) -> new Evidence(Option.some(PROFILE), stated, seen));
    }

    static CloudAccountId account(RecordId key) {
        return CloudAccountId.of("aws", key.meter().customer() instanceof MarketplaceCustomer.Legacy ? "1" : "2");
    }

    private static MarketplaceCustomer customer(int number) {
        return number == 1
                ? new MarketplaceCustomer.Legacy(PRODUCT, "customer")
                : new MarketplaceCustomer.Licensed(PRODUCT, "2", "l-1");
    }

    private static long units(RecordStatus status, long units) {
        return switch (status) {
            case ACCEPTED, SENT, DISPUTED -> units;
            case MADE, UNSETTLED, HELD, RETURNED, CARRIED -> 0;
        };
    }
}
