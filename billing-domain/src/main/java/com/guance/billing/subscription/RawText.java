package com.guance.billing.subscription;

import com.guance.billing.Required;

/**
 * A message as it came. It may carry signatures and unsubscribe links, so it never shows itself.
 *
 * @param value the whole text
 */
public record RawText(String value) {

    /** Refuses nulls. */
    public RawText {
        Required.value(value, "value");
    }

    @Override
    public String toString() {
        return "RawText[" + value.length() + " characters]";
    }
}
