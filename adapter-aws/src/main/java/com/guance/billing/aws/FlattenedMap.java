package com.guance.billing.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.control.Either;

/** A {@code map<string,string>} as CloudTrail Lake and Athena print it. */
final class FlattenedMap {

    private FlattenedMap() {}

    /** The map; left: that it is none. */
    static Either<String, ObjectNode> read(String text) {
        return Either.left("no legible map of " + text.length() + " characters");
    }
}
