package com.guance.billing.micrometer;

import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.arrival.LandingRefusal;
import com.guance.billing.metering.MeteringRecordEvent;
import com.guance.billing.ports.driven.EventOutbox.Failed;
import com.guance.billing.ports.driven.Watcher;
import com.guance.billing.ports.driving.RunDue;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.ports.faults.UnreadableEntry;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.NoticeReason;
import com.guance.billing.subscription.Product;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Locale;

/** What this node did, as counters. */
final class OutcomeCounters implements Watcher {

    private final MeterRegistry registry;

    OutcomeCounters(MeterRegistry registry) {
        this.registry = registry;
        ran(new RunDue.Done(0, 0, 0, 0), 0);
    }

    @Override
    public void committed(List<DomainEvent> events) {
        for (DomainEvent event : events) {
            registry.counter("cloud.billing.events", "event", event.getClass().getSimpleName())
                    .increment();
            if (event instanceof MeteringRecordEvent record) {
                Product product = record.record().meter().customer().product();
                registry.counter("cloud.billing.records", tags(product).and("outcome", outcome(record)))
                        .increment();
            }
        }
    }

    @Override
    public void noticed(Notice notice, NoticeOutcome outcome) {
        registry.counter("cloud.billing.notices", "outcome", outcome(outcome), "reason", reason(notice, outcome))
                .increment();
    }

    @Override
    public void landingRefused(LandingRefusal refusal) {
        registry.counter("cloud.billing.landings.refused", "reason", reason(refusal))
                .increment();
    }

    private static String outcome(NoticeOutcome outcome) {
        return outcome.fold(
                applied -> "applied",
                parked -> "parked",
                duplicate -> "duplicate",
                stale -> "stale",
                ignored -> "ignored",
                malformed -> "malformed");
    }

    /** Of what was not received; all others have none. */
    private static String reason(Notice notice, NoticeOutcome outcome) {
        return outcome.isReceived()
                ? "none"
                : notice.fold(
                        understood -> "nothing-new",
                        unknown -> word(unknown.reason()),
                        malformed -> word(malformed.reason()));
    }

    private static String reason(LandingRefusal refusal) {
        return refusal.fold(
                invalid -> "token-invalid",
                expired -> "token-expired",
                another -> "token-for-another-product",
                unknown -> "product-unknown");
    }

    private static String word(NoticeReason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public void ran(RunDue.Done done) {
        ran(done, 1);
    }

    /** Counters that are there from the beginning, at nothing, show the first of anything as a rise. */
    private void ran(RunDue.Done done, int runs) {
        registry.counter("cloud.billing.runs", "rate.reached", Boolean.toString(done.rateReached()))
                .increment(runs);
        registry.counter("cloud.billing.runs.unconfirmed").increment(done.unconfirmed() ? runs : 0);
        registry.counter("cloud.billing.run.done", "what", "reached").increment(done.reached());
        registry.counter("cloud.billing.run.done", "what", "advanced").increment(done.advanced());
        registry.counter("cloud.billing.run.done", "what", "closed").increment(done.closed());
        registry.counter("cloud.billing.run.done", "what", "submitted").increment(done.submitted());
    }

    @Override
    public void timeConfirmed(Request by) {
        registry.counter("cloud.billing.time.confirmed").increment();
    }

    @Override
    public void faulted(RuntimeException fault) {
        String kind = fault instanceof Fault.TryAgain ? "try-again" : fault instanceof Fault ? "give-up" : "unexpected";
        registry.counter("cloud.billing.faults", "kind", kind).increment();
    }

    @Override
    public void unreadable(List<UnreadableEntry> entries) {
        entries.forEach(entry -> registry.counter("cloud.billing.unreadable", "kind", word(entry.kind()))
                .increment());
    }

    @Override
    public void readableAgain(List<UnreadableEntry> entries) {
        // a gauge says how many are left
    }

    @Override
    public void undelivered(List<Failed> failed) {
        failed.forEach(one -> registry.counter(
                        "cloud.billing.events.undelivered",
                        "set.aside",
                        Boolean.toString(one.retryAt().isEmpty()))
                .increment());
    }

    static Tags tags(Product product) {
        return Tags.of("marketplace", product.marketplace(), "product", product.code());
    }

    private static String outcome(MeteringRecordEvent event) {
        return event.fold(
                made -> "made",
                sent -> "sent",
                unprocessed -> "unprocessed",
                unanswered -> "unanswered",
                refused -> "refused",
                accepted -> "accepted",
                notBilled -> word(notBilled.as()),
                disputed -> "disputed",
                expired -> "expired",
                released -> "released",
                decided -> "decided",
                explained -> "explained",
                warned -> "warned",
                billed -> "billed-after-all",
                tooLarge -> "too-large",
                allowed -> "allowed");
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
