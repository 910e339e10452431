package com.guance.billing.testkit;

import com.guance.billing.Actor;
import com.guance.billing.AgreementId;
import com.guance.billing.BillingCenterAccount;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Change;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.cloudaccount.Payer;
import com.guance.billing.policy.EndPolicy;
import com.guance.billing.policy.LockPolicy;
import com.guance.billing.policy.Policies;
import com.guance.billing.site.Cloud;
import com.guance.billing.site.Site;
import com.guance.billing.site.SiteId;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.workspace.Asked;
import com.guance.billing.workspace.Circumstances;
import com.guance.billing.workspace.Circumstances.Standing;
import com.guance.billing.workspace.Loss;
import com.guance.billing.workspace.RegistrationForm;
import com.guance.billing.workspace.RegistrationForm.Answers;
import com.guance.billing.workspace.RegistrationForm.Consent;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Currency;

/** Aggregates to start from. Each is reached by the domain's own commands, so each could exist. */
public final class Given {

    /** An instant that a store must not round. */
    public static final Instant NOW = Instant.parse("2026-03-10T08:15:30.123456789Z");

    /** The marketplace on which everything here is sold. */
    public static final MarketplaceProfile PROFILE = MarketplaceProfile.aws("prod-observability");

    /** The Billing Center account that holds everything here. */
    public static final BillingCenterAccount HOLDER =
            new BillingCenterAccount(new BillingCenterAccountId("bc-1"), Currency.getInstance("USD"), false);

    /** The Owner of every workspace here. */
    public static final UserId OWNER = new UserId("owner-1");

    /** Where every workspace here lives. */
    public static final Site SITE = new Site(new SiteId("us1"), Cloud.AWS);

    private Given() {}

    /** The holder asks, now. */
    public static Request byHolder() {
        return new Request(new Actor.Holder(HOLDER.id()), NOW);
    }

    /** The marketplace says so, at an instant. */
    public static Request byMarketplace(Instant at) {
        return new Request(new Actor.Marketplace(PROFILE.marketplace()), at);
    }

    /** Time passes, to an instant. */
    public static Request byClock(Instant at) {
        return new Request(new Actor.Clock(), at);
    }

    /** What the host says is true around every workspace here. */
    public static Circumstances circumstances() {
        return new Circumstances(HOLDER, Standing.good(), Option.some(SITE), Policies.defaults());
    }

    /** A customer of the marketplace. */
    public static MarketplaceCustomer customer(String identifier) {
        return new MarketplaceCustomer.Legacy(PROFILE.product(), identifier);
    }

    /** A customer of the marketplace who is known by a license. */
    public static MarketplaceCustomer.Licensed licensed(String number) {
        return new MarketplaceCustomer.Licensed(PROFILE.product(), "123456789012", "l-" + number);
    }

    /** The id of an agreement. */
    public static AgreementId agreementId(String number) {
        return AgreementId.of(PROFILE.marketplace(), "agmt-" + number);
    }

    /** The id of a cloud account. */
    public static CloudAccountId accountId(String number) {
        return CloudAccountId.of(PROFILE.marketplace(), number);
    }

    /** The id of the first subscription of an account's customer. */
    public static SubscriptionId subscriptionId(String number) {
        return new SubscriptionId(customer(number).key() + "#1");
    }

    /** A subscription that has only been seen. */
    public static Change<Subscription> seenSubscription(String number, int life) {
        return Subscription.seen(customer(number), life, byMarketplace(NOW));
    }

    /** A subscription that is traced to its account, and active. */
    public static Change<Subscription> activeSubscription(String number) {
        Change<Subscription> seen = seenSubscription(number, 1);
        Change<Subscription> traced = seen.then(seen.after().tracedTo(accountId(number), byMarketplace(NOW)));
        return traced.then(hearing(traced.after(), Sign.Kind.ACTIVATED, NOW));
    }

    /** What hearing a sign does to a subscription. */
    public static Change<Subscription> hearing(Subscription subscription, Sign.Kind kind, Instant ownTime) {
        return subscription
                .hear(new Sign(kind, ownTime), EndPolicy.defaults(), byMarketplace(ownTime.plusMillis(5)))
                .get();
    }

    /** A cloud account that landed, and nothing else. */
    public static Change<CloudAccount> recordedAccount(String number) {
        return CloudAccount.recorded(accountId(number), PROFILE.cloud(), PROFILE.currency(), byMarketplace(NOW));
    }

    /** A cloud account that is registered under {@link #HOLDER} and has no active subscription. */
    public static Change<CloudAccount> registeredAccount(String number) {
        Change<CloudAccount> recorded = recordedAccount(number);
        return recorded.then(recorded.after().claimedBy(HOLDER, byHolder()).get());
    }

    /** A cloud account on file under {@link #HOLDER}: registered, its customer's first subscription active. */
    public static Change<CloudAccount> accountOnFile(String number) {
        Change<CloudAccount> registered = registeredAccount(number);
        return registered.then(registered.after().opened(payer(number), byMarketplace(NOW)));
    }

    /** A cloud account that is registered under {@link #HOLDER}, its customer's first subscription pending. */
    public static Change<CloudAccount> accountExpecting(String number) {
        Change<CloudAccount> registered = registeredAccount(number);
        Subscription pending = seenSubscription(number, 1).after();
        return registered.then(registered.after().follow(pending, Policies.defaults(), byMarketplace(NOW)));
    }

    /** The first subscription of an account's customer, as it pays. */
    public static Payer payer(String number) {
        return new Payer(subscriptionId(number), PROFILE.product(), NOW, Option.none());
    }

    /** A workspace's form, without mistakes. */
    public static RegistrationForm form(String workspace, String name) {
        return new RegistrationForm(
                new WorkspaceId(workspace),
                OWNER,
                new Answers(name, "ZH", SITE.id().value(), new Consent(true, "v1")));
    }

    /** An active workspace that a cloud account on file pays for. */
    public static Change<Workspace> workspacePaidBy(String account, String workspace) {
        return named(workspace, "工作空间 " + workspace, account);
    }

    /** The same with a name of its own. */
    public static Change<Workspace> named(String workspace, String name, String account) {
        Asked asked = Asked.through(accountOnFile(account).after(), byHolder());
        return Workspace.register(form(workspace, name), asked, circumstances()).get();
    }

    /** An active workspace that {@link #HOLDER} pays for. */
    public static Change<Workspace> workspacePaidByHolder(String workspace) {
        Asked asked = Asked.billingCenter(byHolder());
        return Workspace.register(form(workspace, workspace), asked, circumstances())
                .get();
    }

    /** What the end of the paying subscription does to a workspace: unbound and locked. */
    public static Change<Workspace> payerEnded(Workspace workspace, String account) {
        Sign last = new Sign(Sign.Kind.ENDED, NOW.plusSeconds(60));
        return workspace.payerEnded(loss(account, last, last.ownTime().plusSeconds(3)), LockPolicy.defaults(), false);
    }

    /** The end of an account's only subscription, by a sign newer than its activation. */
    public static Loss loss(String account, Sign sign, Instant receipt) {
        Subscription ended = activeSubscription(account)
                .after()
                .hear(sign, EndPolicy.defaults(), byMarketplace(receipt))
                .get()
                .after();
        CloudAccount left = accountOnFile(account)
                .after()
                .follow(ended, Policies.defaults(), byMarketplace(receipt))
                .after();
        return Loss.of(ended, left, EndPolicy.defaults()).get();
    }
}
