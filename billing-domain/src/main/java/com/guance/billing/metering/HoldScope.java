package com.guance.billing.metering;

import com.guance.billing.Required;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Product;
import io.vavr.control.Option;
import java.util.List;

/** Which records a hold keeps unsent (SUB-6). */
public sealed interface HoldScope {

    /** Of which product. */
    Product product();

    /** The same records always have the same key, and no others have it. */
    String key();

    /** Of which customer only; none: of all. */
    Option<MarketplaceCustomer> customer();

    /** Of which dimension only; none: of all. */
    Option<Dimension> dimension();

    /**
     * The records of one meter.
     *
     * @param meter the meter
     */
    record OfMeter(Meter meter) implements HoldScope {

        /** Refuses nulls. */
        public OfMeter {
            Required.value(meter, "meter");
        }

        @Override
        public Product product() {
            return meter.customer().product();
        }

        @Override
        public String key() {
            return "meter " + meter.customer().key() + " " + meter.dimension().name();
        }

        @Override
        public Option<MarketplaceCustomer> customer() {
            return Option.some(meter.customer());
        }

        @Override
        public Option<Dimension> dimension() {
            return Option.some(meter.dimension());
        }
    }

    /**
     * All records of one customer.
     *
     * @param billed the customer
     */
    record OfCustomer(MarketplaceCustomer billed) implements HoldScope {

        /** Refuses nulls. */
        public OfCustomer {
            Required.value(billed, "billed");
        }

        @Override
        public Product product() {
            return billed.product();
        }

        @Override
        public String key() {
            return "customer " + billed.key();
        }

        @Override
        public Option<MarketplaceCustomer> customer() {
            return Option.some(billed);
        }

        @Override
        public Option<Dimension> dimension() {
            return Option.none();
        }
    }

    /**
     * The records of one dimension, of all customers of a product.
     *
     * @param product the product
     * @param metered the dimension
     */
    record OfDimension(Product product, Dimension metered) implements HoldScope {

        /** Refuses nulls. */
        public OfDimension {
            Required.value(product, "product");
            Required.value(metered, "metered");
        }

        @Override
        public String key() {
            return "dimension " + product.marketplace() + "/" + product.code() + " " + metered.name();
        }

        @Override
        public Option<MarketplaceCustomer> customer() {
            return Option.none();
        }

        @Override
        public Option<Dimension> dimension() {
            return Option.some(metered);
        }
    }

    /**
     * All scopes that a record lies in.
     *
     * @param record the record
     * @return its meter, its customer, and its dimension
     */
    static List<HoldScope> of(RecordId record) {
        Meter meter = record.meter();
        return List.of(
                new OfMeter(meter),
                new OfCustomer(meter.customer()),
                new OfDimension(meter.customer().product(), meter.dimension()));
    }
}
