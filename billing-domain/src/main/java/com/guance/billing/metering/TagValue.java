package com.guance.billing.metering;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Any text as a tag's value. Marketplaces take 1–256 of letters, digits, spaces and {@code + - = . _ : / @} ("Vendor-metered tagging"
 * page of the AWS seller guide); other characters are written like {@code =E7=A7=9F}, the hexadecimal bytes of their UTF-8. Different
 * texts become different values, for two allocations with the same tags are refused; therefore {@code =} is written so, too.
 */
final class TagValue {

    private static final int LONGEST = 256;
    private static final String ALLOWED = " +-._:/@";
    private static final String NOTHING = "-";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private TagValue() {}

    /** The value; where it would be too long its end is cut and the text's digest stands for it, after {@code =.}. */
    static String of(String text) {
        if (text.isEmpty()) {
            return NOTHING;
        }
        String value = text.chars().allMatch(TagValue::isAllowed) ? text : escaped(text);
        if (value.length() <= LONGEST) {
            return value;
        }
        String end = "=." + digest(text);
        return value.substring(0, LONGEST - end.length()) + end;
    }

    private static String escaped(String text) {
        StringBuilder value = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(value, c));
        return value.toString();
    }

    private static void append(StringBuilder value, int c) {
        if (isAllowed(c)) {
            value.appendCodePoint(c);
            return;
        }
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
            HEX.toHexDigits(value.append('='), b);
        }
    }

    private static boolean isAllowed(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || ALLOWED.indexOf(c) >= 0;
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
