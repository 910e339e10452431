package com.guance.billing.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.guance.billing.reconciliation.BilledLine;
import com.guance.billing.reconciliation.Legible;
import com.guance.billing.subscription.MarketplaceCustomer;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Events of CloudTrail, as the seller guide shows them. */
final class Trails {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter PERSON =
            DateTimeFormatter.ofPattern("MMM d, uuuu h:mm:ss a", Locale.US).withZone(ZoneOffset.UTC);

    private Trails() {}

    /** A call in which each of these lines was answered {@code Success}. */
    static ObjectNode event(String id, Instant at, List<BilledLine> billed) {
        ObjectNode event = JSON.createObjectNode()
                .put("eventVersion", "1.05")
                .put("eventTime", at.toString())
                .put("eventSource", "metering-marketplace.amazonaws.com")
                .put("eventName", "BatchMeterUsage")
                .put("eventID", id);
        ObjectNode request = event.putObject("requestParameters");
        request.put("productCode", Records.PROFILE.product().code());
        ArrayNode sent = request.putArray("usageRecords");
        ArrayNode results = event.putObject("responseElements").putArray("results");
        for (BilledLine line : billed) {
            sent.add(usage(line));
            result(results, line, "Success");
        }
        return event;
    }

    static void result(ArrayNode results, BilledLine line, String status) {
        ObjectNode result = results.addObject().put("meteringRecordId", "b-1").put("status", status);
        result.set("usageRecord", usage(line));
    }

    static ObjectNode usage(BilledLine line) {
        ObjectNode usage = JSON.createObjectNode()
                .put("dimension", line.record().meter().dimension().name())
                .put("timestamp", PERSON.format(line.record().hour().start().plusSeconds(59)))
                .put("quantity", line.quantity());
        if (line.record().meter().customer() instanceof MarketplaceCustomer.Licensed licensed) {
            return usage.put("customerAWSAccountID", licensed.account())
                    .put("licenseArn", "arn:aws:license-manager::294406891311:license:" + licensed.license());
        }
        return usage.put(
                        "customerIdentifier",
                        ((MarketplaceCustomer.Legacy) line.record().meter().customer()).identifier())
                .put("customerAWSAccountID", "987654321098");
    }

    static String file(List<ObjectNode> events) {
        ObjectNode file = JSON.createObjectNode();
        file.putArray("Records").addAll(events);
        return file.toString();
    }

    /** Rows of a query in CloudTrail Lake, as the answer to {@code get-query-results}. */
    static String lakeJson(List<ObjectNode> events, boolean nested) {
        ObjectNode answer = JSON.createObjectNode().put("QueryStatus", "FINISHED");
        ArrayNode rows = answer.putArray("QueryResultRows");
        for (ObjectNode event : events) {
            ArrayNode row = rows.addArray();
            columns(event, nested).forEach((name, text) -> row.addObject().put(name, text));
        }
        return answer.toString();
    }

    /** The same as CSV. */
    static String lakeCsv(List<ObjectNode> events, boolean nested) {
        return Stream.concat(
                        Stream.of(String.join(
                                ",",
                                columns(event("e", Instant.EPOCH, List.of()), nested)
                                        .keySet())),
                        events.stream()
                                .map(event -> columns(event, nested).values().stream()
                                        .map(text -> '"' + text.replace("\"", "\"\"") + '"')
                                        .collect(Collectors.joining(","))))
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> columns(ObjectNode event, boolean nested) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String name : List.of("eventTime", "eventSource", "eventName", "requestParameters", "responseElements")) {
            JsonNode value = event.get(name);
            columns.put(name.toLowerCase(Locale.ROOT), value.isTextual() ? value.textValue() : flat(value, nested));
        }
        return columns;
    }

    /** As a map is printed; nested: what is in it, too. */
    private static String flat(JsonNode map, boolean nested) {
        return map.properties().stream()
                .map(entry -> entry.getKey() + "=" + (nested ? printed(entry.getValue()) : plain(entry.getValue())))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String printed(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(Trails::printed).collect(Collectors.joining(", ", "[", "]"));
        }
        return value.isObject() ? flat(value, true) : isBare(value) ? value.asText() : value.toString();
    }

    private static String plain(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }

    private static boolean isBare(JsonNode value) {
        return value.asText().matches("[A-Za-z0-9:/._ -]*(, [0-9]{4} [0-9: AMP]*)?");
    }

    static Legible<BilledLine> read(String text) {
        try {
            return CloudTrailExport.read(new StringReader(text), Records.PROFILE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Legible<BilledLine> lines(String text) {
        try {
            return CloudTrailExport.readLines(new StringReader(text), Records.PROFILE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
