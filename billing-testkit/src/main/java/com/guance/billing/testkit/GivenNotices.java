package com.guance.billing.testkit;

import com.guance.billing.arrival.Arrival;
import com.guance.billing.arrival.Claim;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.RawText;
import io.vavr.control.Option;
import java.time.Duration;

/** Notices and claims to start from. */
public final class GivenNotices {

    private GivenNotices() {}

    /** An envelope from {@link Given#PROFILE}'s marketplace. */
    public static Notice.Envelope envelope(String id) {
        return new Notice.Envelope(id, Given.PROFILE.marketplace(), Given.NOW, new RawText("{\"id\":\"" + id + "\"}"));
    }

    /** A notice of a kind that nobody acts on. */
    public static Notice unknown(Notice.Envelope envelope) {
        return new Notice.Unknown(envelope, "of a kind that nobody knows");
    }

    /** A claim that nobody has redeemed, of account 1, good for four hours. */
    public static Claim claim(String digest) {
        Arrival arrival = new Arrival(Given.customer("1"), Given.accountId("1"), true);
        return new Claim(digest, arrival, Given.NOW.plus(Duration.ofHours(4)), Option.none());
    }
}
