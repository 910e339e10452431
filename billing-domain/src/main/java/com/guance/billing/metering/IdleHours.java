package com.guance.billing.metering;

import com.guance.billing.Required;
import com.guance.billing.subscription.IdentityForm;
import com.guance.billing.subscription.Product;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which hours are to be told as 0 if no record is made of them (MET-8).
 *
 * @param product of whose customers
 * @param form of those known in this form (ARR-9, SUB-10)
 * @param dimensions of what
 * @param from the first hour
 * @param through the last hour; before the first: none
 */
public record IdleHours(
        Product product, IdentityForm form, Set<Dimension> dimensions, MeteringHour from, MeteringHour through) {

    /** Takes a copy. */
    public IdleHours {
        Required.value(form, "form");
        Required.value(product, "product");
        dimensions = Required.set(dimensions, "dimensions");
        Required.value(from, "from");
        Required.value(through, "through");
    }

    /** The hours, in order. */
    public List<MeteringHour> hours() {
        return Stream.iterate(from, hour -> hour.compareTo(through) <= 0, MeteringHour::next)
                .toList();
    }

    /** Those of them before an hour. */
    public IdleHours until(MeteringHour hour) {
        return hour.compareTo(through) > 0 ? this : new IdleHours(product, form, dimensions, from, hour.previous());
    }

    /** Those of them from an hour on. */
    public IdleHours since(MeteringHour hour) {
        return hour.compareTo(from) <= 0 ? this : new IdleHours(product, form, dimensions, hour, through);
    }

    /** Whether there is nothing to look for. */
    public boolean areNone() {
        return dimensions.isEmpty() || from.compareTo(through) > 0;
    }
}
