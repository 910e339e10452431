package com.guance.billing.arrival;

import com.guance.billing.Required;
import com.guance.billing.subscription.Product;
import java.util.function.Function;

/** Why a landing cannot become an arrival. */
public sealed interface LandingRefusal {

    /** The marketplace does not know the token. */
    record TokenInvalid() implements LandingRefusal {}

    /** The token is too old; the buyer goes back to the marketplace and clicks <em>Set Up Your Account</em> again. */
    record TokenExpired() implements LandingRefusal {}

    /**
     * The token is another product's.
     *
     * @param expected the product whose page was named
     * @param found the product code of the token
     */
    record TokenForAnotherProduct(Product expected, String found) implements LandingRefusal {

        /** Refuses nulls. */
        public TokenForAnotherProduct {
            Required.value(expected, "expected");
            Required.value(found, "found");
        }
    }

    /**
     * No marketplace sells this product here.
     *
     * @param product the product named
     */
    record ProductUnknown(Product product) implements LandingRefusal {

        /** Refuses nulls. */
        public ProductUnknown {
            Required.value(product, "product");
        }
    }

    /** The case that this refusal is. */
    default <R> R fold(
            Function<TokenInvalid, R> invalid,
            Function<TokenExpired, R> expired,
            Function<TokenForAnotherProduct, R> another,
            Function<ProductUnknown, R> unknown) {
        if (this instanceof TokenInvalid r) {
            return invalid.apply(r);
        } else if (this instanceof TokenExpired r) {
            return expired.apply(r);
        } else if (this instanceof TokenForAnotherProduct r) {
            return another.apply(r);
        }
        return unknown.apply((ProductUnknown) this);
    }
}
