package com.guance.billing.testing;

import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccount;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.policy.EndPolicy;
import com.guance.billing.policy.LockPolicy;
import com.guance.billing.policy.Policies;
import com.guance.billing.site.Cloud;
import com.guance.billing.site.Site;
import com.guance.billing.site.SiteId;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Product;
import com.guance.billing.workspace.Circumstances;
import com.guance.billing.workspace.Circumstances.Standing;
import com.guance.billing.workspace.LockCause;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;

/** The same few sites, people and accounts in all tests. */
public final class World {

    /** When every story starts; not on the hour. */
    public static final Instant START = Instant.parse("2026-03-05T10:17:30.000000001Z");

    public static final Duration COUNTDOWN = Policies.defaults().locking().countdown();

    public static final Currency USD = Currency.getInstance("USD");
    public static final Currency CNY = Currency.getInstance("CNY");

    public static final BillingCenterAccount HOLDER = holder("bc-1");
    public static final BillingCenterAccount OTHER_HOLDER = holder("bc-2");

    public static final UserId OWNER = new UserId("owner");

    public static final Site ON_AWS = new Site(new SiteId("us1"), Cloud.AWS);
    public static final Site ON_AWS_CHINA = new Site(new SiteId("cn2"), Cloud.AWS_CHINA);
    public static final Site UNLISTED = Site.unlisted(new SiteId("gone1"));

    public static final CloudAccountId ACCOUNT = CloudAccountId.of("aws", "111122223333");
    public static final CloudAccountId OTHER_ACCOUNT = CloudAccountId.of("aws", "444455556666");

    public static final Product PRODUCT = new Product("aws", "observability");
    public static final MarketplaceCustomer CUSTOMER = new MarketplaceCustomer.Legacy(PRODUCT, "customer-1");

    public static final SubscriptionId FIRST = life(1);
    public static final SubscriptionId SECOND = life(2);

    public static final Policies POLICIES = Policies.defaults();
    public static final EndPolicy ENDING = POLICIES.ending();
    public static final LockPolicy LOCKING = POLICIES.locking();

    public static final LockCause.Arrears ARREARS = new LockCause.Arrears(HOLDER.id());

    public static final WorkspaceId WORKSPACE = new WorkspaceId("wksp_1");

    private World() {}

    public static BillingCenterAccount holder(String id) {
        return new BillingCenterAccount(new BillingCenterAccountId(id), USD, false);
    }

    public static BillingCenterAccount withArbitrarySelection(BillingCenterAccount account) {
        return new BillingCenterAccount(account.id(), account.currency(), true);
    }

    public static Request byOwner(Instant at) {
        return new Request(new Actor.Owner(OWNER), at);
    }

    public static Request byMarketplace(Instant at) {
        return new Request(new Actor.Marketplace("aws"), at);
    }

    public static Request byHolder(Instant at) {
        return new Request(new Actor.Holder(HOLDER.id()), at);
    }

    public static Request byStaff(Instant at) {
        return new Request(new Actor.Staff(new UserId("staff")), at);
    }

    public static Request byClock(Instant at) {
        return new Request(new Actor.Clock(), at);
    }

    public static Circumstances around(BillingCenterAccount holder, Site site) {
        return around(holder, site, POLICIES);
    }

    public static Circumstances around(BillingCenterAccount holder, Site site, Policies policies) {
        return new Circumstances(holder, Standing.good(), Option.some(site), policies);
    }

    /** The id of {@link #CUSTOMER}'s subscription in this life. */
    public static SubscriptionId life(int life) {
        return new SubscriptionId(CUSTOMER.key() + "#" + life);
    }

    /** The end of a subscription of {@link #ACCOUNT}, as a cause. */
    public static LockCause.SubscriptionEnded endOf(SubscriptionId subscription) {
        return new LockCause.SubscriptionEnded(subscription, ACCOUNT, PRODUCT);
    }
}
