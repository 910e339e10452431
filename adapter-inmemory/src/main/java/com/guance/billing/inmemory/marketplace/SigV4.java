package com.guance.billing.inmemory.marketplace;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether a request is signed the way AWS asks ("Signature Version 4" page): headers present, well formed, scoped to this
 * region and service. Where the caller's secret is known the signature itself is verified, over the body that arrived. Its age
 * is not, since the marketplace's clock may be moved.
 */
final class SigV4 {

    private static final String SERVICE = "aws-marketplace";
    private static final Pattern AUTHORIZATION = Pattern.compile("AWS4-HMAC-SHA256 "
            + "Credential=(?<key>[^/,\\s]+)/(?<date>[0-9]{8})/(?<region>[^/]+)/(?<service>[^/]+)/aws4_request, *"
            + "SignedHeaders=(?<headers>[a-z0-9;_-]+), *"
            + "Signature=(?<signature>[0-9a-f]{64})");
    private static final Pattern TIME = Pattern.compile("(?<date>[0-9]{8})T[0-9]{6}Z");

    private final String region;
    private final Optional<SigningKey> known;

    SigV4(String region, Optional<SigningKey> known) {
        this.region = region;
        this.known = known;
    }

    /**
     * Passes a request that is signed well enough.
     *
     * @throws AwsException MissingAuthenticationTokenException, IncompleteSignatureException, InvalidSignatureException
     */
    void check(Headers request, byte[] body) {
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
        if (!List.of(signed.group("headers").split(";", -1)).containsAll(List.of("host", "x-amz-date"))) {
            throw AwsException.refused("IncompleteSignatureException", "host and x-amz-date must be signed");
        }
        if (!signed.group("service").equals(SERVICE) || !signed.group("region").equals(region)) {
            throw new AwsException(
                    403,
                    "InvalidSignatureException",
                    String.format(Locale.ROOT, "credentials must be scoped to %s in %s", SERVICE, region));
        }
        if (known.isPresent() && !known.get().isSignatureOf(signed, scope(signed), request, body)) {
            throw new AwsException(403, "InvalidSignatureException", "the signature does not match what was sent");
        }
    }

    private static String scope(Matcher signed) {
        return String.join("/", signed.group("date"), signed.group("region"), signed.group("service"), "aws4_request");
    }

    private static String dateOf(@Nullable String amzDate) {
        Matcher time = TIME.matcher(amzDate == null ? "" : amzDate);
        return time.matches() ? time.group("date") : "";
    }
}
