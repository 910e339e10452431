package com.guance.billing.ports.driving;

import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.subscription.FinalRatingRefusal;
import io.vavr.control.Either;

/** The host has rated the usage before the end of a subscription (FIN-1). */
public interface CompleteFinalRating {

    /**
     * Lets the final hour of an ending subscription close before its deadline: all its charges are taken. The next {@link RunDue}
     * makes the records; what is charged afterwards is unsettled.
     *
     * @param subscription the subscription that {@code FinalRatingDue} told of
     * @param by who says so: staff or the Billing Center
     * @return whether anything waited for it; not if it was said before, the deadline is over, or the subscription lives or is
     *     unknown; left: <em>NotForThisActor</em>
     * @throws Fault if the store fails: say it again
     */
    Either<FinalRatingRefusal, Boolean> complete(SubscriptionId subscription, Request by);
}
