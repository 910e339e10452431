package com.guance.billing.metering;

import com.guance.billing.Required;
import com.guance.billing.Text;

/**
 * What is metered: one of the product's usage dimensions on the marketplace, case-sensitive (BatchMeterUsage API).
 *
 * @param name 1–255 characters
 */
public record Dimension(String name) {

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is blank, too long or not well-formed
     */
    public Dimension {
        Required.value(name, "name");
        Text.bounded(name, 255, "dimension");
    }

    @Override
    public String toString() {
        return name;
    }
}
