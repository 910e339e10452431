package com.guance.billing.inmemory.marketplace;

import com.guance.billing.Required;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * What the marketplace tells the seller about one buyer, as it leaves the product's SNS topic.
 *
 * @param messageId unique per notice; repeated by a redelivery
 * @param timestamp when it was published, to the millisecond
 * @param topicArn the product's subscription topic
 * @param message the body; it carries neither an id nor a time
 */
public record MarketplaceNotice(String messageId, Instant timestamp, String topicArn, Message message) {

    /** Checks that the topic is an ARN of SNS. */
    public MarketplaceNotice {
        Required.value(messageId, "messageId");
        Required.value(timestamp, "timestamp");
        Required.value(topicArn, "topicArn");
        Required.value(message, "message");
        if (!topicArn.matches("arn:[^:]+:sns:[^:]+:[^:]+:[^:]+")) {
            throw new IllegalArgumentException("not the ARN of a topic: " + topicArn);
        }
    }

    /**
     * The raw text that SNS delivers, over HTTP and into a queue alike (no raw delivery). Its signature is a dummy that no
     * verification accepts.
     */
    public String snsText() {
        return SnsEnvelope.textOf(this);
    }

    /**
     * The body of a subscription notice ("SaaS notifications" page of the seller guide).
     *
     * @param action subscribe-success, subscribe-fail, unsubscribe-pending or unsubscribe-success
     * @param customerIdentifier the buyer, in the legacy scheme
     * @param productCode the product
     * @param freeTrial whether the offer contains a free trial
     * @param offerIdentifier the offer that was accepted, in {@code subscribe-*} notices only
     */
    public record Message(
            String action,
            String customerIdentifier,
            String productCode,
            boolean freeTrial,
            Option<String> offerIdentifier) {

        /** Refuses nulls. */
        public Message {
            Required.value(action, "action");
            Required.value(customerIdentifier, "customerIdentifier");
            Required.value(productCode, "productCode");
            Required.option(offerIdentifier, "offerIdentifier");
        }
    }
}
