package com.guance.billing.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.control.Either;
import java.util.regex.Pattern;

/**
 * Reads a JSON object from any text. It forgives a byte order mark, and a comma too many, which AWS's sample of
 * a notice has, and nothing else: not a name
 * twice in one object, for nobody can tell which is meant, and no text behind the object. Depth, names and numbers are bounded.
 */
final class LenientJson {

    private static final JsonMapper NOTICE = mapper(SnsNotices.LONGEST);
    private static final JsonMapper BATCH = mapper(SnsNotices.LONGEST_BATCH);

    private static final Pattern MARK = Pattern.compile("\\A\\s{0,9}\ufeff[\\s\ufeff]*");
    private static final Pattern HTML = Pattern.compile("\\s*\\{\\s*&(quot|#34|#x22);");

    private LenientJson() {}

    /** The object; left: what the text is instead, without repeating it, to be read after a subject. */
    static Either<String, ObjectNode> object(String text) {
        return object(text, NOTICE);
    }

    /** The object, of a text that may have several notices; left: what the text is instead. */
    static Either<String, ObjectNode> batch(String text) {
        return object(text, BATCH);
    }

    private static Either<String, ObjectNode> object(String text, JsonMapper mapper) {
        String bare = MARK.matcher(text).replaceFirst("");
        if (bare.isBlank()) {
            return Either.left("is empty");
        }
        try {
            JsonNode json = mapper.readTree(bare);
            return json instanceof ObjectNode object ? Either.right(object) : Either.left(notAnObject(json));
        } catch (JsonProcessingException notJson) {
            return Either.left("is " + (isHtml(bare) ? "HTML-escaped" : "no legible") + " JSON" + at(notJson));
        }
    }

    private static JsonMapper mapper(int longest) {
        return JsonMapper.builder(JsonFactory.builder()
                        .disable(
                                JsonFactory.Feature
                                        .CANONICALIZE_FIELD_NAMES) // shared by all texts, fails on equal hashes
                        .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(32)
                                .maxNameLength(1_000)
                                .maxNumberLength(100)
                                .maxStringLength(longest)
                                .maxDocumentLength(longest)
                                .build())
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    private static String notAnObject(JsonNode json) {
        return json.isTextual() && json.textValue().strip().startsWith("{")
                ? "is JSON inside of a JSON text: it was encoded twice"
                : "is no JSON object";
    }

    private static boolean isHtml(String text) {
        return HTML.matcher(text).lookingAt();
    }

    private static String at(JsonProcessingException notJson) {
        JsonLocation location = notJson.getLocation();
        return location == null ? "" : ", line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
