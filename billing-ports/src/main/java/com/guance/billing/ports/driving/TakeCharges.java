package com.guance.billing.ports.driving;

import com.guance.billing.metering.Charge;
import com.guance.billing.metering.ChargeRefusal;
import com.guance.billing.metering.Intake;
import com.guance.billing.ports.faults.Fault;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;

/** Takes charges into the journal (MET-1, MET-2). */
@FunctionalInterface
public interface TakeCharges {

    /**
     * Takes a batch. What was taken is harmless when it comes again; what was refused is judged anew, and a binding that begins
     * later than it is heard of (NOT-6) may take what {@link ChargeRefusal.BillingCenterPays} refused before: settle it once.
     *
     * @param charges any number that fits in memory
     * @param at now
     * @return one answer a charge, in their order; left: why this one is not taken
     * @throws Fault if the store fails: nothing was taken
     */
    List<Either<ChargeRefusal, Intake>> take(List<Charge> charges, Instant at);
}
