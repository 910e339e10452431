package com.guance.billing.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;

/** Takes fields out of a JSON object, and gathers what is wrong with them. */
final class JsonFields {

    private final ObjectNode json;
    private final List<String> problems = new ArrayList<>();

    JsonFields(ObjectNode json) {
        this.json = json;
    }

    /** The field's text, trimmed; none, and a problem, if it is missing, blank or anything else. */
    Option<String> text(String name) {
        Option<String> text = optionalText(name);
        if (text.isEmpty()) {
            JsonNode value = json.get(name);
            problem(name
                    + (value == null || value.isNull()
                            ? " is missing"
                            : value.isTextual() ? " is blank" : " is no text"));
        }
        return text;
    }

    /** The field's text, trimmed; none if it is missing, blank or anything else. */
    Option<String> optionalText(String name) {
        return Option.of(json.get(name))
                .filter(JsonNode::isTextual)
                .map(value -> value.textValue().strip())
                .filter(text -> !text.isEmpty());
    }

    /** Whether there is anything under that name. */
    boolean has(String name) {
        return json.hasNonNull(name);
    }

    /** The JSON object that a field's text is; none, and a problem, if it is something else. */
    Option<ObjectNode> object(String name, String text) {
        return LenientJson.object(text)
                .peekLeft(problem -> problem(name + " " + problem))
                .toOption();
    }

    void problem(String what) {
        problems.add(what);
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    /** A value of a foreign text as a word to be shown: bounded, and without characters that could do harm in a log. */
    static String word(String text) {
        String start = text.length() > 64 ? text.substring(0, 64) : text;
        return start.replaceAll("[^A-Za-z0-9._:-]", "?");
    }
}
