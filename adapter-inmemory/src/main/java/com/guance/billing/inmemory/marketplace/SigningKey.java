package com.guance.billing.inmemory.marketplace;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
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

    /** Whether a POST to the root, with these headers and this body, was signed with this key. */
    boolean isSignatureOf(Matcher signed, String scope, Headers headers, byte[] body) {
        String digest = hex(sha256(body));
        String told = headers.getFirst(PAYLOAD_DIGEST);
        if (!signed.group("key").equals(accessKey) || (told != null && !told.equals(digest))) {
            return false;
        }
        List<String> names = List.of(signed.group("headers").split(";", -1));
        String canonical = names.stream()
                .map(name -> name + ":" + value(headers, name) + "\n")
                .collect(Collectors.joining("", "POST\n/\n\n", "\n" + String.join(";", names) + "\n" + digest));
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
