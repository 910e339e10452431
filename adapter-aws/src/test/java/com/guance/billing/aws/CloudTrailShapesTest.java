package com.guance.billing.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.RecordId;
import com.guance.billing.reconciliation.BilledLine;
import com.guance.billing.reconciliation.Gaps;
import com.guance.billing.reconciliation.Legible;
import com.guance.billing.subscription.MarketplaceCustomer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports as people download them, one file a shape. */
class CloudTrailShapesTest {

    private static final Instant CALLED = Instant.parse("2026-03-18T12:07:00Z");
    private static final RecordId ELEVEN = record(CloudTrailExportProperties.legacy());
    private static final BilledLine LINE = new BilledLine(ELEVEN, 3, CALLED, "us-east-1", true);

    @ParameterizedTest
    @DisplayName("ASK-3 an export is read in every shape that a person really has")
    @ValueSource(
            strings = {
                "trail-through-eventbridge.json",
                "lake-results.json",
                "lake-results.csv",
                "lake-eventjson.csv",
                "athena-results.csv"
            })
    void shapes(String file) throws IOException {
        assertThat(read(file)).isEqualTo(Legible.of(List.of(LINE)));
        assertThat(read(gzip(bytes(file)))).isEqualTo(Legible.of(List.of(LINE)));
        assertThat(read(utf16(file, StandardCharsets.UTF_16LE, 0xff, 0xfe))).isEqualTo(Legible.of(List.of(LINE)));
        assertThat(read(utf16(file, StandardCharsets.UTF_16BE, 0xfe, 0xff))).isEqualTo(Legible.of(List.of(LINE)));
    }

    @Test
    @DisplayName("ASK-3 ARR-9 a predecessor's call by AWS account is a line of a customer of the account form")
    void predecessorByAccount() throws IOException {
        Legible<BilledLine> read = read("trail-by-account.json");

        assertThat(read.problems()).isEmpty();
        assertThat(read.lines()).singleElement().satisfies(line -> {
            assertThat(line.record().meter().customer())
                    .isEqualTo(new MarketplaceCustomer.Account(Records.PROFILE.product(), "111122223333"));
            assertThat(line.quantity()).isEqualTo(3);
        });
    }

    @Test
    @DisplayName("ASK-3 a table is read as well when a spreadsheet has saved it again with semicolons or tabs")
    void resaved() throws IOException {
        for (String separator : List.of(";", "\t")) {
            String text = text("lake-results.csv").replace("\",\"", "\"" + separator + "\"");
            assertThat(read(text)).isEqualTo(Legible.of(List.of(LINE)));
            assertThat(read("\ufeff" + text.replace("\n", "\r\n"))).isEqualTo(Legible.of(List.of(LINE)));
        }
        assertThat(read("sep=;\r\n" + text("lake-results.csv").replace("\",\"", "\";\"")))
                .isEqualTo(Legible.of(List.of(LINE)));
    }

    @Test
    @DisplayName("ASK-3 of a call whose parameters CloudTrail omitted, the hours that it may concern are a gap")
    void omitted() throws IOException {
        Legible<BilledLine> read = read("trail-omitted.json");

        assertThat(read.lines()).isEmpty();
        assertThat(read.problems())
                .containsExactly(new Legible.BadLine(1, "a call of which CloudTrail omitted the parameters"));
        assertThat(read.gaps()).isEqualTo(new Gaps(false, window(), Set.of()));
    }

    @Test
    @DisplayName("ASK-3 where the request is whole, only its records are a gap")
    void omittedAnswer() {
        var event = Trails.event("e", CALLED, List.of(LINE));
        event.putObject("responseElements").put("omitted", true).put("originalSize", 148_200);

        assertThat(Trails.read(event.toString()).gaps()).isEqualTo(new Gaps(false, Set.of(), Set.of(ELEVEN.key())));
    }

