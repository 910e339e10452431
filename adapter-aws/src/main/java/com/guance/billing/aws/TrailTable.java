package com.guance.billing.aws;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Events of CloudTrail as a table: results of a query in CloudTrail Lake or Athena, or the console's Event history, as CSV. */
record TrailTable(TrailEvents events) {

    private static final Set<String> NEEDED = Set.of("eventname", "eventsource", "eventtime");

    void read(Reader text) throws IOException {
        Csv rows = new Csv(text, CloudTrailExport.LONGEST_EVENT);
        List<String> columns = rows.next()
                .filter(Csv.Row::legible)
                .toJavaStream()
                .flatMap(header -> header.cells().stream())
                .map(TrailTable::name)
                .toList();
        boolean isWhole = columns.contains("eventjson");
        if (!isWhole && !columns.containsAll(NEEDED)) {
            events.problem(
                    1,
                    "neither JSON nor a table of events: a query selects eventJson, or eventSource, eventName, eventTime, awsRegion,"
                            + " errorCode, requestParameters, responseElements and additionalEventData");
            return;
        }
        if (!isWhole && !columns.contains("responseelements")) {
            events.remark(
                    1,
                    "no column responseElements, so nothing says what was billed: of Event history download JSON, not CSV");
        }
        for (Option<Csv.Row> next = rows.next(); next.isDefined(); next = rows.next()) {
            Csv.Row row = next.get();
            if (row.legible()) {
                events.takeAll(row.line(), event(columns, row.cells()));
            } else {
                events.problem(row.line(), "no legible row");
            }
        }
    }

    private static ObjectNode event(List<String> columns, List<String> cells) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        for (int place = 0; place < Math.min(columns.size(), cells.size()); place++) {
            if (!cells.get(place).isEmpty()) {
                event.put(columns.get(place), cells.get(place));
            }
        }
        return event;
    }

    private static String name(String column) {
        return column.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
