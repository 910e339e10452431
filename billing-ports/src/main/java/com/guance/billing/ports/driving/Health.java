package com.guance.billing.ports.driving;

import com.guance.billing.Required;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.metering.Tally;
import com.guance.billing.subscription.Product;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is not done yet, at an instant.
 *
 * @param at when it was asked for
 * @param products one for each product sold, those with nothing to do too
 * @param unfinished what is of no single product
 * @param outbox what the host was not told yet
 * @param unreadable what cannot be read
 */
public record Health(
        Instant at, List<OfProduct> products, Unfinished unfinished, Outbox outbox, Unreadable unreadable) {

    /** Takes a copy. */
    public Health {
        Required.value(unreadable, "unreadable");
        Required.value(at, "at");
        products = Required.list(products, "products");
        Required.value(unfinished, "unfinished");
        Required.value(outbox, "outbox");
    }

    /**
     * The metering records of a product that are not done with.
     *
     * @param product the product, as one marketplace sells it
     * @param records those made, sent, held, disputed and unsettled, as far as there are any; whole units of all dimensions
     * @param oldestUnsent the oldest timestamp that the marketplace has still to answer for
     * @param nearestDeadline from when on it takes that one no more (SUB-8); it may have come already
     */
    public record OfProduct(
            Product product,
            Map<RecordStatus, Tally> records,
            Option<Instant> oldestUnsent,
            Option<Instant> nearestDeadline) {

        /** Takes a copy. */
        public OfProduct {
            Required.value(product, "product");
            records = Required.map(records, "records");
            Required.option(oldestUnsent, "oldestUnsent");
            Required.option(nearestDeadline, "nearestDeadline");
        }
    }

    /**
     * What is of no single product.
     *
     * @param oldestHour the oldest hour that is over and of which charges are in no record yet (MET-3): it moves as long as
     *     somebody runs what is due
     * @param cascades subscriptions and Billing Center accounts whose change has not reached all workspaces (END-4, LOCK-7)
     * @param unsettledCharges charges in no record that nobody can be billed for (END-8)
     */
    public record Unfinished(Option<MeteringHour> oldestHour, int cascades, Tally unsettledCharges) {

        /** Refuses nulls. */
        public Unfinished {
            Required.option(oldestHour, "oldestHour");
            Required.value(unsettledCharges, "unsettledCharges");
        }
    }

    /**
     * Events that the host was not told yet.
     *
     * @param untold how many, 0–10,000; more count as 10,000
     * @param oldest when the one happened that is told next
     * @param retried how many of them the listener did not take, and wait for another attempt (REL-4)
     * @param setAside how many more were set aside, and wait for staff (REL-4)
     */
    public record Outbox(int untold, Option<Instant> oldest, int retried, int setAside) {

        /** Refuses nulls. */
        public Outbox {
            Required.option(oldest, "oldest");
        }
    }

    /**
     * What cannot be read (REL-1). Everything else goes on.
     *
     * @param entries stored entries that some node could not read, and that could not be read again since
     * @param unreached workspaces that the change of a payer has still to reach, each once for every such payer
     */
    public record Unreadable(int entries, int unreached) {}
}
