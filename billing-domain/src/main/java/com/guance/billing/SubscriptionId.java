package com.guance.billing;

/**
 * Names one life of a subscription (订阅): a customer who ends it and subscribes again begins another.
 *
 * @param value 1–600 characters
 */
public record SubscriptionId(String value) {

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if it is blank, too long or not well-formed
     */
    public SubscriptionId {
        Required.value(value, "value");
        Text.bounded(value, 600, "subscription id");
    }

    @Override
    public String toString() {
        return value;
    }
}
