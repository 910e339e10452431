package com.guance.billing.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Locale;
import java.util.Set;

/**
 * The fields of an event, however an export spells them: {@code eventName} in a log file, {@code eventname} as a column of a query;
 * parameters as JSON, as JSON in a text, or as a {@linkplain FlattenedMap flattened map}.
 *
 * @param event a JSON object
 */
record TrailFields(JsonNode event) {

    private static final Set<String> NOTHING = Set.of("", "null", "-");

    JsonNode field(String name) {
        JsonNode exact = event.path(name);
        return exact.isMissingNode() ? event.path(name.toLowerCase(Locale.ROOT)) : exact;
    }

    /** A text field; empty if there is none. */
    String text(String name) {
        JsonNode value = field(name);
        return value.isTextual() ? value.textValue().strip() : "";
    }

    boolean has(String name) {
        JsonNode value = field(name);
        return !value.isNull()
                && !(value.isTextual() && NOTHING.contains(value.textValue().strip()))
                && !value.isMissingNode();
    }

    /** A field that is JSON, or a text that contains JSON or a flattened map; missing if it is neither. */
    JsonNode tree(String name) {
        return tree(field(name));
    }

    static JsonNode tree(JsonNode value) {
        if (!value.isTextual()) {
            return value;
        }
        String text = value.textValue().strip();
        return TrailJson.tree(text)
                .orElse(() -> FlattenedMap.read(text).map(map -> (JsonNode) map))
                .filterOrElse(JsonNode::isContainerNode, scalar -> "no object")
                .getOrElse(MissingNode::getInstance);
    }
}
