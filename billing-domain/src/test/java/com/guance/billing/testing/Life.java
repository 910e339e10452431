package com.guance.billing.testing;

import com.guance.billing.Change;
import com.guance.billing.CloudAccountId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.policy.EndPolicy;
import com.guance.billing.policy.Policies;
import com.guance.billing.site.Cloud;
import com.guance.billing.site.Site;
import com.guance.billing.site.SiteId;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Product;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.workspace.Asked;
import com.guance.billing.workspace.Circumstances;
import com.guance.billing.workspace.Circumstances.Standing;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.Loss;
import com.guance.billing.workspace.SettlementMethod.ThroughBillingCenter;
import com.guance.billing.workspace.SettlementMethod.ThroughCloudAccount;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/** Buyers and their workspaces through a whole life, each state reached by commands and signs. */
public final class Life {

    public static final ThroughBillingCenter BILLING_CENTER = new ThroughBillingCenter(World.HOLDER.id());

    /** Who pays now has ended. */
    public static final Standing PAYER_GONE = new Standing(false, false);

    public static final Standing IN_ARREARS = new Standing(true, true);

    private Life() {}

    /** So many days after the start. */
    public static Instant day(int days) {
        return World.START.plus(Duration.ofDays(days));
    }

    /** A site that this cloud operates. */
    public static Site on(Cloud cloud) {
        return cloud.equals(Cloud.AWS) ? World.ON_AWS : new Site(new SiteId(cloud.name() + "1"), cloud);
    }

    /** One cloud account and one subscription of its. */
    public record Buyer(CloudAccount account, Subscription subscription) {

        /** The sign, told at the instant at which it became so. */
        public Buyer hears(Kind kind, Instant at) {
            return hears(kind, at, at);
        }

        /** The sign, told later than it became so; what it is too old for stays as it is. */
        public Buyer hears(Kind kind, Instant ownTime, Instant receipt) {
            Sign sign = new Sign(kind, ownTime);
            var by = World.byMarketplace(receipt);
            Subscription after = (subscription.isFollowedBy(sign)
                            ? subscription.nextLife(sign, World.ENDING, by)
                            : subscription.hear(sign, World.ENDING, by).getOrElse(Change.none(subscription)))
                    .after();
            return new Buyer(
                    account.follow(after, World.POLICIES, World.byMarketplace(receipt))
                            .after(),
                    after);
        }

        /** The same subscription of the account as it has become since. */
        public Buyer with(CloudAccount now) {
            return new Buyer(now, subscription);
        }

        /** The same account with one more subscription, pending. */
        public Buyer buys(Product product, String customer) {
            return landed(account, product, customer);
        }

        public ThroughCloudAccount method() {
            return new ThroughCloudAccount(account.id(), subscription.id());
        }

        /** Its end, as a cause. */
        public LockCause.SubscriptionEnded end() {
            return new LockCause.SubscriptionEnded(
                    subscription.id(), account.id(), subscription.customer().product());
        }

        /** The Owner asks for the account, by whichever subscription. */
        public Asked asked(Instant at) {
            return Asked.through(account, World.byOwner(at));
        }

        /** The Owner asks for this very subscription. */
        public Asked askedByThis(Instant at) {
            return new Asked(Option.some(account), Option.some(subscription.id()), World.byOwner(at));
        }

        public Loss loss(EndPolicy policy) {
            return Loss.of(subscription, account, policy).get();
        }
    }

    /** A buyer who has landed and is registered, and whose subscription is pending. */
    public static Buyer landed(Cloud cloud, String number) {
        CloudAccount account = Given.registered(CloudAccountId.of(cloud.name(), number), cloud, World.HOLDER);
        return landed(account, World.PRODUCT, number);
    }

    /** A buyer at AWS whose subscription is pending. */
    public static Buyer pending() {
        return landed(Cloud.AWS, "1");
    }

    /** A buyer at AWS whose subscription has been active since the start. */
    public static Buyer active() {
        return pending().hears(Kind.ACTIVATED, World.START);
    }

    public static Buyer active(Cloud cloud) {
        return landed(cloud, "1").hears(Kind.ACTIVATED, World.START);
    }

    private static Buyer landed(CloudAccount account, Product product, String customer) {
        var by = World.byMarketplace(World.START);
        Subscription traced = Subscription.seen(new MarketplaceCustomer.Legacy(product, customer), 1, by)
                .after()
                .tracedTo(account.id(), by)
                .after();
        return new Buyer(account.follow(traced, World.POLICIES, by).after(), traced);
    }

    /** Nothing special around a workspace on AWS. */
    public static Circumstances around() {
        return around(World.POLICIES);
    }

    public static Circumstances around(Policies policies) {
        return around(policies, Standing.good());
    }

    public static Circumstances around(Standing standing) {
        return around(World.POLICIES, standing);
    }

    public static Circumstances around(Policies policies, Standing standing) {
        return new Circumstances(World.HOLDER, standing, Option.some(World.ON_AWS), policies);
    }

    /** A workspace that awaits its subscription since the start. */
    public static Workspace awaiting() {
        return Workspace.registerAwaiting(Given.form(), Cloud.AWS, around(), World.byOwner(World.START))
                .get()
                .after();
    }

    /** A workspace on the Experience Plan. */
    public static Workspace experience() {
        return Workspace.registerExperience(Given.form(), around(), World.byOwner(World.START))
                .get()
                .after();
    }

    /** A workspace that its Billing Center account has paid for since the start. */
    public static Workspace byBillingCenter() {
        return Given.paidByBillingCenter(World.ON_AWS);
    }

    /** A workspace on a site of its cloud that this buyer has paid for since the start. */
    public static Workspace paidBy(Buyer buyer) {
        Circumstances around = World.around(World.HOLDER, on(buyer.account().cloud()));
        return Workspace.register(Given.form(), buyer.asked(World.START), around)
                .get()
                .after();
    }

    /** A workspace that the buyer paid for until its subscription ended and locked it. */
    public static Workspace locked(Buyer ended) {
        Buyer before = landed(ended.account().cloud(), "1").hears(Kind.ACTIVATED, World.START);
        return ends(paidBy(before), ended).after();
    }

    /** The end of what pays reaches it. */
    public static Change<Workspace> ends(Workspace workspace, Buyer ended) {
        return workspace.payerEnded(ended.loss(World.ENDING), World.LOCKING, false);
    }

    /** The activation of a subscription reaches it. */
    public static Change<Workspace> activates(Workspace workspace, Buyer active) {
        return workspace.payerActivated(active.subscription(), active.account(), around());
    }

    /** What time brings until an instant. */
    public static Change<Workspace> passes(Workspace workspace, Instant to) {
        return workspace.advance(to, World.LOCKING, false);
    }

    /** The Owner asks, and nothing is in the way. */
    public static Workspace settled(Workspace workspace, Asked asked) {
        return workspace.settle(asked, around()).get().after();
    }

    /** Locked by staff for a reason. */
    public static Workspace lockedByStaff(Workspace workspace, String why, Instant at) {
        return workspace
                .lockedByStaff(why, World.LOCKING, World.byStaff(at))
                .get()
                .after();
    }
}
