package com.guance.billing.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;

/**
 * What a notice may be wrapped in on its way: a message of SQS as the SDK, the CLI or Lambda has it, an event of Lambda, and a topic of
 * the host's own that passes on what SNS has delivered (NOT-7).
 */
final class NoticeWrapping {

    /** More layers are nobody's set-up. */
    static final int DEEPEST = 5;

    private NoticeWrapping() {}

    /**
     * What the wrapping contained.
     *
     * @param json the innermost envelope of SNS, or the body without one; left: what the text is instead, to be read after a subject
     * @param outer the envelopes of SNS around that, the outermost first
     * @param transport of the innermost message of a queue that has an id and a time; none if there is none
     */
    record Unwrapped(Either<String, ObjectNode> json, List<SnsEnvelope> outer, Option<Transport> transport) {}

    /** Takes off every layer. */
    static Unwrapped unwrapped(String text) {
        Either<String, ObjectNode> json = LenientJson.object(text);
        List<SnsEnvelope> outer = new ArrayList<>();
        Option<Transport> transport = Option.none();
        for (int depth = 0; depth <= DEEPEST; depth++) {
            Option<Either<String, ObjectNode>> inner = json.toOption().flatMap(NoticeWrapping::inner);
            if (inner.isEmpty()) {
                return new Unwrapped(
                        json.filterOrElse(event -> !isOfEventBridge(event), event -> "is an EventBridge event"),
                        List.copyOf(outer),
                        transport);
            }
            json.toOption()
                    .filter(layer -> layer.has("Message"))
                    .map(SnsEnvelope::of)
                    .forEach(outer::add);
            transport = json.toOption()
                    .filter(NoticeWrapping::isMessage)
                    .flatMap(Transport::of)
                    .orElse(transport);
            json = inner.get();
        }
        return new Unwrapped(Either.left("is wrapped more than " + DEEPEST + " times"), List.copyOf(outer), transport);
    }

    /** Whether an event of Lambda has several messages: they are several notices. */
    static boolean isBatch(ObjectNode json) {
        return json.path("Records").size() > 1;
    }

    /** What one layer contains; none if it is no wrapping. */
    private static Option<Either<String, ObjectNode>> inner(ObjectNode json) {
        JsonNode records = json.path("Records");
        if (isBatch(json)) {
            return Option.some(Either.left("is a batch of " + records.size() + " messages: hand in each by itself"));
        } else if (records.size() == 1 && records.get(0) instanceof ObjectNode message) {
            return Option.some(Either.right(message));
        } else if (json.get("Sns") instanceof ObjectNode ofLambda) {
            return Option.some(Either.right(ofLambda));
        } else if (isMessage(json)) {
            return Option.some(
                    LenientJson.object(body(json).textValue()).mapLeft(problem -> "has a body that " + problem));
        }
        return wrappedMessage(json).map(Either::right);
    }

    /** Whether it is a message of SQS, around a body. */
    private static boolean isMessage(ObjectNode json) {
        return body(json).isTextual() && !json.has("Message");
    }

    private static JsonNode body(ObjectNode json) {
        return json.has("Body") ? json.path("Body") : json.path("body");
    }

    /** The message of an envelope of SNS, if that is not the notice's body itself. */
    private static Option<ObjectNode> wrappedMessage(ObjectNode json) {
        JsonNode message = json.path("Message");
        return Option.when(message.isTextual(), message::textValue)
                .flatMap(text -> LenientJson.object(text).toOption())
                .filter(object -> SnsEnvelope.isOne(object) || isOfEventBridge(object) || isOfSqs(object));
    }

    private static boolean isOfSqs(ObjectNode json) {
        return json.path("Records").isArray()
                || json.path("Body").isTextual()
                || json.path("body").isTextual();
    }

    private static boolean isOfEventBridge(ObjectNode json) {
        return json.path("detail-type").isTextual() && json.has("detail");
    }
}
