package com.guance.billing.application;

import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.arrival.LandingRefusal;
import com.guance.billing.ports.driven.EventOutbox.Failed;
import com.guance.billing.ports.driven.Watcher;
import com.guance.billing.ports.driving.RunDue;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.ports.faults.UnreadableEntry;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.NoticeReason;
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

    /** What a person must look at (NOT-14); the events tell of all others. */
    @Override
    public void noticed(Notice notice, NoticeOutcome outcome) {
        if (outcome instanceof NoticeOutcome.Malformed malformed) {
            warn(notice, "malformed: " + String.join(", ", malformed.problems()));
        } else if (outcome instanceof NoticeOutcome.Ignored ignored
                && notice instanceof Notice.Unknown unknown
                && unknown.reason() != NoticeReason.OTHER_MESSAGE) {
            warn(notice, "ignored: " + ignored.why());
        }
    }

    @Override
    public void landingRefused(LandingRefusal refusal) {
        write(new LogLine(Level.DEBUG, "landing refused: " + refusal.getClass().getSimpleName()));
    }

    private static void warn(Notice notice, String what) {
        write(new LogLine(Level.WARN, "notice " + notice.envelope().id() + ": " + what));
    }

    @Override
    public void ran(RunDue.Done done) {
        boolean idle = done.equals(new RunDue.Done(0, 0, 0, 0));
        write(new LogLine(
                done.unconfirmed() ? Level.WARN : idle ? Level.DEBUG : Level.INFO,
                "run: " + (done.unconfirmed() ? "time unconfirmed, no record made and no deadline passed, " : "")
                        + done.reached() + " workspaces reached, " + done.advanced() + " advanced, " + done.closed()
                        + " hours closed, " + done.submitted() + " records answered"
                        + (done.rateReached() ? ", more are owed than calls permitted" : "")));
    }

    @Override
    public void timeConfirmed(Request by) {
        write(new LogLine(
                Level.INFO,
                "time confirmed: " + by.at() + " by " + by.by().getClass().getSimpleName()));
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
