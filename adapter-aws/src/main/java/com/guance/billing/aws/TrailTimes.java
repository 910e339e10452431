package com.guance.billing.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Times as exports of CloudTrail write them: ISO 8601, {@code 2026-03-10 09:11:00.000} in UTC as Lake prints it, {@code Apr 19, 2018
 * 4:32:50 PM} in UTC as it stands in the parameters of a call, and seconds since 1970 with or without a fraction.
 */
final class TrailTimes {

    private static final DateTimeFormatter OF_LAKE = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .optionalStart()
            .appendLiteral(" UTC")
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    /** Later versions of Java put a comma after the year. */
    private static final DateTimeFormatter OF_A_CALL = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("MMM d, uuuu[,] h:mm:ss a")
            .toFormatter(Locale.US);

    private static final Pattern EPOCH = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,12})?([eE]\\+?[0-9]{1,2})?");
    private static final BigDecimal LATEST = new BigDecimal("253402300800");

    private TrailTimes() {}

    /** The instant that a value names; none if it names none. */
    static Option<Instant> instant(JsonNode value) {
        String text = value.isValueNode() && !value.isNull() ? value.asText() : "";
        String plain = text.replaceAll("[\\u00a0\\u202f]", " ").strip();
        if (EPOCH.matcher(plain).matches()) {
            return epoch(new BigDecimal(plain));
        }
        Stream<Function<String, Instant>> forms = Stream.of(
                iso -> OffsetDateTime.parse(iso).toInstant(),
                lake -> LocalDateTime.parse(lake, OF_LAKE).toInstant(ZoneOffset.UTC),
                call -> LocalDateTime.parse(call, OF_A_CALL).toInstant(ZoneOffset.UTC));
        return Option.ofOptional(forms.flatMap(form -> parsed(plain, form)).findFirst());
    }

    private static Option<Instant> epoch(BigDecimal seconds) {
        if (seconds.compareTo(LATEST) >= 0) {
            return Option.none();
        }
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        BigDecimal nanos = seconds.subtract(whole).movePointRight(9);
        return Option.some(Instant.ofEpochSecond(whole.longValueExact(), nanos.longValue()));
    }

    private static Stream<Instant> parsed(String text, Function<String, Instant> form) {
        try {
            return Stream.of(form.apply(text));
        } catch (DateTimeException another) {
            return Stream.empty();
        }
    }
}
