package com.guance.billing.inmemory.marketplace;

import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was published and not yet taken, in order. */
final class Notices {

    /** The seller account that AWS's own samples show. */
    private static final String TOPIC_OWNER = "123456789012";

    private final ListedProduct product;
    private final String topicArn;
    private List<MarketplaceNotice> waiting = new ArrayList<>();
    private long published;

    Notices(ListedProduct product) {
        this.product = product;
        this.topicArn = String.join(
                ":",
                "arn",
                product.partition(),
                "sns",
                product.topicRegion(),
                TOPIC_OWNER,
                "aws-mp-subscription-notification-" + product.productCode());
    }

    void publish(String action, Buyer buyer, Instant at) {
        publish(action, buyer, Option.none(), at);
    }

    void publish(String action, Buyer buyer, Option<String> offer, Instant at) {
        if (!product.isPublishedBySns()) {
            return;
        }
        published++;
        waiting.add(new MarketplaceNotice(
                Opaque.uuid("notice to " + buyer.customerIdentifier(), published),
                at,
                topicArn,
                new MarketplaceNotice.Message(
                        action, buyer.customerIdentifier(), product.productCode(), buyer.freeTrial(), offer)));
    }

    List<MarketplaceNotice> take() {
        List<MarketplaceNotice> taken = List.copyOf(waiting);
        waiting = new ArrayList<>();
        return taken;
    }
}
