package com.guance.billing.cloudaccount;

import com.guance.billing.AgreementId;
import com.guance.billing.Required;
import com.guance.billing.SubscriptionId;
import com.guance.billing.subscription.Product;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Comparator;

/**
 * An active subscription of a cloud account: it can pay for workspaces.
 *
 * @param subscription which
 * @param product the product subscribed to
 * @param activatedAt the own time of its first activation, or its receipt if that was earlier
 * @param agreement the agreement that it comes from, where notices tell
 */
public record Payer(SubscriptionId subscription, Product product, Instant activatedAt, Option<AgreementId> agreement) {

    /** Refuses nulls. */
    public Payer {
        Required.value(subscription, "subscription");
        Required.value(product, "product");
        Required.value(activatedAt, "activatedAt");
        Required.option(agreement, "agreement");
    }

    /** SET-12: the one activated earliest pays, of one instant the one with the lowest id. */
    static final Comparator<Payer> EARLIEST = Comparator.comparing(Payer::activatedAt)
            .thenComparing(payer -> payer.subscription().value());

    /**
     * The payer that a subscription is.
     *
     * @param subscription any subscription
     * @return the payer, if it is active (SET-4)
     */
    static Option<Payer> of(Subscription subscription) {
        return subscription
                .activatedAt()
                .filter(activated -> subscription.isAlive())
                .map(activated -> new Payer(
                        subscription.id(), subscription.customer().product(), activated, subscription.agreement()));
    }
}
