package com.guance.billing.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.guance.billing.reconciliation.BilledLine;
import com.guance.billing.reconciliation.Legible;
import com.guance.billing.subscription.MarketplaceProfile;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Collects what events of CloudTrail say was billed, whatever they are wrapped in, and what is wrong with them. */
final class TrailEvents {

    /** Under which names lists are: of a log file, of an answer to {@code lookup-events}, and of one to {@code get-query-results}. */
    static final Set<String> LISTS = Set.of("Records", "Events", "QueryResultRows");

    private static final String THROUGH_EVENT_BRIDGE = "AWS API Call via CloudTrail";

    private final MarketplaceProfile profile;
    private final Reading<BilledLine> reading = new Reading<>();
    private long last;

    TrailEvents(MarketplaceProfile profile) {
        this.profile = profile;
    }

    /** Takes an event, or all of a list of them. */
    void takeAll(long number, JsonNode json) {
        last = number;
        if (isRow(json)) {
            takeAll(number, merged(json));
        } else if (json.isArray()) {
            json.forEach(event -> takeAll(number, event));
        } else if (!json.isObject()) {
            reading.problem(number, "no JSON object");
        } else if (LISTS.stream().anyMatch(name -> json.path(name).isArray())) {
            LISTS.forEach(name -> json.path(name).forEach(event -> takeAll(number, event)));
            takeEndOfList(number, json);
        } else {
            unwrap(number, new TrailFields(json));
        }
    }

    /** What stands beside a list: an answer that is one page of several, or of a query that is not done, is not whole. */
    void takeEndOfList(long number, JsonNode list) {
        last = number;
        String status = list.path("QueryStatus").asText("FINISHED");
        if (list.hasNonNull("NextToken")) {
            reading.problem(number, "one page of several: NextToken says that more follow");
        } else if (!status.equals("FINISHED")) {
            reading.problem(number, "the answer of a query that is not finished");
        }
    }

    void problem(long number, String why) {
        reading.problem(number, why);
    }

    /** Nothing after the last event can be read. */
    void brokenOff(String why) {
        reading.problem(last + 1, why);
    }

    /** A remark that makes no gap by itself. */
    void remark(long number, String why) {
        reading.problem(number, why, Set.of());
    }

    Legible<BilledLine> legible() {
        return reading.legible();
    }

    private void unwrap(long number, TrailFields event) {
        String ofTheCli = event.text("CloudTrailEvent");
        String ofTheLake = event.text("eventJson");
        String detailType = event.text("detail-type");
        if (!ofTheCli.isEmpty() || !ofTheLake.isEmpty()) {
            TrailJson.tree(ofTheCli.isEmpty() ? ofTheLake : ofTheCli)
                    .peek(json -> take(number, new TrailFields(json)))
                    .peekLeft(problem -> reading.problem(number, problem));
        } else if (detailType.equals(THROUGH_EVENT_BRIDGE)) {
            take(number, new TrailFields(event.field("detail")));
        } else if (!detailType.isEmpty()) {
            reading.otherEvent();
        } else {
            take(number, event);
        }
    }

    private void take(long number, TrailFields event) {
        String source = event.text("eventSource");
        String name = event.text("eventName");
        if (event.has("insightDetails")) {
            reading.otherEvent();
        } else if (source.isEmpty() || name.isEmpty()) {
            reading.problem(number, "no event of CloudTrail: eventSource or eventName is missing");
        } else if (!source.startsWith("metering-marketplace.") || !name.equals("BatchMeterUsage")) {
            reading.otherEvent();
        } else {
            TrailTimes.instant(event.field("eventTime"))
                    .peek(at -> new TrailCall(profile, reading, number, at, event).read())
                    .onEmpty(() -> reading.problem(number, "eventTime is no instant"));
        }
    }

    /** A row of {@code get-query-results}: a list of objects, each of one column. */
    private static boolean isRow(JsonNode json) {
        return json.isArray()
                && !json.isEmpty()
                && StreamSupport.stream(json.spliterator(), false)
                        .allMatch(column -> column.isObject()
                                && column.size() == 1
                                && column.elements().next().isValueNode());
    }

    private static ObjectNode merged(JsonNode row) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        row.forEach(column -> event.setAll((ObjectNode) column));
        return event;
    }
}
