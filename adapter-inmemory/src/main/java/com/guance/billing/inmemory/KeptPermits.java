package com.guance.billing.inmemory;

import com.guance.billing.ports.driven.CallPermits;
import io.vavr.control.Option;
import java.time.Instant;

/** Permits to call, in one transaction. */
record KeptPermits(Cell<TakenPermits> cell) implements CallPermits {

    @Override
    public boolean take(String countedBy, int callsASecond, Instant at) {
        Option<TakenPermits> taken = cell.get().with(countedBy, callsASecond, at);
        taken.forEach(after -> cell.rewrite(before -> after));
        return taken.isDefined();
    }
}
