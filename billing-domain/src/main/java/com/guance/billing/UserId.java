package com.guance.billing;

/**
 * Names a person of the product, such as a workspace's Owner.
 *
 * @param value 1–128 characters
 */
public record UserId(String value) {

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if it is blank, too long or not well-formed
     */
    public UserId {
        Required.value(value, "value");
        Text.bounded(value, 128, "user id");
    }

    @Override
    public String toString() {
        return value;
    }
}
