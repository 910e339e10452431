package com.guance.billing.inmemory.marketplace;

import com.sun.net.httpserver.Headers;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A caller's key and secret, to verify what they have signed ("Create a signed AWS API request" page). Never shows the secret. */
final class SigningKey {

    private static final String PAYLOAD_DIGEST = "x-amz-content-sha256";

    private final String accessKey;
    private final String secret;

    SigningKey(String accessKey, String secret) {
        this.accessKey = accessKey;
        this.secret = secret;
    }

    boolean isOf(String otherAccessKey) {
        return otherAccessKey.equals(accessKey);
    }

    /** Whether a POST to the root, with this query, these headers and this body, was signed with this secret. */
    boolean isSignatureOf(Matcher signed, String scope, Headers headers, String query, byte[] body) {
        String digest = hex(sha256(body));
        String told = headers.getFirst(PAYLOAD_DIGEST);
        if (told != null && !told.equals(digest)) {
            return false;
        }
        List<String> names = List.of(signed.group("headers").split(";", -1));
        String canonical = names.stream()
                .map(name -> name + ":" + value(headers, name) + "\n")
                .collect(Collectors.joining(
                        "", "POST\n/\n" + canonical(query) + "\n", "\n" + String.join(";", names) + "\n" + digest));
        String toSign = String.join(
                "\n",
                "AWS4-HMAC-SHA256",
                value(headers, "x-amz-date"),
                scope,
                hex(sha256(canonical.getBytes(StandardCharsets.UTF_8))));
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : List.of(scope.split("/", -1))) {
            key = hmac(key, part);
        }
        return MessageDigest.isEqual(HexFormat.of().parseHex(signed.group("signature")), hmac(key, toSign));
    }

    /** Names and values encoded in one way, and sorted; a name without a value has an empty one. */
    private static String canonical(String query) {
        return Arrays.stream(query.split("&", -1))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .map(pair -> encoded(pair[0]) + "=" + (pair.length > 1 ? encoded(pair[1]) : ""))
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String part) {
        String plain = URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        return URLEncoder.encode(plain, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String value(Headers headers, String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.stream().map(value -> value.strip().replaceAll(" +", " ")).collect(Collectors.joining(","));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
