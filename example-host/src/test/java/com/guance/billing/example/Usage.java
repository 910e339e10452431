package com.guance.billing.example;

import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.UsagePeriod;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a customer uses, half an hour after the other, the same whoever asks: so that a host in another JVM hands in, again if need be,
 * what the judge knows.
 *
 * @param cast whose workspaces
 * @param dimensions how many dimensions each of them uses
 */
record Usage(Cast cast, int dimensions) {

    static final Instant FIRST_HOUR = Instant.parse("2026-03-10T09:00:00Z");
    static final Duration SLOT = Duration.ofMinutes(30);

    private static final BigDecimal EACH = new BigDecimal("0.123456789012");

    static Instant endOf(int slot) {
        return FIRST_HOUR.plus(SLOT.multipliedBy(slot + 1L));
    }

    List<Dimension> all() {
        return IntStream.range(0, dimensions)
                .mapToObj(i -> new Dimension("dimension_" + i))
                .toList();
    }

    /** A charge for each workspace and dimension. */
    List<Charge> charges(int slot) {
        return cast.workspaces().stream()
                .flatMap(workspace -> all().stream().map(dimension -> charge(slot, workspace, dimension)))
                .toList();
    }

    /** Those of the first slots. */
    List<Charge> through(int slots) {
        return IntStream.range(0, slots)
                .mapToObj(this::charges)
                .flatMap(List::stream)
                .toList();
    }

    static Quantity sum(Stream<Charge> charges) {
        return charges.map(charge -> charge.usage().quantity()).reduce(Quantity.ZERO, Quantity::plus);
    }

    private static Charge charge(int slot, WorkspaceId workspace, Dimension dimension) {
        String key = workspace + "/" + dimension + "/" + slot;
        BigDecimal quantity = EACH.multiply(BigDecimal.valueOf(5 + Math.floorMod(key.hashCode(), 17)));
        return new Charge(
                key,
                workspace,
                new Charge.Usage(dimension, new Quantity(quantity)),
                new UsagePeriod(endOf(slot).minus(SLOT), endOf(slot)));
    }
}
