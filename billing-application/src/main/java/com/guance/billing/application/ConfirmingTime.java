package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.Request;
import com.guance.billing.TimeRefusal;
import com.guance.billing.ports.driving.ConfirmTime;
import io.vavr.control.Either;
import java.time.Instant;

/** LOCK-8: the host says that the time is right. */
record ConfirmingTime(Transactions transactions) implements ConfirmTime {

    @Override
    public Either<TimeRefusal, Instant> confirm(Request by) {
        if (!(by.by() instanceof Actor.Staff) && !(by.by() instanceof Actor.Clock)) {
            return Either.left(new TimeRefusal.NotForThisActor(by.by()));
        }
        Instant confirmed = transactions.run(stores -> {
            stores.runTimes().confirmed(by);
            return by.at();
        });
        transactions.watcher().timeConfirmed(by);
        return Either.right(confirmed);
    }
}
