package com.guance.billing.reconciliation;

import com.guance.billing.CloudAccountId;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** The two sides of a reconciliation: few keys, so that they meet. */
final class Sides {

    static final Instant START = Instant.parse("2026-03-31T21:00:00Z");
    private static final Product PRODUCT = new Product("aws", "prod");

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
                .as((key, quantity, second) -> new BilledLine(key, quantity, START.plusSeconds(second)))
                .list()
                .ofMaxSize(30);
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
