package com.guance.billing.inmemory.marketplace;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/** Identifiers that look as opaque as AWS's and are the same in every run. */
final class Opaque {

    private static final int CUSTOMER_IDENTIFIER_LENGTH = 11;
    private static final int LICENSE_BYTES = 16;

    private Opaque() {}

    /** Stable for one AWS account and product, and different for another product. */
    static String customerIdentifier(String productCode, String awsAccountId) {
        String text = new BigInteger(1, digest(productCode + '/' + awsAccountId)).toString(36);
        return text.substring(0, CUSTOMER_IDENTIFIER_LENGTH);
    }

    /** The id of a license, {@code l-} and 32 hexadecimal digits; the account's {@code count}-th differs from all others. */
    static String license(String productCode, String awsAccountId, long count) {
        byte[] digest = digest(productCode + '/' + awsAccountId + "/license/" + count);
        return "l-" + HexFormat.of().formatHex(digest, 0, LICENSE_BYTES);
    }

    /** Holds the characters that a form must escape, as AWS's tokens do. */
    static String token(String productCode, String awsAccountId, long count) {
        byte[] digest = digest(productCode + '/' + awsAccountId + '/' + count);
        return "mp+/" + Base64.getEncoder().encodeToString(digest);
    }

    /** The id number {@code count} of its family. */
    static String uuid(String family, long count) {
        return new UUID(Integer.toUnsignedLong(family.hashCode()), count).toString();
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
