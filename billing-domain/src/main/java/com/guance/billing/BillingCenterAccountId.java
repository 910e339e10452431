package com.guance.billing;

/**
 * Names a Billing Center account (费用中心账号).
 *
 * @param value 1–64 characters
 */
public record BillingCenterAccountId(String value) {

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if it is blank, too long or not well-formed
     */
    public BillingCenterAccountId {
        Required.value(value, "value");
        Text.bounded(value, 64, "Billing Center account id");
    }

    @Override
    public String toString() {
        return value;
    }
}
