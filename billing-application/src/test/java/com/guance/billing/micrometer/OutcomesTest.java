package com.guance.billing.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.MeteringRecordEvent.RecordAccepted;
import com.guance.billing.metering.MeteringRecordEvent.RecordAllowed;
import com.guance.billing.metering.MeteringRecordEvent.RecordDecided;
import com.guance.billing.metering.MeteringRecordEvent.RecordDisputed;
import com.guance.billing.metering.MeteringRecordEvent.RecordExpired;
import com.guance.billing.metering.MeteringRecordEvent.RecordNotBilled;
import com.guance.billing.metering.MeteringRecordEvent.RecordReleased;
import com.guance.billing.metering.MeteringRecordEvent.RecordSent;
import com.guance.billing.metering.MeteringRecordEvent.RecordTooLarge;
import com.guance.billing.metering.MeteringRecordEvent.RecordUnanswered;
import com.guance.billing.metering.MeteringRecordEvent.RecordUnprocessed;
import com.guance.billing.metering.MeteringRecordEvent.RecordWarned;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.ports.driven.Watcher;
import com.guance.billing.ports.driving.RunDue;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Product;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Records by what became of them. */
class OutcomesTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");
    private static final Request BY = new Request(new Actor.Clock(), NINE);
    private static final RecordId R = new RecordId(
            new Meter(new MarketplaceCustomer.Legacy(new Product("aws", "prod"), "c-1"), new Dimension("units")),
            MeteringHour.of(NINE));
    private static final Map<String, DomainEvent> OUTCOMES = Map.ofEntries(
            Map.entry("sent", new RecordSent(R, 1, NINE, BY)),
            Map.entry("unprocessed", new RecordUnprocessed(R, NINE, BY)),
            Map.entry("unanswered", new RecordUnanswered(R, NINE, BY)),
            Map.entry("accepted", new RecordAccepted(R, "receipt", BY)),
            Map.entry("unsettled", new RecordNotBilled(R, RecordStatus.UNSETTLED, "why", BY)),
            Map.entry("disputed", new RecordDisputed(R, "why", BY)),
            Map.entry("expired", new RecordExpired(R, RecordStatus.RETURNED, BY)),
            Map.entry("released", new RecordReleased(R, RecordStatus.RETURNED, BY)),
            Map.entry("decided", new RecordDecided(R, 7, RecordStatus.RETURNED, BY)),
            Map.entry("warned", new RecordWarned(R, 1, NINE, BY)),
            Map.entry("too-large", new RecordTooLarge(R, 7, BY)),
            Map.entry("allowed", new RecordAllowed(R, BY)));

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final Watcher watcher = BillingMetrics.counters(registry);

    @Test
    @DisplayName("SUB-1 each outcome has a counter of its own")
    void outcomes() {
        watcher.committed(List.copyOf(OUTCOMES.values()));

        assertThat(registry.get("cloud.billing.records").counters()).hasSameSizeAs(OUTCOMES.keySet());
        assertThat(OUTCOMES.keySet())
                .allSatisfy(outcome -> assertThat(registry.get("cloud.billing.records")
                                .tag("outcome", outcome)
                                .counter()
                                .count())
                        .isOne());
    }

    @Test
    @DisplayName("LOCK-6 END-4 what a run has done is counted, each kind by itself")
    void runs() {
        watcher.ran(new RunDue.Done(1, 2, 3, 4, false));

        Map.of("reached", 1.0, "advanced", 2.0, "closed", 3.0, "submitted", 4.0)
                .forEach((what, times) -> assertThat(registry.get("cloud.billing.run.done")
                                .tag("what", what)
                                .counter()
                                .count())
                        .as(what)
                        .isEqualTo(times));
    }
}
