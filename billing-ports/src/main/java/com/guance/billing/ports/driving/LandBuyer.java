package com.guance.billing.ports.driving;

import com.guance.billing.arrival.ClaimTicket;
import com.guance.billing.arrival.Landing;
import com.guance.billing.arrival.LandingRefusal;
import com.guance.billing.ports.faults.Fault;
import io.vavr.control.Either;
import java.time.Instant;

/**
 * A buyer's browser lands after subscribing (ARR-1, ARR-2).
 *
 * <p><b>What the host must have authorised.</b> Nothing: anybody may land, and the marketplace's token is the only proof of who it is. The
 * claim that is handed out is a secret of that browser's session: the host keeps it there, signed, in no URL and no log, and gives it to
 * {@link ClaimCloudAccount} together with the actor that it has authenticated meanwhile, who is judged then (ARR-3).
 */
@FunctionalInterface
public interface LandBuyer {

    /**
     * Resolves the token at once and keeps the result. Landing again converges on the same cloud account.
     *
     * @param landing product, token and free-trial mark of the landing form
     * @param at now
     * @return a single-use claim for the buyer's browser session; left: why the token is no good
     * @throws Fault if marketplace or store fails; the buyer may land again
     */
    Either<LandingRefusal, ClaimTicket> land(Landing landing, Instant at);
}
