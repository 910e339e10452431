package com.guance.billing.ports.driven;

import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.arrival.LandingRefusal;
import com.guance.billing.ports.driving.RunDue;
import com.guance.billing.ports.faults.UnreadableEntry;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeOutcome;
import java.util.List;

/**
 * Is told at once what this node does, for logs and meters. It may miss something: a node that dies after a commit tells nobody. What
 * must not be missed leaves by {@link com.guance.billing.ports.driving.TellEvents}. Called by any thread, several at once; what it
 * throws changes nothing.
 */
public interface Watcher {

    /**
     * A change was committed.
     *
     * @param events what happened to metering records, subscriptions and cloud accounts, in the order in which it was saved; not empty
     */
    void committed(List<DomainEvent> events);

    /**
     * A notice was judged, and what it came to is committed (NOT-14).
     *
     * @param notice the notice
     * @param outcome what it came to
     */
    void noticed(Notice notice, NoticeOutcome outcome);

    /**
     * A buyer landed with a token that is no good (NOT-14). A form that could not be read never comes so far.
     *
     * @param refusal why it is no good
     */
    void landingRefused(LandingRefusal refusal);

    /**
     * A run of what is due is over.
     *
     * @param done what was done, faults or not
     */
    void ran(RunDue.Done done);

    /**
     * An instant was confirmed, after a time without runs (LOCK-8).
     *
     * @param by who confirmed it, and the instant
     */
    void timeConfirmed(Request by);

    /**
     * Something broke, and the rest went on. Of a run the first one reaches the caller too, the others suppressed by it.
     *
     * @param fault what broke
     */
    void faulted(RuntimeException fault);

    /**
     * Stored entries were found that cannot be read (REL-1), which were not recorded as such before. Everything else went on.
     *
     * @param entries which, by their names; not empty
     */
    void unreadable(List<UnreadableEntry> entries);

    /**
     * Entries that were recorded as unreadable can be read now, or are no longer there.
     *
     * @param entries which; not empty
     */
    void readableAgain(List<UnreadableEntry> entries);

    /**
     * Attempts to tell events have failed (REL-4); those that are not tried again were set aside, and wait for staff.
     *
     * @param failed which, and what becomes of each; not empty
     */
    void undelivered(List<EventOutbox.Failed> failed);
}
