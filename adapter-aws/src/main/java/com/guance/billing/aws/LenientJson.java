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

/**
 * Reads a JSON object from any text. It forgives a comma too many, which AWS's sample of a notice has, and nothing else: not a name
 * twice in one object, for nobody can tell which is meant, and no text behind the object. Depth, names and numbers are bounded.
 */
final class LenientJson {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .disable(
                            JsonFactory.Feature
                                    .CANONICALIZE_FIELD_NAMES) // shared by all texts, and fails on names of one hash
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxNameLength(1_000)
                            .maxNumberLength(100)
                            .maxStringLength(SnsNotices.LONGEST)
                            .maxDocumentLength(SnsNotices.LONGEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private LenientJson() {}

    /** The object; left: what the text is instead, without repeating it, to be read after a subject. */
    static Either<String, ObjectNode> object(String text) {
        if (text.isBlank()) {
            return Either.left("is empty");
        }
        try {
            JsonNode json = JSON.readTree(text);
            return json instanceof ObjectNode object ? Either.right(object) : Either.left("is no JSON object");
        } catch (JsonProcessingException notJson) {
            return Either.left("is no legible JSON" + at(notJson));
        }
    }

    private static String at(JsonProcessingException notJson) {
        JsonLocation location = notJson.getLocation();
        return location == null ? "" : ", line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