    @Test
    @DisplayName("ASK-3 a call that names no product is another product's where CloudTrail says so")
    void byLicense() throws IOException {
        RecordId licensed = record(new MarketplaceCustomer.Licensed(
                Records.PROFILE.product(), "111122223333", "l-00000000000000000000000000000abc"));

        assertThat(read("trail-two-products.json"))
                .isEqualTo(new Legible<>(
                        List.of(new BilledLine(licensed, 5, CALLED, "us-east-1", true)),
                        List.of(),
                        0,
                        Gaps.NONE,
                        0,
                        1));
        assertThat(read(text("trail-two-products.json").replace("licenseArnToProductCode", "unknown"))
                        .lines())
                .extracting(BilledLine::quantity, BilledLine::namesProduct)
                .containsExactly(tuple(5L, false), tuple(900L, false));
    }

    @Test
    @DisplayName("ASK-3 Event history as CSV does not contain what was metered: the hours of its calls are a gap")
    void eventHistory() throws IOException {
        Legible<BilledLine> read = read("event-history.csv");

        assertThat(read.lines()).isEmpty();
        assertThat(read.otherEvents()).isEqualTo(1);
        assertThat(read.gaps()).isEqualTo(new Gaps(false, window(), Set.of()));
        assertThat(read.problems())
                .extracting(Legible.BadLine::why)
                .first()
                .asString()
                .contains("download JSON");
    }

    @ParameterizedTest
    @DisplayName("ASK-3 what is no event of CloudTrail is a problem and a gap, never passed over")
    @ValueSource(
            strings = {
                "",
                " \n",
                "{}",
                "{\"Records\":[{}]}",
                "[1]",
                "true",
                "a,b\n1,2\n",
                "{\"eventName\":\"BatchMeterUsage\"}",
                "{\"digestStartTime\":\"2026-03-18T12:00:00Z\",\"logFiles\":[]}",
                "{\"Events\":[],\"NextToken\":\"more\"}",
                "{\"QueryStatus\":\"RUNNING\",\"QueryResultRows\":[]}",
                "eventName,eventTime\nBatchMeterUsage,2026-03-18T12:07:00Z\n"
            })
    void unrecognised(String text) throws IOException {
        assertThat(read(text).problems()).hasSize(1);
        assertThat(read(text).gaps()).isEqualTo(Gaps.EVERYWHERE);
    }

    @Test
    @DisplayName("ASK-3 events of other services and operations, and calls for other products, are counted")
    void passedOver() {
        var other = Trails.event("e", CALLED, List.of()).put("eventName", "ResolveCustomer");
        var elsewhere = Trails.event("e", CALLED, List.of()).put("eventSource", "s3.amazonaws.com");
        var product = Trails.event("e", CALLED, List.of(LINE));
        product.withObject("/requestParameters").put("productCode", "prod-other");
        String agreement = "{\"detail-type\":\"License Updated - Manufacturer\",\"detail\":{}}";

        assertThat(Trails.lines(other + "\n" + elsewhere + "\n" + product + "\n" + agreement))
                .isEqualTo(new Legible<>(List.of(), List.of(), 0, Gaps.NONE, 3, 1));
    }

    @Test
    @DisplayName(
            "ASK-3 a result that is missing, of unknown status, or a duplicate without its first, is a gap of its record")
    void unanswered() {
        var missing = Trails.event("e", CALLED, List.of(LINE));
        missing.withObject("/responseElements").putArray("results");
        var unknown = Trails.event("e", CALLED, List.of(LINE));
        Trails.result(unknown.withObject("/responseElements").putArray("results"), LINE, "Accepted?");
        var duplicate = Trails.event("e", CALLED, List.of(LINE));
        Trails.result(duplicate.withObject("/responseElements").putArray("results"), LINE, "DuplicateRecord");
        var unprocessed = Trails.event("e", CALLED, List.of(LINE));
        unprocessed.withObject("/responseElements").putArray("results");
        unprocessed
                .withObject("/responseElements")
                .putArray("unprocessedRecords")
                .add(Trails.usage(LINE));
        var failed = Trails.event("e", CALLED, List.of(LINE)).put("errorCode", "InternalServiceErrorException");
        Gaps record = new Gaps(false, Set.of(), Set.of(ELEVEN.key()));

        assertThat(List.of(missing, unknown, duplicate, failed))
                .allSatisfy(event ->
                        assertThat(Trails.read(event.toString()).gaps()).isEqualTo(record));
        assertThat(Trails.read(unprocessed.toString())).isEqualTo(Legible.of(List.of()));
    }

