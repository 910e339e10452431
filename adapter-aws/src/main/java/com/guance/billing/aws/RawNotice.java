package com.guance.billing.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeReason;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;

/** The body of a notice without the envelope of SNS (NOT-7). */
final class RawNotice {

    private static final String NOT_ALLOWED =
            "raw delivery: without its envelope a notice has no id and time; switch raw delivery off, or allow it in"
                    + " the profile";
    private static final String NO_TRANSPORT =
            "raw delivery: the id and time of the transport, which stand in for the publisher's, are missing";

    private RawNotice() {}

    /**
     * What it says, if the profile allows raw delivery and the transport is known.
     *
     * @param bare an envelope without an id of the publisher's
     * @param transport the id and time that stand in
     */
    static Notice read(ObjectNode json, Notice.Envelope bare, MarketplaceProfile profile, Option<Transport> transport) {
        Notice.Envelope named = new Notice.Envelope(
                transport.map(Transport::messageId).getOrElse(bare.id()),
                bare.marketplace(),
                bare.receipt(),
                bare.text());
        Instant ownTime = transport
                .map(Transport::sentAt)
                .filter(sent -> sent.isBefore(bare.receipt()))
                .getOrElse(bare.receipt());
        Notice notice = SubscriptionMessage.of(json, profile.product()).notice(named, ownTime, List.of());
        if (!(notice instanceof Notice.Understood understood)) {
            return notice;
        }
        return profile.rawDelivery() && transport.isDefined()
                ? suspecting(understood)
                : new Notice.Malformed(
                        named, NoticeReason.RAW_DELIVERY, List.of(profile.rawDelivery() ? NO_TRANSPORT : NOT_ALLOWED));
    }

    private static Notice suspecting(Notice.Understood notice) {
        return notice.fact() instanceof Fact.OfCustomer said
                        && said.sign().kind().isEnd()
                ? new Notice.Understood(notice.envelope(), new Fact.OfSuspectedEnd(said.customer(), said.sign()))
                : notice;
    }
}
