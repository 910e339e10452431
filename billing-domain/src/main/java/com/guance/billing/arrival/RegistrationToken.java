package com.guance.billing.arrival;

import com.guance.billing.Required;
import com.guance.billing.Text;

/**
 * The marketplace's token of a landing buyer ({@code x-amzn-marketplace-token}). A secret: it is resolved at once, never stored,
 * and never shows itself (ARR-1).
 *
 * @param value 1–8192 characters
 */
public record RegistrationToken(String value) {

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if it is blank, too long or not well-formed
     */
    public RegistrationToken {
        Required.value(value, "value");
        Text.bounded(value, 8192, "registration token");
    }

    @Override
    public String toString() {
        return "RegistrationToken[hidden]";
    }
}
