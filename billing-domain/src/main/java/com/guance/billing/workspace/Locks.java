package com.guance.billing.workspace;

import com.guance.billing.Required;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What locks a workspace (锁定): a set of causes under one countdown (倒计时; LOCK-1, LOCK-2).
 *
 * @param causes in the order in which they came; locked ⇔ not empty
 * @param countdown present ⇔ locked
 */
public record Locks(Set<LockCause> causes, Option<Countdown> countdown) {

    /** Takes a copy. */
    public Locks {
        causes = Required.set(causes, "causes");
        Required.option(countdown, "countdown");
    }

    /** Unlocked. */
    static Locks none() {
        return new Locks(Set.of(), Option.none());
    }

    /** Whether anything locks it. */
    public boolean isLocked() {
        return !causes.isEmpty();
    }

    /** When the countdown is over; present ⇔ locked. */
    public Option<Instant> deadline() {
        return countdown.map(Countdown::deadline);
    }

    /** Whether it was noted that the countdown is over. */
    public boolean isOver() {
        return countdown.exists(Countdown::over);
    }

    /** Whether the end of the subscription that paid is among the causes. */
    public boolean isByEnd() {
        return causes.stream().anyMatch(LockCause::isReleasedByAPayer);
    }

    /** Whether the countdown was over at an instant: to the instant itself (LOCK-3). */
    boolean isFullAt(Instant at) {
        return deadline().exists(end -> !at.isBefore(end));
    }

    /** A second cause neither extends nor shortens the countdown. */
    Locks with(LockCause cause, Countdown ifFirst) {
        Set<LockCause> more = new LinkedHashSet<>(causes);
        more.add(cause);
        return new Locks(more, isLocked() ? countdown : Option.some(ifFirst));
    }

    Locks without(LockCause cause) {
        Set<LockCause> fewer = new LinkedHashSet<>(causes);
        fewer.remove(cause);
        return fewer.isEmpty() ? none() : new Locks(fewer, countdown);
    }

    Locks reminded(Instant at) {
        return new Locks(causes, countdown.map(running -> running.reminded(at)));
    }

    Locks over() {
        return new Locks(causes, countdown.map(Countdown::ended));
    }
}
