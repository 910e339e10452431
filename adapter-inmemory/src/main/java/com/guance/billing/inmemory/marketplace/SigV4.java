package com.guance.billing.inmemory.marketplace;

import com.sun.net.httpserver.Headers;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether a request is signed the way AWS asks ("Signature Version 4" page): headers present, well formed, scoped to this
 * region and service. Where the caller's secret is known the signature itself is verified, over what arrived, and its age: by the
 * clock of this computer, by which SDKs sign, since the marketplace's clock may be moved.
 */
final class SigV4 {

    private static final String SERVICE = "aws-marketplace";
    private static final Pattern AUTHORIZATION = Pattern.compile("AWS4-HMAC-SHA256 "
            + "Credential=(?<key>[^/,\\s]+)/(?<date>[0-9]{8})/(?<region>[^/]+)/(?<service>[^/]+)/aws4_request, *"
            + "SignedHeaders=(?<headers>[a-z0-9;_-]+), *"
            + "Signature=(?<signature>[0-9a-f]{64})");
    private static final Pattern TIME = Pattern.compile("(?<date>[0-9]{8})T[0-9]{6}Z");
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final String region;
    private final Optional<SigningKey> known;
    private final Clock clock;

    SigV4(String region, Optional<SigningKey> known, Clock clock) {
        this.region = region;
        this.known = known;
        this.clock = clock;
    }

    /**
     * Passes a request that is signed well enough.
     *
     * @param query as it came, encoded
     * @throws AwsException MissingAuthenticationTokenException, IncompleteSignatureException, InvalidSignatureException,
     *     UnrecognizedClientException
     */
    void check(Headers request, @Nullable String query, byte[] body) {
        String authorization = request.getFirst("Authorization");
        if (authorization == null) {
            throw new AwsException(403, "MissingAuthenticationTokenException", "the request is not signed");
        }
        Matcher signed = AUTHORIZATION.matcher(authorization);
        if (!signed.matches()) {
            throw AwsException.refused("IncompleteSignatureException", "the Authorization header is malformed");
        }
        if (!signed.group("date").equals(dateOf(request.getFirst("X-Amz-Date")))) {
            throw AwsException.refused("IncompleteSignatureException", "X-Amz-Date is absent or of another day");
        }
        if (!List.of(signed.group("headers").split(";", -1)).containsAll(toBeSigned(request))) {
            throw AwsException.refused("IncompleteSignatureException", "host and all x-amz headers must be signed");
        }
        if (!signed.group("service").equals(SERVICE) || !signed.group("region").equals(region)) {
            throw invalid(String.format(Locale.ROOT, "credentials must be scoped to %s in %s", SERVICE, region));
        }
        known.ifPresent(key -> verify(key, signed, request, query, body));
    }

    private void verify(SigningKey key, Matcher signed, Headers request, @Nullable String query, byte[] body) {
        if (!key.isOf(signed.group("key"))) {
            throw new AwsException(403, "UnrecognizedClientException", "the access key does not exist");
        }
        age(Objects.requireNonNull(request.getFirst("X-Amz-Date")));
        if (!key.isSignatureOf(signed, scope(signed), request, query == null ? "" : query, body)) {
            throw invalid("the signature does not match what was sent");
        }
    }

    private void age(String amzDate) {
        Instant signedAt = time(amzDate);
        Instant now = clock.instant();
        Instant earliest = now.minus(TOLERANCE);
        Instant latest = now.plus(TOLERANCE);
        if (signedAt.isBefore(earliest)) {
            throw invalid("Signature expired: " + amzDate + " is now earlier than " + BASIC.format(earliest) + " ("
                    + BASIC.format(now) + " - 5 min.)");
        }
        if (signedAt.isAfter(latest)) {
            throw invalid("Signature not yet current: " + amzDate + " is still later than " + BASIC.format(latest)
                    + " (" + BASIC.format(now) + " + 5 min.)");
        }
    }

    private static Instant time(String amzDate) {
        try {
            return Instant.from(BASIC.parse(amzDate));
        } catch (DateTimeException noSuchTime) {
            throw AwsException.refused("IncompleteSignatureException", "X-Amz-Date is no time");
        }
    }

    private static Set<String> toBeSigned(Headers request) {
        return Stream.concat(
                        Stream.of("host", "x-amz-date"),
                        request.keySet().stream()
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .filter(name -> name.startsWith("x-amz-")))
                .collect(Collectors.toSet());
    }

    private static AwsException invalid(String why) {
        return new AwsException(403, "InvalidSignatureException", why);
    }

    private static String scope(Matcher signed) {
        return String.join("/", signed.group("date"), signed.group("region"), signed.group("service"), "aws4_request");
    }

    private static String dateOf(@Nullable String amzDate) {
        Matcher time = TIME.matcher(amzDate == null ? "" : amzDate);
        return time.matches() ? time.group("date") : "";
    }
}
