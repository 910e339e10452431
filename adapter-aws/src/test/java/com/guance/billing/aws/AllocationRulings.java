package com.guance.billing.aws;

import static com.guance.billing.aws.Wire.allocation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How a record's quantity may be split by tags. */
final class AllocationRulings {

    private static final String BAD_SPLIT = "InvalidUsageAllocationsException";
    private static final String BAD_TAG = "InvalidTagException";

    private AllocationRulings() {}

    static Checks checks() {
        return new Checks()
                .legacy("MR-301", wire -> {
                    split(wire, 2, allocation(1, "k", "v")).isRefused(BAD_SPLIT);
                    split(wire, 1, allocation(2, "k", "v")).isRefused(BAD_SPLIT);
                    split(wire, 3, allocation(1, "k", "v"), allocation(2, "k", "w"))
                            .isAccepted();
                })
                .legacy("MR-302", wire -> {
                    split(wire, 0, distinct(2_501)).isRefused("ValidationException");
                    split(wire, 0, distinct(2_500)).isAccepted();
                    split(wire, 0).isRefused("ValidationException");
                })
                .legacy("MR-303", wire -> {
                    split(wire, 1, allocation(1, "a", "1", "b", "1", "c", "1", "d", "1", "e", "1", "f", "1"))
                            .isRefused(BAD_TAG);
                    split(wire, 1, allocation(1, "a", "1", "b", "1", "c", "1", "d", "1", "e", "1"))
                            .isAccepted();
                })
                .legacy("MR-304", wire -> {
                    split(wire, 1, allocation(1, "k".repeat(101), "v")).isRefused(BAD_TAG);
                    split(wire, 1, allocation(1, "k", "v".repeat(257))).isRefused(BAD_TAG);
                    split(wire, 1, allocation(1, "k".repeat(100), "v".repeat(256)))
                            .isAccepted();
                })
                .legacy("MR-305", wire -> {
                    split(wire, 1, allocation(1, "k", "é")).isRefused(BAD_TAG);
                    split(wire, 1, allocation(1, "k,", "v")).isRefused(BAD_TAG);
                    split(wire, 1, allocation(1, "azAZ09 +-=._:/@", "azAZ09 +-=._:/@"))
                            .isAccepted();
                })
                .legacy(
                        "MR-306",
                        wire -> split(wire, 2, allocation(1, "a", "1", "b", "2"), allocation(1, "b", "2", "a", "1"))
                                .isRefused(BAD_SPLIT))
                .legacy("MR-307", wire -> {
                    split(wire, 2, allocation(1), allocation(1)).isRefused(BAD_SPLIT);
                    split(wire, 2, allocation(1), allocation(1, "k", "v")).isAccepted();
                })
                .legacy(
                        "MR-308",
                        wire -> split(wire, 1, allocation(1, "k", "1", "k", "2"))
                                .isRefused(BAD_TAG))
                .legacy(
                        "MR-309",
                        wire -> split(
                                        wire,
                                        2,
                                        allocation(1, "a", "1", "b", "1", "c", "1", "d", "1", "e", "1"),
                                        allocation(1, "f", "1", "g", "1", "h", "1", "i", "1", "j", "1"))
                                .isAccepted())
                .legacy(
                        "MR-310",
                        wire -> split(wire, 1, Map.of("AllocatedUsageQuantity", 1, "Tags", Collections.emptyList()))
                                .isRefused("ValidationException"));
    }

    private static Wire.Answer split(Wire wire, int quantity, Object... allocations) throws Exception {
        return wire.meter(wire.usage("Quantity", quantity, "UsageAllocations", List.of(allocations)));
    }

    private static Object[] distinct(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> allocation(0, "w", "" + n))
                .toArray();
    }
}
