package com.guance.billing.application;

import com.guance.billing.metering.MeteringRecord;
import io.vavr.control.Option;
import java.util.HashSet;
import java.util.Set;

/** Whether all that was sent so far was refused alike, for causes that say nothing against a record (SUB-6). */
final class AlikeRefusals {

    private static final int SEVERAL = 2;

    private final Set<String> causes = new HashSet<>();
    private final Set<String> customers = new HashSet<>();
    private boolean otherwise;

    /** A record was refused alone. */
    void alone(MeteringRecord record, String why) {
        causes.add(why);
        customers.add(record.id().meter().customer().key());
    }

    /** Something else happened. */
    void otherwise() {
        otherwise = true;
    }

    /** Why all were refused, of at least two customers; none if they were not. */
    Option<String> ofAll() {
        return Option.when(
                !otherwise && causes.size() == 1 && customers.size() >= SEVERAL,
                () -> causes.iterator().next());
    }
}
