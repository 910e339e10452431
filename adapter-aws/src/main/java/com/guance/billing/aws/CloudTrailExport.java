package com.guance.billing.aws;

import com.guance.billing.reconciliation.BilledLine;
import com.guance.billing.reconciliation.ExportCoverage;
import com.guance.billing.reconciliation.Legible;
import com.guance.billing.subscription.MarketplaceProfile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

/**
 * Reads {@code BatchMeterUsage} events that CloudTrail has kept, for a reconciliation by the hour ("Logging AWS Marketplace Metering
 * API calls with CloudTrail" page of the seller guide; ASK-3). CloudTrail shows what each call was answered, also where the answer was
 * lost on its way to us. Read file by file and {@linkplain Legible#all put them together}; an event that is delivered twice bills
 * nothing twice.
 *
 * <p>Each of these is recognised by its content:
 *
 * <ul>
 *   <li>a log file of a trail, {@code {"Records": […]}}, and JSON downloaded from Event history
 *   <li>a single event, an array of events, JSON lines
 *   <li>the answer to {@code aws cloudtrail lookup-events} or {@code get-query-results}
 *   <li>results of a query in CloudTrail Lake or Athena as CSV: of the column {@code eventJson}, or of {@code eventSource}, {@code
 *       eventName}, {@code eventTime}, {@code awsRegion}, {@code errorCode}, {@code requestParameters}, {@code responseElements} and
 *       {@code additionalEventData}
 *   <li>an event that came through EventBridge
 *   <li>Event history as CSV: it does not contain what was metered, so the hours of its calls are unknown
 * </ul>
 *
 * <p>Billed are results with the status {@code Success} of calls without an {@code errorCode}. Events of other services and operations,
 * and calls for other products, are counted. Everything else that is not understood is a problem and a {@linkplain
 * com.guance.billing.reconciliation.Gaps gap}: what is missing there is unknown, whatever the host {@linkplain ExportCoverage states}. So
 * is a call whose parameters CloudTrail has omitted, as it does above 100 KB.
 */
public final class CloudTrailExport {

    /** The longest event read, in characters; a call has less than a megabyte, and is in its event twice. */
    public static final int LONGEST_EVENT = 4 * 1024 * 1024;

    private CloudTrailExport() {}

    /**
     * Reads a file as it was downloaded: packed by gzip or not, in UTF-8 or UTF-16. It is read as a stream, one event in memory at a time.
     * Where the file is broken, is longer than 1 GiB when unpacked, or has an event that is longer than {@link #LONGEST_EVENT}, reading
     * ends with a problem, and what came before is kept.
     *
     * @param file the file; not closed here
     * @param profile how the vendor sells the product
     * @return what was billed, and problems by the number of the event, line or row, from 1
     * @throws IOException if the file cannot be read from its disk or network
     */
    public static Legible<BilledLine> read(InputStream file, MarketplaceProfile profile) throws IOException {
        TrailEvents events = new TrailEvents(profile);
        try {
            read(ExportText.of(file, ExportText.LONGEST_FILE), events);
        } catch (ExportText.Illegible broken) {
            events.brokenOff(broken.why());
        }
        return events.legible();
    }

    /**
     * Reads a text, in the same way.
     *
     * @param text the text; not closed here
     * @param profile how the vendor sells the product
     * @return what was billed, and problems by the number of the event, line or row, from 1
     * @throws IOException if the text cannot be read
     */
    public static Legible<BilledLine> read(Reader text, MarketplaceProfile profile) throws IOException {
        TrailEvents events = new TrailEvents(profile);
        read(text, events);
        return events.legible();
    }

    /**
     * Reads JSON lines: an event, or a log file, a line. A line that is no JSON, or longer than {@link #LONGEST_EVENT}, spoils no other.
     * Empty lines are passed over.
     *
     * @param lines the text; not closed here
     * @param profile how the vendor sells the product
     * @return what was billed, and problems by the number of the line, from 1
     * @throws IOException if the text cannot be read
     */
    public static Legible<BilledLine> readLines(Reader lines, MarketplaceProfile profile) throws IOException {
        TrailEvents events = new TrailEvents(profile);
        readLines(lines, events);
        return events.legible();
    }

    private static void read(Reader text, TrailEvents events) throws IOException {
        BufferedReader buffered = new BufferedReader(text);
        switch (TrailForm.of(buffered, LONGEST_EVENT)) {
            case JSON -> new TrailStream(events).read(buffered);
            case JSON_LINES -> readLines(buffered, events);
            case TABLE -> new TrailTable(events).read(buffered);
            case EMPTY -> events.problem(1, "an empty file, which no export is");
        }
    }

    private static void readLines(Reader lines, TrailEvents events) throws IOException {
        new BoundedLines(lines, LONGEST_EVENT)
                .forEach((number, text) -> TrailJson.tree(text)
                        .peek(json -> events.takeAll(number, json))
                        .peekLeft(problem -> events.problem(number, problem)));
    }
}
