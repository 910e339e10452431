package com.guance.billing.site;

import com.guance.billing.Required;
import com.guance.billing.Text;

/**
 * Names a site, such as {@code cn1} or {@code us1}.
 *
 * @param value 1–32 characters
 */
public record SiteId(String value) {

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if it is blank, too long or not well-formed
     */
    public SiteId {
        Required.value(value, "value");
        Text.bounded(value, 32, "site id");
    }

    @Override
    public String toString() {
        return value;
    }
}
