package com.guance.billing.testkit;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Something that happens to charges.
 *
 * @param kind what
 * @param who which subscription
 * @param hour in which hour, or from when
 * @param other which workspace, or which other subscription
 */
record ChargeDeed(Kind kind, int who, int hour, int other) {

    enum Kind {
        TAKE,
        TAKE_UNSETTLED,
        CLOSE,
        GIVE_UP_CLOSING,
        UNSETTLE,
        HAND_OVER,
        REBIND
    }

    static Arbitrary<List<ChargeDeed>> histories() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(8, Kind.TAKE),
                Tuple.of(1, Kind.TAKE_UNSETTLED),
                Tuple.of(4, Kind.CLOSE),
                Tuple.of(1, Kind.GIVE_UP_CLOSING),
                Tuple.of(2, Kind.UNSETTLE),
                Tuple.of(2, Kind.HAND_OVER),
                Tuple.of(2, Kind.REBIND));
        return Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 2))
                .as(ChargeDeed::new)
                .list()
                .ofMinSize(4)
                .ofMaxSize(25);
    }
}
