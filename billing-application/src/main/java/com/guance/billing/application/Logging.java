package com.guance.billing.application;

import com.guance.billing.DomainEvent;
import com.guance.billing.ports.driven.EventOutbox.Failed;
import com.guance.billing.ports.driven.Watcher;
import com.guance.billing.ports.driving.RunDue;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.ports.faults.UnreadableEntry;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Writes for operators what this node does; after it is committed. */
final class Logging implements Watcher {

    private static final Logger LOG = LoggerFactory.getLogger(CloudBilling.class);

    @Override
    public void committed(List<DomainEvent> events) {
        events.stream().map(LogLine::of).forEach(Logging::write);
    }

    @Override
    public void ran(RunDue.Done done) {
        boolean idle = done.equals(new RunDue.Done(0, 0, 0, 0));
        write(new LogLine(
                idle ? Level.DEBUG : Level.INFO,
                "run: " + done.reached() + " workspaces reached, " + done.advanced() + " advanced, " + done.closed()
                        + " hours closed, " + done.submitted() + " records answered"
                        + (done.rateReached() ? ", more are owed than calls permitted" : "")));
    }

    /** Of what is not a {@link Fault} nobody promises what its message holds; the caller has it whole. */
    @Override
    public void faulted(RuntimeException fault) {
        String type = fault.getClass().getName();
        write(new LogLine(
                Level.ERROR,
                "failed, the rest went on: " + (fault instanceof Fault ? type + ": " + fault.getMessage() : type)));
    }

    @Override
    public void unreadable(List<UnreadableEntry> entries) {
        entries.forEach(entry -> write(new LogLine(
                Level.WARN, entry.name() + ": cannot be read (" + entry.why() + "), everything else goes on")));
    }

    @Override
    public void readableAgain(List<UnreadableEntry> entries) {
        entries.forEach(entry -> write(new LogLine(Level.INFO, entry.name() + ": can be read again, or is gone")));
    }

    /** Of what a listener throws nobody promises what its message holds. */
    @Override
    public void undelivered(List<Failed> failed) {
        failed.forEach(one -> write(new LogLine(
                one.retryAt().isEmpty() ? Level.ERROR : Level.WARN,
                one.pending()
                                .content()
                                .fold(
                                        UnreadableEntry::name,
                                        event -> event.subject() + ": "
                                                + event.getClass().getSimpleName())
                        + " not delivered, attempt " + one.failures() + ": " + one.cause()
                        + one.retryAt()
                                .map(at -> ", again from " + at)
                                .getOrElse(", set aside until staff have it delivered again"))));
    }

    private static void write(LogLine line) {
        LOG.atLevel(line.level()).log("{}", line.text());
    }
}
