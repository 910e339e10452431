package com.guance.billing.subscription;

import java.util.regex.Pattern;

/**
 * The vendor's product as one marketplace sells it.
 *
 * @param marketplace the marketplace's name in this library, such as {@code aws} or {@code aws-cn}
 * @param code the marketplace's product code
 */
public record Product(String marketplace, String code) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,255}");

    /**
     * Checks both names: 1–255 of {@code A-Z a-z 0-9 . _ -}.
     *
     * @throws IllegalArgumentException if one is anything else
     */
    public Product {
        if (!NAME.matcher(marketplace).matches() || !NAME.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "a marketplace and a product code are 1-255 letters, digits, dots, dashes");
        }
    }
}
