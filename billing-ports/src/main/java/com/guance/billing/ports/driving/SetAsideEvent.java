package com.guance.billing.ports.driving;

import com.guance.billing.DomainEvent;
import com.guance.billing.Required;
import com.guance.billing.ports.faults.UnreadableEntry;
import io.vavr.control.Either;

/**
 * An event that was set aside (REL-4): the host's listener threw at it too often, or it cannot be read. For staff.
 *
 * @param position its place in the outbox, by which it is named
 * @param version its number among all events of its aggregate
 * @param attempts how many attempts have failed
 * @param cause the type of what was thrown last
 * @param content what happened; left: it cannot be read (REL-1)
 */
public record SetAsideEvent(
        long position, long version, int attempts, String cause, Either<UnreadableEntry, DomainEvent> content) {

    /** Refuses nulls. */
    public SetAsideEvent {
        Required.value(cause, "cause");
        Required.value(content, "content");
    }
}
