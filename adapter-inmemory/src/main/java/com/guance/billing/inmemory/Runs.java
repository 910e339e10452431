package com.guance.billing.inmemory;

import com.guance.billing.ports.driven.RunTimes.Confirmation;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/** When the last run was made, and who confirmed that its time is right, the last first. Immutable. */
record Runs(Option<Instant> last, Vector<Confirmation> confirmations) {

    static Runs none() {
        return new Runs(Option.none(), Vector.empty());
    }
}
