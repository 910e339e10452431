package com.guance.billing.subscription;

import com.guance.billing.Text;

/** Who a subscription's customer is, in the marketplace's own terms: all that its notices and its metering name. */
public sealed interface MarketplaceCustomer {

    /** The product subscribed to. */
    Product product();

    /** The same customer of the same product always has the same key, and no other has it; at most 560 characters. */
    String key();

    /**
     * The identity scheme of products listed before 2026-06-01, and of China.
     *
     * @param product the product
     * @param identifier AWS's {@code CustomerIdentifier}, 1–255 characters
     */
    record Legacy(Product product, String identifier) implements MarketplaceCustomer {

        /**
         * Checks the identifier.
         *
         * @throws IllegalArgumentException if it is blank, too long or not well-formed
         */
        public Legacy {
            Text.bounded(identifier, 255, "customer identifier");
        }

        @Override
        public String key() {
            return product.marketplace() + "/" + product.code() + "/" + identifier;
        }
    }
}
