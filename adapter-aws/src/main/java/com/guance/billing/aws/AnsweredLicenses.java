package com.guance.billing.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vavr.control.Option;

/**
 * The licenses that an answer names, by the places of its results: the SDK keeps their order and leaves none out ("UsageRecordResult"
 * page of the API reference).
 *
 * @param answer as it came, or missing
 */
record AnsweredLicenses(JsonNode answer) {

    static AnsweredLicenses of(RawAnswer raw) {
        return new AnsweredLicenses(raw.json().<JsonNode>map(json -> json).getOrElse(MissingNode::getInstance));
    }

    /** The license's own id; none in the legacy scheme. */
    Option<String> ofResult(int place) {
        return LicenseFields.licenseOf(answer.path("Results").path(place).path("UsageRecord"));
    }

    /** The license's own id; none in the legacy scheme. */
    Option<String> ofUnprocessed(int place) {
        return LicenseFields.licenseOf(answer.path("UnprocessedRecords").path(place));
    }
}
