package com.guance.billing.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.Product;
import com.guance.billing.subscription.RawText;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Reads the legacy subscription notices, which AWS publishes on the product's SNS topic
 * {@code aws-mp-subscription-notification-<product code>} ("SaaS notifications" page of the seller guide; NOT rules).
 *
 * <p><b>Guard the entrance.</b> What is read here is believed: it starts and ends subscriptions. Signatures are not verified here.
 * Take notices from an SQS queue whose policy lets only that topic in, or verify the signature and the topic's ARN of what comes
 * over HTTP before it is read.
 *
 * <p><b>Leave raw delivery off.</b> The envelope of SNS carries the notice's id and time. Without it a notice is read, too, but its
 * time is its receipt, and its id is the digest of its text, so that of two subscriptions of the same customer the second one's
 * notices look like repetitions of the first one's (NOT-1).
 */
public final class SnsNotices {

    /** The longest text that is read and kept whole, in characters; SNS sends at most 256 KiB. */
    public static final int LONGEST = 256 * 1024;

    /** The longest event of Lambda that is read, in characters; Lambda sends at most 6 MB. */
    public static final int LONGEST_BATCH = 6 * 1024 * 1024;

    private SnsNotices() {}

    /**
     * Reads any text whatever; it never fails.
     *
     * <p>A message of SQS, an event of Lambda with one message, an envelope of SNS inside of another and a byte order mark are taken
     * off first; the id and the time are the innermost envelope's (NOT-7). Of an event with several messages each is {@linkplain
     * #readAll read} by itself.
     *
     * <p>Unknown fields are passed over, identifiers are trimmed, and a comma too many is forgiven: AWS's own samples need it.
     * Another kind of message, another action and another product are <em>unknown</em>. A text that is longer than
     * {@link #LONGEST}, or has characters that cannot be stored, is <em>malformed</em>; of the one its beginning is kept, in the other
     * those characters are replaced by U+FFFD, and both say so. Everything else is kept as it came (NOT-4).
     *
     * @param text the message as it came: the body of an SQS message or of an HTTP request
     * @param profile how the vendor sells the product whose topic it came from
     * @param receipt when it came (NOT-6)
     * @return the notice, as far as it could be read
     */
    public static Notice read(String text, MarketplaceProfile profile, Instant receipt) {
        KeptText kept = KeptText.of(text, LONGEST);
        Notice.Envelope bare = new Notice.Envelope(
                "sha256:" + Digest.of(text), profile.marketplace(), receipt, new RawText(kept.text()));
        if (!kept.problems().isEmpty()) {
            return new Notice.Malformed(bare, kept.problems());
        }
        return NoticeWrapping.unwrapped(text)
                .fold(
                        problem -> new Notice.Malformed(bare, List.of("the notice " + problem)),
                        json -> SnsEnvelope.isOne(json)
                                ? enveloped(json, bare, profile.product())
                                : raw(json, bare, profile.product()));
    }

    /**
     * Reads each message of an event of Lambda, which has several; any other text as {@link #read} does.
     *
     * @param text the event as it came, or any text whatever
     * @param profile how the vendor sells the product whose topic it came from
     * @param receipt when it came (NOT-6)
     * @return the notices, at least one; each keeps its own message only
     */
    public static List<Notice> readAll(String text, MarketplaceProfile profile, Instant receipt) {
        return LenientJson.batch(text)
                .toOption()
                .filter(NoticeWrapping::isBatch)
                .map(event -> StreamSupport.stream(event.path("Records").spliterator(), false)
                        .map(message -> read(message.toString(), profile, receipt))
                        .toList())
                .getOrElse(() -> List.of(read(text, profile, receipt)));
    }

    private static Notice enveloped(ObjectNode json, Notice.Envelope bare, Product product) {
        SnsEnvelope sns = SnsEnvelope.of(json);
        Notice.Envelope named = new Notice.Envelope(
                sns.messageId().getOrElse(bare.id()), bare.marketplace(), bare.receipt(), bare.text());
        return sns.otherType()
                .<Notice>map(type -> new Notice.Unknown(named, "SNS message of type " + type))
                .getOrElse(() -> notification(sns, named, product));
    }

    private static Notice notification(SnsEnvelope sns, Notice.Envelope named, Product product) {
        JsonFields envelope = sns.fields();
        Instant ownTime = sns.ownTime(named.receipt());
        return envelope.text("Message")
                .flatMap(message -> envelope.object("Message", message))
                .map(body -> SubscriptionMessage.of(body, product).notice(named, ownTime, envelope.problems()))
                .getOrElse(() -> new Notice.Malformed(named, envelope.problems()));
    }

    private static Notice raw(ObjectNode json, Notice.Envelope bare, Product product) {
        return SubscriptionMessage.of(json, product).notice(bare, bare.receipt(), List.of());
    }
}