    @Test
    @DisplayName("ASK-3 JSON lines are recognised, and a bad line spoils no other")
    void lines() throws IOException {
        String event = Trails.event("e", CALLED, List.of(LINE)).toString();

        assertThat(read(event + "\n" + "{\"cut\n" + event + "\n"))
                .isEqualTo(new Legible<>(
                        List.of(LINE, LINE),
                        List.of(new Legible.BadLine(2, "no legible JSON")),
                        1,
                        Gaps.EVERYWHERE,
                        0,
                        0));
    }

    @Test
    @DisplayName("ASK-3 four million bad elements are a thousand problems and a count")
    void bounded() throws IOException {
        String text = IntStream.range(0, 1_000_000).mapToObj(i -> "1").collect(Collectors.joining(",", "[", ",true]"));

        Legible<BilledLine> read = read(text);

        assertThat(read.problems()).hasSize(Legible.MOST_PROBLEMS);
        assertThat(read.problemCount()).isEqualTo(1_000_001);
    }

    @Test
    @DisplayName("ASK-3 a packed file that is broken, too long, or no text is a problem, and what came before is kept")
    void broken() throws IOException {
        byte[] packed = gzip(
                (Trails.event("e", CALLED, List.of(LINE)) + "\n").repeat(2_000).getBytes(StandardCharsets.UTF_8));

        Legible<BilledLine> cut = read(Arrays.copyOf(packed, packed.length - 12));
        assertThat(cut.lines()).isNotEmpty();
        assertThat(cut.problems())
                .extracting(Legible.BadLine::why)
                .containsExactly("packed by gzip, and broken from here on");
        assertThat(cut.gaps()).isEqualTo(Gaps.EVERYWHERE);
        assertThat(read(new byte[] {0x1f, (byte) 0x8b, 1}).problemCount()).isEqualTo(1);
        assertThat(read(new byte[] {'[', (byte) 0xff, ']'}).problemCount()).isEqualTo(1);
        assertThat(catchThrowable(() ->
                        ExportText.of(new ByteArrayInputStream(packed), 1_000).transferTo(Writer.nullWriter())))
                .isInstanceOf(ExportText.Illegible.class);
    }

    private static RecordId record(MarketplaceCustomer customer) {
        return new RecordId(new Meter(customer, new Dimension("hosts")), MeteringHour.of(Records.HOUR));
    }

    /** The hour of the call and the 24 before it. */
    private static Set<MeteringHour> window() {
        return IntStream.rangeClosed(0, 24)
                .mapToObj(hours -> MeteringHour.of(CALLED.minusSeconds(3_600L * hours)))
                .collect(Collectors.toSet());
    }

    private static Legible<BilledLine> read(String fileOrText) throws IOException {
        return fileOrText.matches("[a-z-]+\\.(json|csv)")
                ? read(bytes(fileOrText))
                : CloudTrailExport.read(new StringReader(fileOrText), Records.PROFILE);
    }

    private static Legible<BilledLine> read(byte[] file) throws IOException {
        return CloudTrailExport.read(new ByteArrayInputStream(file), Records.PROFILE);
    }

    private static String text(String file) throws IOException {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream stream = Objects.requireNonNull(CloudTrailShapesTest.class.getResourceAsStream(file))) {
            return stream.readAllBytes();
        }
    }

    private static byte[] gzip(byte[] text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text);
        }
        return packed.toByteArray();
    }

    private static byte[] utf16(String file, Charset charset, int... mark) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        Arrays.stream(mark).forEach(text::write);
        text.write(text(file).getBytes(charset));
        return text.toByteArray();
    }
}
