package com.guance.billing.subscription;

/**
 * A message as it came. It may carry signatures and unsubscribe links, so it never shows itself.
 *
 * @param value the whole text
 */
public record RawText(String value) {

    @Override
    public String toString() {
        return "RawText[" + value.length() + " characters]";
    }
}
