package com.guance.billing.metering;

import com.guance.billing.Required;
import com.guance.billing.subscription.Product;
import io.vavr.control.Option;

/**
 * Held records that one correction concerns (SUB-6).
 *
 * @param product of which product
 * @param dimension of which dimension only; none: of any
 * @param why held for which reason only, in the marketplace's words; none: for any
 */
public record HeldRecords(Product product, Option<Dimension> dimension, Option<String> why) {

    /** Refuses nulls. */
    public HeldRecords {
        Required.value(product, "product");
        Required.option(dimension, "dimension");
        Required.option(why, "why");
    }

    /** All of a product. */
    public static HeldRecords of(Product product) {
        return new HeldRecords(product, Option.none(), Option.none());
    }

    /** Of these the ones of a dimension. */
    public HeldRecords ofDimension(Dimension other) {
        return new HeldRecords(product, Option.some(other), why);
    }

    /** Of these the ones held for a reason. */
    public HeldRecords heldFor(String reason) {
        return new HeldRecords(product, dimension, Option.some(reason));
    }
}
