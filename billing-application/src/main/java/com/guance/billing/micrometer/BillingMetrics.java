package com.guance.billing.micrometer;

import com.guance.billing.ports.driven.Watcher;
import com.guance.billing.ports.driving.AskHealth;
import com.guance.billing.ports.faults.LibraryTooOld;
import com.guance.billing.ports.faults.RequiredLibrary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The library's meters; their names, units and meaning stand in {@code docs/operations.md}. */
public final class BillingMetrics {

    private static final List<RequiredLibrary> REQUIRED = List.of(new RequiredLibrary(
            "io.micrometer", "micrometer-core", "1.12", "io.micrometer.core.instrument.MeterRegistry"));

    private BillingMetrics() {}

    /**
     * Counts what this node does, as it does it; add up the nodes.
     *
     * @param registry where
     * @return to be handed to the library's setup
     * @throws LibraryTooOld if Micrometer is older than 1.12
     */
    public static Watcher counters(MeterRegistry registry) {
        checkVersions();
        return new OutcomeCounters(registry);
    }

    /**
     * Measures what is not done yet in the store that all nodes share; do not add up the nodes. What cannot be asked is not a number.
     *
     * @param ask the library's answers
     * @param clock the host's
     * @param fresh how long an answer serves all gauges, so that reading them all asks the store once; positive, shorter than the
     *     time between two readings
     * @return to be bound to a registry
     * @throws LibraryTooOld if Micrometer is older than 1.12
     */
    public static MeterBinder gauges(AskHealth ask, InstantSource clock, Duration fresh) {
        checkVersions();
        return new HealthGauges(ask.products(), new LastHealth(ask, clock, fresh));
    }

    private static void checkVersions() {
        LibraryTooOld.check(REQUIRED, BillingMetrics.class.getClassLoader());
    }
}
