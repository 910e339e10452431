package com.guance.billing.ports.driven;

import com.guance.billing.arrival.Arrival;
import com.guance.billing.arrival.Landing;
import com.guance.billing.arrival.LandingRefusal;
import com.guance.billing.metering.BatchRejected;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.ports.faults.IdentityPending;
import com.guance.billing.ports.faults.MarketplaceMisconfigured;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import com.guance.billing.ports.faults.MarketplaceUnreachable;
import com.guance.billing.subscription.MarketplaceProfile;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** A cloud market (云市场) on which the vendor sells one product. */
public interface Marketplace {

    /** The most records in one call (BatchMeterUsage API, SUB-2). */
    int MOST_RECORDS = 25;

    /** How the vendor sells there. */
    MarketplaceProfile profile();

    /**
     * Resolves a landing buyer's token (ARR-1). The same token gives the same arrival while it lives.
     *
     * @param landing the landing, of this marketplace's product
     * @param at when it landed: of a product that moves, the hour decides which name is the customer's (ARR-9, SUB-10)
     * @return who arrived; left: the token is invalid, expired or another product's
     * @throws IdentityPending if the marketplace does not know yet the name that the profile's form needs: the same token again, soon
     * @throws MarketplaceUnreachable if the call was never sent
     * @throws MarketplaceUnavailable if the marketplace does not answer
     * @throws MarketplaceMisconfigured if it refuses us
     */
    Either<LandingRefusal, Arrival> resolve(Landing landing, Instant at);

    /**
     * Asks the marketplace to bill records: one call, one attempt, nothing repeated behind it (SUB-1).
     *
     * <ul>
     *   <li>of one customer, dimension and hour the first record wins, and a zero counts;
     *   <li>the identical record again is answered <em>accepted</em> or <em>duplicate</em>, and billed once;
     *   <li>another quantity for it is answered <em>duplicate</em>, and changes nothing;
     *   <li>a customer without subscription is answered <em>not subscribed</em>, and not billed;
     *   <li>a record that is answered <em>unprocessed</em>, or a batch that was throttled, was not billed;
     *   <li>a record that the marketplace's answer leaves out, or answers illegibly, is <em>unanswered</em>: in doubt, still owed.
     * </ul>
     *
     * @param records 1–25, each billed through this marketplace's product, all different, and of one identity form: a request of
     *     several is rejected (SUB-2)
     * @return one answer a record, in their order; left: the whole request was rejected and nothing of it billed
     * @throws MarketplaceUnreachable if the call was certainly never sent: every record is owed as before (SUB-1)
     * @throws MarketplaceUnavailable if there was no legible answer: every record is in doubt
     * @throws MarketplaceMisconfigured if it refuses us; nothing was billed
     */
    Either<BatchRejected, List<MeteringAnswer>> meter(List<MeteringRecord> records);

    /**
     * The same, which also passes on the time that the answer bore, whatever it says, where it bore one (LOCK-8).
     *
     * @param records as above
     * @param clock is given the marketplace's time, at most once, before this returns or throws
     * @return as above
     * @throws MarketplaceUnavailable as above
     * @throws MarketplaceMisconfigured as above
     */
    Either<BatchRejected, List<MeteringAnswer>> meter(List<MeteringRecord> records, Consumer<Instant> clock);
}
