package com.guance.billing.aws;

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
import java.util.List;
import java.util.Locale;

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
