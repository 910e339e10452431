package com.guance.billing.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.control.Either;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code map<string,string>} as CloudTrail Lake and Athena print it: {@code {productCode=abc, usageRecords=[{"quantity":5}]}}. Names
 * and values stand without quotes, or are JSON; a value without quotes goes on to the next name or bracket, for it may contain commas.
 */
final class FlattenedMap {

    private static final int DEEPEST = 32;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern NAME =
            Pattern.compile("\\s*(?:\"([^\"\\\\]{0,200})\"|([A-Za-z_][A-Za-z0-9_.-]{0,200}))\\s*[=:]");

    private final String text;
    private int place;

    private FlattenedMap(String text) {
        this.text = text;
    }

    /** The map; left: that it is none. */
    static Either<String, ObjectNode> read(String text) {
        try {
            FlattenedMap map = new FlattenedMap(text);
            JsonNode read = map.value(DEEPEST, "");
            map.blanks();
            if (read instanceof ObjectNode object && map.place == text.length()) {
                return Either.right(object);
            }
        } catch (NoMap noMap) {
            // said below
        }
        return Either.left("no legible map");
    }

    private static final class NoMap extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private JsonNode value(int deeper, String closing) throws NoMap {
        blanks();
        if (deeper == 0) {
            throw new NoMap();
        }
        return switch (next()) {
            case '{' -> map(deeper);
            case '[' -> list(deeper);
            case '"' -> quoted();
            default -> bare(closing);
        };
    }

    private ObjectNode map(int deeper) throws NoMap {
        ObjectNode map = NODES.objectNode();
        place++;
        blanks();
        while (next() != '}') {
            Matcher name = NAME.matcher(text).region(place, text.length());
            if (!name.lookingAt()) {
                throw new NoMap();
            }
            place = name.end();
            String key = name.group(1) == null ? name.group(2) : name.group(1);
            if (map.has(key)) {
                throw new NoMap();
            }
            map.set(key, value(deeper - 1, "}"));
            comma('}');
        }
        place++;
        return map;
    }

    private ArrayNode list(int deeper) throws NoMap {
        ArrayNode list = NODES.arrayNode();
        place++;
        blanks();
        while (next() != ']') {
            list.add(value(deeper - 1, "]"));
            comma(']');
        }
        place++;
        return list;
    }

    private JsonNode quoted() throws NoMap {
        int begin = place++;
        while (next() != '"') {
            place += next() == '\\' ? 2 : 1;
        }
        place++;
        return TrailJson.tree(text.substring(begin, place)).getOrElseThrow(() -> new NoMap());
    }

    private JsonNode bare(String closing) {
        int begin = place;
        while (place < text.length() && closing.indexOf(text.charAt(place)) < 0 && !isEndOfValue(closing)) {
            place++;
        }
        String bare = text.substring(begin, place).strip();
        return bare.equals("null") ? NODES.nullNode() : NODES.textNode(bare);
    }

    private boolean isEndOfValue(String closing) {
        return text.charAt(place) == ','
                && (closing.equals("]")
                        || NAME.matcher(text).region(place + 1, text.length()).lookingAt());
    }

    private void comma(char closing) throws NoMap {
        blanks();
        if (next() == ',') {
            place++;
            blanks();
        } else if (next() != closing) {
            throw new NoMap();
        }
    }

    private char next() throws NoMap {
        if (place >= text.length()) {
            throw new NoMap();
        }
        return text.charAt(place);
    }

    private void blanks() {
        while (place < text.length() && Character.isWhitespace(text.charAt(place))) {
            place++;
        }
    }
}
