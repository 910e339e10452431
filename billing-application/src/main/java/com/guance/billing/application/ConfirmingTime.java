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
        int unused = confirmed(transactions, by);
        return Either.right(by.at());
    }

    /** Keeps it, and says so; answers how many were confirmed. */
    static int confirmed(Transactions transactions, Request by) {
        int confirmed = transactions.run(stores -> {
            stores.runTimes().confirmed(by);
            return 1;
        });
        transactions.time().forget();
        transactions.watcher().timeConfirmed(by);
        return confirmed;
    }
}
