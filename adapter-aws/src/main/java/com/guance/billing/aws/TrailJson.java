package com.guance.billing.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vavr.control.Either;
import java.io.IOException;
import java.io.Reader;

/** JSON of CloudTrail: depth, names, numbers and texts are bounded, and no object has a name twice. */
final class TrailJson {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .disable(
                            JsonFactory.Feature
                                    .CANONICALIZE_FIELD_NAMES) // shared by all texts, and fails on names of one hash
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxNameLength(1_000)
                            .maxNumberLength(100)
                            .maxStringLength(CloudTrailExport.LONGEST_EVENT)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private TrailJson() {}

    /** All of a text; left: what is wrong with it, without repeating it. */
    static Either<String, JsonNode> tree(String text) {
        if (text.length() > CloudTrailExport.LONGEST_EVENT) {
            return Either.left("too long");
        }
        try {
            return Either.right(JSON.readTree(text));
        } catch (JsonProcessingException | NumberFormatException notJson) {
            return Either.left("no legible JSON");
        }
    }

    /** A text, token by token. */
    static JsonParser parser(Reader text) throws IOException {
        return JSON.getFactory().createParser(text);
    }

    /** The value that begins with the parser's token. */
    static JsonNode value(JsonParser parser) throws IOException {
        try {
            return JSON.reader()
                    .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(parser);
        } catch (NumberFormatException beyondAllNumbers) {
            throw new JsonParseException(parser, "a number with an exponent beyond all numbers");
        }
    }
}
