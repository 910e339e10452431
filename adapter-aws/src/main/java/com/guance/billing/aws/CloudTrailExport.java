package com.guance.billing.aws;

import com.guance.billing.reconciliation.BilledLine;
import com.guance.billing.reconciliation.Legible;
import com.guance.billing.subscription.MarketplaceProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/**
 * Reads {@code BatchMeterUsage} events that CloudTrail has kept, for a reconciliation by the hour ("Logging AWS Marketplace Metering
 * API calls with CloudTrail" page of the seller guide; ASK-3). CloudTrail tells of what each call was answered, also where the answer
 * was lost on its way to us. Its files come one by one and packed: give what is unpacked, one after the other, and add the lines up;
 * an event that is delivered twice bills nothing twice.
 *
 * <p>What is billed are results with the status {@code Success} of calls without an {@code errorCode}. Other events, other products,
 * other statuses and unknown fields are passed over.
 */
public final class CloudTrailExport {

    /** The longest event read, in characters; a call has less than a megabyte, and is in its event twice. */
    public static final int LONGEST_EVENT = 4 * 1024 * 1024;

    private CloudTrailExport() {}

    /**
     * Reads a file as it was downloaded.
     *
     * @param file the file; not closed here
     * @param profile how the vendor sells the product
     * @return what was billed, and problems by the number of the event, from 1
     * @throws IOException if the file cannot be read
     */
    public static Legible<BilledLine> read(InputStream file, MarketplaceProfile profile) throws IOException {
        return read(new InputStreamReader(file, StandardCharsets.UTF_8), profile);
    }

    /**
     * Reads JSON: a log file with its {@code Records}, the {@code Events} that {@code lookup-events} of the AWS CLI answers, an array
     * of events or a single one. It is read as a stream, one event in memory at a time. Where the text is no JSON any more, or an
     * event is longer than {@link #LONGEST_EVENT}, reading ends with a problem, and what came before is kept.
     *
     * @param json the text; not closed here
     * @param profile how the vendor sells the product
     * @return what was billed, and problems by the number of the event, from 1
     * @throws IOException if the text cannot be read
     */
    public static Legible<BilledLine> read(Reader json, MarketplaceProfile profile) throws IOException {
        TrailEvents events = new TrailEvents(profile);
        new TrailStream(events).read(json);
        return events.legible();
    }

    /**
     * Reads JSON lines: an event, or a log file, a line, as queries of CloudTrail Lake or Athena give them. A line that is no JSON, or
     * longer than {@link #LONGEST_EVENT}, spoils no other. Empty lines are passed over.
     *
     * @param lines the text; not closed here
     * @param profile how the vendor sells the product
     * @return what was billed, and problems by the number of the line, from 1
     * @throws IOException if the text cannot be read
     */
    public static Legible<BilledLine> readLines(Reader lines, MarketplaceProfile profile) throws IOException {
        TrailEvents events = new TrailEvents(profile);
        new BoundedLines(lines, LONGEST_EVENT)
                .forEach((number, text) -> TrailJson.tree(text)
                        .peek(json -> events.takeAll(number, json))
                        .peekLeft(problem -> events.problem(number, problem)));
        return events.legible();
    }
}
