package com.guance.billing.arrival;

import com.guance.billing.Required;
import com.guance.billing.subscription.Product;

/**
 * A buyer's browser lands on our side.
 *
 * @param product the product whose page sent the buyer
 * @param token the marketplace's token
 * @param freeTrial whether the form marked a free trial
 */
public record Landing(Product product, RegistrationToken token, boolean freeTrial) {

    /** Refuses nulls. */
    public Landing {
        Required.value(product, "product");
        Required.value(token, "token");
    }
}
