package com.guance.billing.ports.driven;

import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.Required;
import com.guance.billing.delivery.Redelivery;
import com.guance.billing.ports.faults.UnreadableEntry;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;

/**
 * Events of committed changes that have not been told yet. Events of one aggregate come in the order in which they happened; one that
 * waits for another attempt holds back the later ones of its aggregate, and no others (REL-4). While a transaction that has asked for
 * pending events runs, no other is given any.
 */
public interface EventOutbox {

    /**
     * The oldest events that were not told and may be now: not those that wait for a later attempt, nor those behind them.
     *
     * @param at now
     * @param limit at most so many, at least 1
     * @return in the order in which they were saved; also those that cannot be read (REL-1)
     */
    List<Pending> pending(Instant at, int limit);

    /**
     * Notes that events were told; they will not be pending again.
     *
     * @param told events that were pending
     */
    void told(List<Pending> told);

    /**
     * Notes that attempts to tell events have failed.
     *
     * @param failed events that were pending, each with what is to become of it
     */
    void failed(List<Failed> failed);

    /**
     * The events that were set aside.
     *
     * @param after the position of the last event of the page before; none: from the first
     * @param limit at most so many, at least 1
     * @return by position
     */
    List<SetAside> setAside(Option<Long> after, int limit);

    /**
     * Makes events that were set aside pending again, as if no attempt had been made, and keeps who asked for it.
     *
     * @param positions which
     * @param by who asks for it, and when
     * @return those of them that were set aside
     */
    List<Long> tellAgain(List<Long> positions, Request by);

    /**
     * Who had which events delivered again (audit); those that cannot be read are left out (REL-1).
     *
     * @param after the number of the last one of the page before; none: from the first
     * @param limit at most so many, at least 1
     * @return the oldest first, those of one request in the order of the events' positions
     */
    List<Redelivery> redeliveries(Option<Long> after, int limit);

    /**
     * An event that has still to be told.
     *
     * @param position its place in the outbox, rising
     * @param aggregate a name of its aggregate, the same for all its events and for no other's
     * @param sequence its number among all events of its aggregate, from 1, without gaps
     * @param failures how many attempts to tell it have failed
     * @param content what happened; left: it cannot be read
     */
    record Pending(
            long position,
            String aggregate,
            long sequence,
            int failures,
            Either<UnreadableEntry, DomainEvent> content) {

        /** Refuses nulls. */
        public Pending {
            Required.value(aggregate, "aggregate");
            Required.value(content, "content");
        }

        /**
         * What happened.
         *
         * @throws java.util.NoSuchElementException if it cannot be read
         */
        public DomainEvent event() {
            return content.get();
        }
    }

    /**
     * A failed attempt.
     *
     * @param pending the event
     * @param failures how many attempts have failed now, at least 1
     * @param cause the type of what was thrown, never its message
     * @param retryAt when it may be tried again; none: it is set aside
     */
    record Failed(Pending pending, int failures, String cause, Option<Instant> retryAt) {

        /** Refuses nulls. */
        public Failed {
            Required.value(pending, "pending");
            Required.value(cause, "cause");
            Required.option(retryAt, "retryAt");
        }
    }

    /**
     * An event that was set aside.
     *
     * @param position its place in the outbox
     * @param sequence its number among all events of its aggregate
     * @param failures how many attempts have failed
     * @param cause the type of what was thrown last
     * @param content what happened; left: it cannot be read
     */
    record SetAside(
            long position, long sequence, int failures, String cause, Either<UnreadableEntry, DomainEvent> content) {

        /** Refuses nulls. */
        public SetAside {
            Required.value(cause, "cause");
            Required.value(content, "content");
        }
    }
}
