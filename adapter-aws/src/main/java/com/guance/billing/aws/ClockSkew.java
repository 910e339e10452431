package com.guance.billing.aws;

import io.vavr.control.Option;
import io.vavr.control.Try;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Whether AWS refused a request because the clock that signed it is off, and by how much: in AWS's own words ("Signature expired:
 * … is now earlier than …"), else by the {@code Date} of its answer ("Common errors" and "Signature Version 4" pages).
 */
final class ClockSkew {

    private static final Set<String> CERTAIN = Set.of("RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture");
    private static final Set<String> POSSIBLE =
            Set.of("InvalidSignatureException", "SignatureDoesNotMatch", "AuthFailure");

    /** AWS tolerates 5 minutes and more: a difference of less than half of that is not the reason for a refusal. */
    private static final Duration HARMLESS = Duration.ofMinutes(2);

    private static final String TIME = "([0-9]{8}T[0-9]{6}Z)";
    private static final Pattern WORDS =
            Pattern.compile(TIME + " is (?:now earlier|still later) than [0-9]{8}T[0-9]{6}Z \\(" + TIME + " [-+]");
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private ClockSkew() {}

    /**
     * What people are told; none if the clock is not the reason.
     *
     * @param code AWS's error code
     * @param details what AWS said
     * @param signedAt the {@code X-Amz-Date} of the request, if it is known
     */
    static Option<String> told(String code, AwsErrorDetails details, Option<String> signedAt) {
        Option<Duration> inWords = inWords(Option.of(details.errorMessage()).getOrElse(""));
        Option<Duration> byDate = byDate(Option.of(details.sdkHttpResponse()), signedAt);
        boolean isReason = CERTAIN.contains(code)
                || (POSSIBLE.contains(code) && (inWords.isDefined() || byDate.exists(ClockSkew::matters)));
        return Option.when(
                        isReason,
                        () -> inWords.orElse(byDate.filter(ClockSkew::matters))
                                .map(ClockSkew::amount)
                                .getOrElse("differs from AWS's"))
                .map(how -> "the clock of this host " + how);
    }

    /** Positive where this host's clock is behind. */
    private static Option<Duration> inWords(String message) {
        Matcher words = WORDS.matcher(message);
        return Option.when(
                        words.find(),
                        () -> Try.of(() -> Duration.between(time(words.group(1)), time(words.group(2))))
                                .toOption())
                .flatMap(known -> known);
    }

    private static Option<Duration> byDate(Option<SdkHttpResponse> answer, Option<String> signedAt) {
        Option<String> date = answer.flatMap(known -> Option.ofOptional(known.firstMatchingHeader("Date")));
        return date.flatMap(told -> signedAt.flatMap(signed -> Try.of(() ->
                        Duration.between(time(signed), Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(told))))
                .toOption()));
    }

    private static boolean matters(Duration skew) {
        return skew.abs().compareTo(HARMLESS) > 0;
    }

    private static Instant time(String basic) {
        return Instant.from(BASIC.parse(basic));
    }

    private static String amount(Duration behind) {
        return "is " + behind.abs().toSeconds() + " seconds " + (behind.isNegative() ? "ahead of" : "behind")
                + " AWS's";
    }
}
