package com.guance.billing.application;

import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.arrival.LandingRefusal;
import com.guance.billing.ports.driven.EventOutbox.Failed;
import com.guance.billing.ports.driven.Watcher;
import com.guance.billing.ports.driving.RunDue;
import com.guance.billing.ports.faults.UnreadableEntry;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeOutcome;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that watch. One that fails holds up neither the others nor what it watches: what was committed is committed. */
record Watchers(List<Watcher> all) implements Watcher {

    private static final Logger LOG = LoggerFactory.getLogger(CloudBilling.class);

    Watchers {
        all = List.copyOf(all);
    }

    @Override
    public void committed(List<DomainEvent> events) {
        if (!events.isEmpty()) {
            each(watcher -> watcher.committed(List.copyOf(events)));
        }
    }

    @Override
    public void noticed(Notice notice, NoticeOutcome outcome) {
        each(watcher -> watcher.noticed(notice, outcome));
    }

    @Override
    public void landingRefused(LandingRefusal refusal) {
        each(watcher -> watcher.landingRefused(refusal));
    }

    @Override
    public void ran(RunDue.Done done) {
        each(watcher -> watcher.ran(done));
    }

    @Override
    public void timeConfirmed(Request by) {
        each(watcher -> watcher.timeConfirmed(by));
    }

    @Override
    public void faulted(RuntimeException fault) {
        each(watcher -> watcher.faulted(fault));
    }

    @Override
    public void unreadable(List<UnreadableEntry> entries) {
        each(watcher -> watcher.unreadable(List.copyOf(entries)));
    }

    @Override
    public void readableAgain(List<UnreadableEntry> entries) {
        each(watcher -> watcher.readableAgain(List.copyOf(entries)));
    }

    @Override
    public void undelivered(List<Failed> failed) {
        each(watcher -> watcher.undelivered(List.copyOf(failed)));
    }

    private void each(Consumer<Watcher> telling) {
        for (Watcher watcher : all) {
            try {
                telling.accept(watcher);
            } catch (RuntimeException | Error itsOwn) {
                log(itsOwn);
            }
        }
    }

    private static void log(Throwable failure) {
        try {
            LOG.error("a watcher failed: {}", failure.getClass().getName());
        } catch (RuntimeException | Error itsOwn) {
            // the log is what fails: nothing is left to report by
        }
    }
}
