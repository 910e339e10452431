package com.guance.billing.subscription;

import com.guance.billing.Required;
import com.guance.billing.Text;
import java.util.regex.Pattern;

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
            Required.value(product, "product");
            Required.value(identifier, "identifier");
            Text.bounded(identifier, 255, "customer identifier");
        }

        @Override
        public String key() {
            return product.marketplace() + "/" + product.code() + "/" + identifier;
        }
    }

    /**
     * The identity scheme of products listed since 2026-06-01: one customer may have several licenses of one product, each of an
     * agreement of its own.
     *
     * @param product the product
     * @param account the customer's account number at the vendor, 1–32 letters and digits
     * @param license the license's own id, {@code l-…}: ARNs of one license are spelled in several ways
     */
    record Licensed(Product product, String account, String license) implements MarketplaceCustomer {

        private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9]{1,32}");
        private static final Pattern LICENSE = Pattern.compile("[A-Za-z0-9-]{1,128}");

        /**
         * Checks both.
         *
         * @throws IllegalArgumentException if one is anything else
         */
        public Licensed {
            Required.value(product, "product");
            Required.value(account, "account");
            Required.value(license, "license");
            if (!ACCOUNT.matcher(account).matches()) {
                throw new IllegalArgumentException("an account number is 1-32 letters and digits");
            }
            if (!LICENSE.matcher(license).matches()) {
                throw new IllegalArgumentException("a license id is 1-128 letters, digits and dashes");
            }
        }

        /**
         * The customer that an ARN of a license names, however the ARN is spelled.
         *
         * @param product the product
         * @param account the customer's account number
         * @param arn an ARN that ends in the license's id, or the id itself
         * @return the customer
         * @throws IllegalArgumentException if it names no license
         */
        public static Licensed of(Product product, String account, String arn) {
            return new Licensed(product, account, arn.substring(arn.lastIndexOf(':') + 1));
        }

        @Override
        public String key() {
            return product.marketplace() + "/" + product.code() + "@" + license;
        }
    }

    /**
     * The identity form of a product whose customers are known by their AWS account alone (ARR-9): one customer may have several
     * licenses, and has one subscription and one meter a dimension for them.
     *
     * @param product the product
     * @param account the customer's account number at the vendor, 1–32 letters and digits
     */
    record Account(Product product, String account) implements MarketplaceCustomer {

        /**
         * Checks the account.
         *
         * @throws IllegalArgumentException if it is anything else
         */
        public Account {
            Required.value(product, "product");
            Required.value(account, "account");
            if (!Licensed.ACCOUNT.matcher(account).matches()) {
                throw new IllegalArgumentException("an account number is 1-32 letters and digits");
            }
        }

        @Override
        public String key() {
            return product.marketplace() + "/" + product.code() + "=" + account;
        }
    }
}
