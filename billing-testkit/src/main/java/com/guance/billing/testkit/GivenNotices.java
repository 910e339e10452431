package com.guance.billing.testkit;

import com.guance.billing.arrival.Arrival;
import com.guance.billing.arrival.Claim;
import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.RawText;
import com.guance.billing.subscription.Sign;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;

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

    /** One of each that a notice may say. */
    static List<Fact> facts() {
        Sign activated = new Sign(Sign.Kind.ACTIVATED, Given.NOW);
        Sign cancelled = new Sign(Sign.Kind.CANCELLED, Given.NOW);
        return List.of(
                new Fact.OfCustomer(Given.customer("1"), activated),
                new Fact.OfLicense(Given.agreementId("1"), Given.licensed("1"), Given.accountId("1"), activated),
                new Fact.OfAgreement(Given.agreementId("1"), Option.some(cancelled), Option.none()),
                new Fact.OfAgreement(Given.agreementId("2"), Option.none(), Option.some(Given.agreementId("1"))));
    }

    /** A notice of every kind, each with this text. */
    static List<Notice> ofEveryKind(String id, RawText text) {
        String marketplace = Given.PROFILE.marketplace();
        return List.of(
                new Notice.Understood(new Notice.Envelope(id + "-u", marketplace, Given.NOW, text), facts().get(0)),
                unknown(new Notice.Envelope(id + "-?", marketplace, Given.NOW, text)),
                new Notice.Malformed(new Notice.Envelope(id + "-m", marketplace, Given.NOW, text), List.of("no JSON")));
    }

    /** A claim that nobody has redeemed, of account 1, good for four hours. */
    public static Claim claim(String digest) {
        Arrival arrival = new Arrival(Given.customer("1"), Given.accountId("1"), true);
        return new Claim(digest, arrival, Given.NOW.plus(Duration.ofHours(4)), Option.none());
    }
}
