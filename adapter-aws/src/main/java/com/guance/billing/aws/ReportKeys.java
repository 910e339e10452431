package com.guance.billing.aws;

import com.guance.billing.Required;
import io.vavr.control.Option;
import java.util.Map;

/**
 * What the host knows about names that a seller report uses in place of the product's code and of AWS account numbers (ASK-3). The Daily
 * Usage feed names products by {@code product_id} and accounts by hashes: the <em>Account</em> feed has both a hash ({@code account_id})
 * and its account number ({@code aws_account_id}).
 *
 * @param productId the product's id, {@code prod-…}, if reports without its code are read
 * @param accounts AWS account numbers of 12 digits by the hash that a report uses; what is no hash in it is taken as it stands
 */
public record ReportKeys(Option<String> productId, Map<String, String> accounts) {

    /** Reports that name the product by its code, and accounts by their numbers. */
    public static final ReportKeys NONE = new ReportKeys(Option.none(), Map.of());

    /** Takes a copy, and refuses nulls. */
    public ReportKeys {
        Required.option(productId, "productId");
        accounts = Required.map(accounts, "accounts");
    }

    /**
     * For the Daily Usage feed.
     *
     * @param productId the product's id, {@code prod-…}
     * @param accounts AWS account numbers by their hash
     * @return the keys
     */
    public static ReportKeys ofFeed(String productId, Map<String, String> accounts) {
        return new ReportKeys(Option.some(productId), accounts);
    }
}
