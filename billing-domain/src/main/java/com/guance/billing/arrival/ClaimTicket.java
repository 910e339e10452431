package com.guance.billing.arrival;

import com.guance.billing.Required;
import com.guance.billing.Text;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The opaque claim (ARR-2) that the host keeps in the buyer's browser session. Whoever holds it may register the cloud account, so
 * it never shows itself and only its digest is stored.
 *
 * @param value 1–128 characters
 */
public record ClaimTicket(String value) {

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if it is blank, too long or not well-formed
     */
    public ClaimTicket {
        Required.value(value, "value");
        Text.bounded(value, 128, "claim ticket");
    }

    /**
     * A ticket of these bytes.
     *
     * @param chance at least 16 unguessable bytes
     * @return the ticket
     * @throws IllegalArgumentException if they are too few
     */
    public static ClaimTicket of(byte[] chance) {
        if (chance.length < 16) {
            throw new IllegalArgumentException("a claim ticket needs 16 unguessable bytes, not " + chance.length);
        }
        return new ClaimTicket(Base64.getUrlEncoder().withoutPadding().encodeToString(chance));
    }

    /** What is stored in its place: SHA-256, in hexadecimal. */
    public String digest() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    @Override
    public String toString() {
        return "ClaimTicket[hidden]";
    }
}
