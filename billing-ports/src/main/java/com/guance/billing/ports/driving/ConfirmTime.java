package com.guance.billing.ports.driving;

import com.guance.billing.Request;
import com.guance.billing.TimeRefusal;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.ports.faults.TimeUnconfirmed;
import io.vavr.control.Either;
import java.time.Instant;

/** Confirms that an instant is right although no run was made for long (LOCK-8). */
@FunctionalInterface
public interface ConfirmTime {

    /**
     * Makes runs, notices and commands ordinary again after an outage: {@link RunDue#run} answered that its instant is unconfirmed,
     * or something failed as {@link TimeUnconfirmed}. It also takes back a time that lay too far ahead. Who confirmed what, and
     * when, is kept.
     *
     * @param by who confirms, staff or the operator's clock; its instant is the one that is confirmed
     * @return the instant; left: <em>NotForThisActor</em>
     * @throws Fault if the store fails: say it again
     */
    Either<TimeRefusal, Instant> confirm(Request by);
}
