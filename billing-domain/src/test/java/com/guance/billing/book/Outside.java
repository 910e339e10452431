package com.guance.billing.book;

import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.policy.Policies;
import com.guance.billing.site.Cloud;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.Asked;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * What a workspace depends on: a cloud account with two subscriptions to the same product, and who is in arrears.
 *
 * @param account the account, as it follows its subscriptions
 * @param subscriptions the present life of each
 * @param inArrears whether the first Billing Center account cannot pay; the second always can
 */
record Outside(CloudAccount account, Vector<Subscription> subscriptions, boolean inArrears) {

    /** The first subscription is active, the second pending. */
    static Outside of(Cloud cloud) {
        Outside before = new Outside(
                Given.registered(World.ACCOUNT, cloud, World.HOLDER), Vector.of(seen("l-1"), seen("l-2")), false);
        Subscription first =
                Given.hear(before.subscriptions.get(0), new Sign(Kind.ACTIVATED, World.START), World.START);
        return before.following(1, before.subscriptions.get(1), World.POLICIES, World.START)
                .following(0, first, World.POLICIES, World.START);
    }

    private static Subscription seen(String license) {
        MarketplaceCustomer customer = MarketplaceCustomer.Licensed.of(World.PRODUCT, "111122223333", license);
        return Subscription.seen(customer, 1, World.byMarketplace(World.START))
                .after()
                .tracedTo(World.ACCOUNT, World.byMarketplace(World.START))
                .after();
    }

    Outside following(int which, Subscription changed, Policies policies, Instant at) {
        return new Outside(
                account.follow(changed, policies, World.byMarketplace(at)).after(),
                subscriptions.update(which, changed),
                inArrears);
    }

    /** The account shall pay, by the subscription that pays by default. */
    Asked byFirst(Request by) {
        return Asked.through(account, by);
    }

    /** The account shall pay, by its second subscription and no other. */
    Asked bySecond(Request by) {
        return new Asked(Option.some(account), Option.some(subscriptions.get(1).id()), by);
    }

    Outside withArrears(boolean whether) {
        return new Outside(account, subscriptions, whether);
    }

    boolean isAlive(SubscriptionId payer) {
        return subscriptions.exists(known -> known.id().equals(payer) && known.isAlive());
    }
}
