package com.guance.billing.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.subscription.MarketplaceProfile;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Every reader answers every text, and the same each time, whatever it has read before. */
class TotalReadersProperties {

    private static final Instant RECEIPT = Instant.parse("2026-03-18T12:00:05Z");
    private static final MarketplaceProfile PROFILE =
            MarketplaceProfile.aws("prod-obs").allowingRawDelivery();

    private static final Map<String, Function<String, Object>> READERS = Map.of(
            "notice", text -> SnsNotices.read(text, PROFILE, RECEIPT),
            "raw notice", text -> SnsNotices.read(text, PROFILE, new SnsNotices.Delivery("m-1", RECEIPT, RECEIPT)),
            "form",
                    text -> LandingForms.read(text, PROFILE)
                            .mapLeft(java.util.Set::copyOf)
                            .toString(),
            "trail", text -> read(() -> CloudTrailExport.read(new StringReader(text), PROFILE)),
            "trail by lines", text -> read(() -> CloudTrailExport.readLines(new StringReader(text), PROFILE)),
            "report", text -> read(() -> SellerReport.read(new StringReader(text), PROFILE, ReportKeys.NONE)));

    private static final List<String> FRAMES = List.of(
            "%s",
            "{\"Type\":\"Notification\",\"MessageId\":\"i\",\"Timestamp\":%s,\"Message\":%<s}",
            "{\"action\":\"subscribe-success\",\"product-code\":\"prod-obs\",\"customer-identifier\":%s}",
            "{\"Records\":[%s,{\"eventName\":\"BatchMeterUsage\",\"eventSource\":\"metering-marketplace.x\",\"eventTime\":%<s}]}",
            "{\"eventName\":\"BatchMeterUsage\",\"eventSource\":\"metering-marketplace.x\",\"eventTime\":\"2026-03-18T12:00:00Z\","
                    + "\"responseElements\":{\"results\":[{\"status\":\"Success\",\"usageRecord\":{\"quantity\":%s,\"timestamp\":%<s,"
                    + "\"dimension\":%<s,\"customerIdentifier\":%<s}}]}}",
            "x-amzn-marketplace-token=%s&x-amzn-marketplace-offer-type=%<s",
            "usage_date,customer_aws_account_id,dimension,usage_units\n%s,%<s,%<s,%<s\n",
            "usage_date,customer_aws_account_id,dimension,usage_units\n2026-03-18,111122223333,hosts,%s\n");

    @Property(tries = 600)
    @Label("NOT-4 ARR-1 ASK-3 any text is answered, the same each time, by every reader")
    void total(@ForAll("texts") String text, @ForAll("texts") String between) {
        READERS.forEach((name, reader) -> {
            Object first = reader.apply(text);
            Object other = reader.apply(between);

            assertThat(reader.apply(text)).as(name).isEqualTo(first);
            assertThat(reader.apply(between)).as(name).isEqualTo(other);
        });
        Statistics.label("long").collect(text.length() > 1_000);
        Statistics.label("long").coverage(checker -> checker.check(true).count(times -> times > 0));
    }

    @Provide
    Arbitrary<String> texts() {
        return Combinators.combine(Arbitraries.of(FRAMES), Arbitraries.oneOf(awkward(), anything()))
                .as((frame, value) -> String.format(java.util.Locale.ROOT, frame, value));
    }

    /** Depth, size, numbers that grow when they are computed, halves of characters, names of one hash, ends of lines. */
    private static Arbitrary<String> awkward() {
        return Arbitraries.of(
                "[".repeat(100_000),
                "{\"a\":".repeat(50_000),
                "[".repeat(40) + "]".repeat(40),
                "9".repeat(100_000),
                "1e999999999",
                "-1e-999999999",
                "1E+2147483648",
                "0." + "0".repeat(10_000) + "1",
                "9223372036854775808",
                "NaN",
                "\"\\ud800\"",
                "\"\ud800\"",
                "\"\\u0000\"",
                "\u0000",
                "\uffff\ufeff",
                "\"+999999999-12-31T23:59:59.999999999Z\"",
                "\"" + "n".repeat(300_000) + "\"",
                "\"\"\"\",\r\n\r,\"",
                "%".repeat(20_000),
                "%ff%fe%00",
                "&=".repeat(5_000),
                "\n".repeat(2_000),
                "null",
                "{}",
                "[[],{},null,0]",
                "\"2026-03-18T12:00:00Z\"");
    }

    private static Arbitrary<String> anything() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(60),
                Arbitraries.strings()
                        .withChars("{}[]\":,0e-. \\u\ud800%&=\n\r\t")
                        .ofMaxLength(60),
                Arbitraries.bytes()
                        .array(byte[].class)
                        .ofMaxSize(80)
                        .map(bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static Object read(Reading reading) {
        try {
            return reading.read();
        } catch (IOException noTextEndsSo) {
            throw new UncheckedIOException(noTextEndsSo);
        }
    }

    @FunctionalInterface
    private interface Reading {
        Object read() throws IOException;
    }
}
