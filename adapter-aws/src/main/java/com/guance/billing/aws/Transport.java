package com.guance.billing.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A queue's own id of a message, and when it took it: they stand in for the publisher's where raw delivery is allowed (NOT-7).
 *
 * @param messageId as SQS gave it
 * @param sentAt its {@code SentTimestamp}
 */
record Transport(String messageId, Instant sentAt) {

    private static final Pattern MESSAGE_ID = Pattern.compile("[A-Za-z0-9-]{1,100}");

    /** Milliseconds of the years 2001 to 2286. */
    private static final Pattern MILLISECONDS = Pattern.compile("[0-9]{13}");

    static Transport of(SnsNotices.Delivery delivery) {
        return new Transport(delivery.messageId(), delivery.sentAt());
    }

    /** Of a message as the SDK, the CLI or Lambda has it; none if it lacks the id or the time, or has an impossible one. */
    static Option<Transport> of(ObjectNode message) {
        String id = either(message, "messageId", "MessageId").asText();
        String sent = either(message, "attributes", "Attributes")
                .path("SentTimestamp")
                .asText();
        boolean isKnown =
                MESSAGE_ID.matcher(id).matches() && MILLISECONDS.matcher(sent).matches();
        return Option.when(isKnown, () -> new Transport(id, Instant.ofEpochMilli(Long.parseLong(sent))));
    }

    private static JsonNode either(ObjectNode message, String name, String other) {
        return message.has(name) ? message.path(name) : message.path(other);
    }
}
