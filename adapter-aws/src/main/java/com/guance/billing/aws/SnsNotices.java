package com.guance.billing.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.guance.billing.Required;
import com.guance.billing.Text;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeReason;
import com.guance.billing.subscription.Product;
import com.guance.billing.subscription.RawText;
import io.vavr.control.Option;
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
 * <p><b>Leave raw delivery off.</b> The envelope of SNS carries the notice's id and time, which tell one occurrence from another
 * (NOT-1). Without it a notice is malformed, and says so, unless the profile {@linkplain MarketplaceProfile#allowingRawDelivery
 * allows} it: then the id and time of the transport stand in, which are others after a redrive, and the end of a subscription raises a
 * suspicion and nothing more (NOT-7). They are those of the innermost message of SQS or Lambda around the body that has both, else
 * those that the host tells.
 *
 * <p><b>Topics.</b> Where the profile {@linkplain MarketplaceProfile#withTopics names its topics}, every envelope of SNS around a notice
 * must come from one of them: if one comes from another topic, or names none, the notice is <em>unknown</em>, as of a foreign topic, with
 * that envelope's id. A profile that names none accepts any topic, but for one that AWS names after another product (NOT-14). A raw
 * body names no topic: where raw delivery is allowed it is accepted, whichever topics the profile names, and the policy of the queue
 * decides who may send it.
 */
public final class SnsNotices {

    /** The longest text that is read and kept whole, in characters; SNS sends at most 256 KiB. */
    public static final int LONGEST = 256 * 1024;

    /** The longest event of Lambda that is read, in characters; Lambda sends at most 6 MB. */
    public static final int LONGEST_BATCH = 6 * 1024 * 1024;

    private SnsNotices() {}

    /**
     * How a message reached us, for one that has no id and time of its publisher's.
     *
     * @param messageId the transport's own id of it, such as the {@code MessageId} of SQS; 1–255 characters
     * @param sentAt when the transport took it, such as {@code SentTimestamp} of SQS
     * @param receipt when it came (NOT-6)
     */
    public record Delivery(String messageId, Instant sentAt, Instant receipt) {

        /**
         * Checks the id.
         *
         * @throws IllegalArgumentException if it is blank, too long or not well-formed
         */
        public Delivery {
            Required.value(messageId, "messageId");
            Required.value(sentAt, "sentAt");
            Required.value(receipt, "receipt");
            Text.bounded(messageId, 255, "message id");
        }
    }

    /**
     * Reads any text whatever; it never fails, and answers the same to the same text.
     *
     * <p>A message of SQS, an event of Lambda with one message, an envelope of SNS inside of another and a byte order mark are taken
     * off first; the id and the time are the innermost envelope's (NOT-7). Of an event with several messages each is {@linkplain
     * #readAll read} by itself.
     *
     * <p>Unknown fields are passed over, identifiers are trimmed, and a comma too many is forgiven: AWS's own samples need it.
     * Another kind of message, another action, another product and another product's topic are <em>unknown</em>. A text that is longer
     * than {@link #LONGEST}, or has characters that cannot be stored, is <em>malformed</em>; of the one its beginning is kept, in the
     * other those characters are replaced by U+FFFD, and both say so. So is a text without an id of its publisher's: it is kept under a
     * digest of it. Everything is kept as it came (NOT-4).
     *
     * @param text the message as it came: the body of an SQS message or of an HTTP request
     * @param profile how the vendor sells the product whose topic it came from
     * @param receipt when it came (NOT-6)
     * @return the notice, as far as it could be read
     */
    public static Notice read(String text, MarketplaceProfile profile, Instant receipt) {
        return read(text, profile, receipt, Option.none());
    }

    /**
     * The same for a message that may have come by raw delivery (NOT-7). A message of SQS or Lambda around the body that has an id and a
     * time of its own is believed before the {@code delivery}.
     *
     * @param text the message as it came
     * @param profile how the vendor sells the product, and whether it allows raw delivery
     * @param delivery the transport's id and times
     * @return the notice, as far as it could be read
     */
    public static Notice read(String text, MarketplaceProfile profile, Delivery delivery) {
        return read(text, profile, delivery.receipt(), Option.some(delivery));
    }

    private static Notice read(String text, MarketplaceProfile profile, Instant receipt, Option<Delivery> delivery) {
        KeptText kept = KeptText.of(text, LONGEST);
        String id = delivery.map(Delivery::messageId).getOrElse(() -> "sha256:" + Digest.of(text));
        Notice.Envelope bare = new Notice.Envelope(id, profile.marketplace(), receipt, new RawText(kept.text()));
        if (!kept.problems().isEmpty()) {
            return new Notice.Malformed(bare, kept.problems());
        }
        NoticeWrapping.Unwrapped found = NoticeWrapping.unwrapped(text);
        return foreign(found.outer(), bare, profile)
                .getOrElse(() -> found.json()
                        .fold(
                                problem -> new Notice.Malformed(bare, List.of("the notice " + problem)),
                                json -> SnsEnvelope.isOne(json)
                                        ? enveloped(json, bare, profile)
                                        : RawNotice.read(
                                                json,
                                                bare,
                                                profile,
                                                found.transport().orElse(delivery.map(Transport::of)))));
    }

    /** It has the id of the foreign envelope: nobody else vouches for what is inside. */
    private static Option<Notice> foreign(List<SnsEnvelope> outer, Notice.Envelope bare, MarketplaceProfile profile) {
        return Option.ofOptional(outer.stream()
                .flatMap(sns -> sns.foreignTopic(profile)
                        .map(topic -> ignored(sns.named(bare), topic))
                        .toJavaStream())
                .findFirst());
    }

    private static Notice ignored(Notice.Envelope named, String topic) {
        return new Notice.Unknown(named, NoticeReason.FOREIGN_TOPIC, topic);
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

    private static Notice enveloped(ObjectNode json, Notice.Envelope bare, MarketplaceProfile profile) {
        SnsEnvelope sns = SnsEnvelope.of(json);
        Notice.Envelope named = sns.named(bare);
        return sns.otherType()
                .<Notice>map(type -> new Notice.Unknown(named, reason(type), "SNS message of type " + type))
                .orElse(() -> sns.foreignTopic(profile).map(topic -> ignored(named, topic)))
                .getOrElse(() -> notification(sns, named, profile.product()));
    }

    private static NoticeReason reason(String type) {
        return type.equals("UnsubscribeConfirmation")
                ? NoticeReason.UNSUBSCRIBE_CONFIRMATION
                : NoticeReason.OTHER_MESSAGE;
    }

    private static Notice notification(SnsEnvelope sns, Notice.Envelope named, Product product) {
        JsonFields envelope = sns.fields();
        if (sns.messageId().isEmpty()) {
            envelope.problem("MessageId is missing, or no id");
        }
        Instant ownTime = sns.ownTime(named.receipt());
        return envelope.text("Message")
                .flatMap(message -> envelope.object("Message", message))
                .map(body -> SubscriptionMessage.of(body, product).notice(named, ownTime, envelope.problems()))
                .getOrElse(() -> new Notice.Malformed(named, envelope.problems()));
    }
}
