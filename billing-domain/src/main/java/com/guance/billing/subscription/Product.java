package com.guance.billing.subscription;

import com.guance.billing.Required;
import java.util.regex.Pattern;

/**
 * The vendor's product as one marketplace sells it.
 *
 * @param marketplace the marketplace's name in this library, such as {@code aws} or {@code aws-cn}
 * @param code the marketplace's product code
 */
public record Product(String marketplace, String code) {

    private static final Pattern MARKETPLACE = Pattern.compile("[A-Za-z0-9._-]{1,32}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,255}");

    /**
     * Checks both: of {@code A-Z a-z 0-9 . _ -}, the marketplace 1–32, the code 1–255.
     *
     * @throws IllegalArgumentException if one is anything else
     */
    public Product {
        Required.value(marketplace, "marketplace");
        Required.value(code, "code");
        if (!MARKETPLACE.matcher(marketplace).matches()) {
            throw new IllegalArgumentException("a marketplace is 1-32 letters, digits, dots, dashes");
        }
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("a product code is 1-255 letters, digits, dots, dashes");
        }
    }
}
