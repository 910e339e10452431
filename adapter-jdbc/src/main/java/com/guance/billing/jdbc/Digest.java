package com.guance.billing.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A stand-in for ids of others that no index would take. */
final class Digest {

    private static final int SHORT = 255;

    private Digest() {}

    /** The id itself if it is a storable text of at most 255 characters, else its SHA-256. */
    static String unlessShort(String id) {
        return id.length() <= SHORT && Json.isStorable(id) ? id : "sha-256:" + sha256(Json.write(id));
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
