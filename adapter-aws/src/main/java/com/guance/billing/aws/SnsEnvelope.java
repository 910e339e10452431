package com.guance.billing.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.Product;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What SNS wraps a message in ("HTTP/HTTPS notification JSON format" page of the SNS guide; the same in a queue without raw
 * delivery).
 *
 * @param fields the envelope's fields, and what is wrong with them
 */
record SnsEnvelope(JsonFields fields) {

    private static final Pattern MESSAGE_ID = Pattern.compile("[A-Za-z0-9-]{1,100}");
    private static final Pattern PRODUCT_OF_TOPIC =
            Pattern.compile(".{0,256}:aws-mp-(?:subscription|entitlement)-notification-([^:]{1,255})");
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    static boolean isOne(ObjectNode json) {
        return Stream.of("Type", "MessageId", "TopicArn", "Message").anyMatch(json::has);
    }

    static SnsEnvelope of(ObjectNode json) {
        return new SnsEnvelope(new JsonFields(json));
    }

    /** SNS's own id, the same in every delivery; none if it is missing or nothing that could be an id. */
    Option<String> messageId() {
        return fields.optionalText("MessageId")
                .filter(id -> MESSAGE_ID.matcher(id).matches());
    }

    /** A notice's envelope under SNS's own id, if there is one. */
    Notice.Envelope named(Notice.Envelope bare) {
        return new Notice.Envelope(messageId().getOrElse(bare.id()), bare.marketplace(), bare.receipt(), bare.text());
    }

    /** The type of a message that is no notification, such as {@code SubscriptionConfirmation}. */
    Option<String> otherType() {
        return fields.optionalText("Type")
                .filter(type -> !type.equals("Notification"))
                .map(JsonFields::word);
    }

    /** The topic that it comes from, in words, if that is none of the profile's; where it names none, if it is another product's. */
    Option<String> foreignTopic(MarketplaceProfile profile) {
        Option<String> topic = fields.optionalText("TopicArn");
        if (profile.topics().isEmpty()) {
            return topic.flatMap(arn -> topicOfAnother(profile.product(), arn));
        }
        return Option.when(
                !topic.exists(profile.topics()::contains),
                () -> topic.map(arn -> "topic " + JsonFields.word(arn)).getOrElse("no topic is named"));
    }

    private static Option<String> topicOfAnother(Product ours, String arn) {
        return Option.some(PRODUCT_OF_TOPIC.matcher(arn))
                .filter(Matcher::matches)
                .map(topic -> topic.group(1))
                .filter(code -> !code.equals(ours.code()))
                .map(code -> "topic of product " + JsonFields.word(code));
    }

    /** When SNS took the message; its receipt if the envelope has no time, or, with a problem, no possible one (NOT-6). */
    Instant ownTime(Instant receipt) {
        if (!fields.has("Timestamp")) {
            return receipt;
        }
        return fields.text("Timestamp")
                .flatMap(this::instant)
                .filter(this::isPossible)
                .getOrElse(receipt);
    }

    private Option<Instant> instant(String text) {
        try {
            return Option.some(Instant.parse(text));
        } catch (DateTimeParseException notAnInstant) {
            fields.problem("Timestamp is no instant");
            return Option.none();
        }
    }

    /** How far it may lie after the receipt the application judges, whoever has read the notice. */
    private boolean isPossible(Instant at) {
        boolean possible = !at.isBefore(EARLIEST);
        if (!possible) {
            fields.problem("Timestamp lies before the year 2000");
        }
        return possible;
    }
}
