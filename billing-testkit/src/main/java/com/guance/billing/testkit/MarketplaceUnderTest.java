package com.guance.billing.testkit;

import com.guance.billing.Required;
import com.guance.billing.arrival.Landing;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.subscription.MarketplaceCustomer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A marketplace that a test may move and look into. Nobody has bought there when a test begins; it stays the same until the test
 * ends.
 */
public interface MarketplaceUnderTest {

    /** The adapter under test, in front of that marketplace. */
    Marketplace port();

    /** The marketplace's present. */
    Instant now();

    /** Moves the marketplace's clock. */
    void moveClock(Duration by);

    /** A dimension that the product has. */
    Dimension dimension();

    /** The landing of a new buyer, with a good token; its subscription has been active since the present hour began, or longer. */
    Landing goodLanding();

    /** The landing of a new buyer, with a token whose life is over. */
    Landing expiredLanding();

    /** A landing with a token that the marketplace never gave out. */
    Landing invalidLanding();

    /** A landing at our product, with a good token of another one. */
    Landing landingOfAnotherProduct();

    /** A new customer; its subscription has been active since the present hour began, or longer. */
    MarketplaceCustomer subscribed();

    /** A new customer, known to the marketplace; its subscription is over, or the marketplace has suspended it. */
    MarketplaceCustomer unsubscribed();

    /** What the next call will suffer. */
    void next(Trouble trouble);

    /** All that the marketplace billed this customer, in any order. */
    List<Billed> billed(MarketplaceCustomer customer);

    /** What a call may suffer although we did everything right. */
    enum Trouble {
        /** The connection is refused: nothing is sent, and nothing is done. */
        CONNECTION_REFUSED,
        /** The connection breaks before anything is done. */
        NOTHING_DONE_AND_NO_ANSWER,
        /** Everything is done, but the answer is lost. */
        DONE_AND_NO_ANSWER,
        /** There is no answer, and everything is done a minute later. */
        DONE_LATER_AND_NO_ANSWER,
        /** The marketplace has an error of its own; nothing is done. */
        INTERNAL_ERROR,
        /** Too many calls; nothing is done. */
        THROTTLED,
        /** Our credentials are not accepted; nothing is done. */
        WE_ARE_REFUSED,
        /** Our credentials have expired, and the answer has the code of an expired registration token; nothing is done. */
        OUR_CREDENTIALS_EXPIRED,
        /** There is no product of our product code; nothing is done. */
        OUR_PRODUCT_IS_UNKNOWN,
        /** The first record of a batch comes back unprocessed, and is not billed. */
        FIRST_UNPROCESSED,
        /** The first record of a batch is not billed, and the answer does not mention it. */
        FIRST_LEFT_OUT
    }

    /**
     * What a customer pays.
     *
     * @param dimension for what
     * @param hour for which hour
     * @param quantity whole units
     * @param allocations units by the tags shown to the buyer
     */
    record Billed(Dimension dimension, MeteringHour hour, long quantity, Map<Map<String, String>, Long> allocations) {

        /** Takes a copy. */
        public Billed {
            Required.value(dimension, "dimension");
            Required.value(hour, "hour");
            allocations = Required.map(allocations, "allocations");
        }
    }
}
