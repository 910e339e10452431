package com.guance.billing.testing;

import com.guance.billing.BillingCenterAccount;
import com.guance.billing.CloudAccountId;
import com.guance.billing.SubscriptionId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.cloudaccount.Payer;
import com.guance.billing.site.Cloud;
import com.guance.billing.site.Site;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.workspace.Asked;
import com.guance.billing.workspace.Loss;
import com.guance.billing.workspace.RegistrationForm;
import com.guance.billing.workspace.SettlementMethod;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/** States that stories start from, each reached by commands. */
public final class Given {

    private Given() {}

    /** A cloud account whose buyer has landed. */
    public static CloudAccount recorded(CloudAccountId id, Cloud cloud) {
        return CloudAccount.recorded(id, cloud, World.USD, World.byMarketplace(World.START))
                .after();
    }

    /** A cloud account that a Billing Center account has claimed. */
    public static CloudAccount registered(CloudAccountId id, Cloud cloud, BillingCenterAccount under) {
        return recorded(id, cloud)
                .claimedBy(under, World.byOwner(World.START))
                .get()
                .after();
    }

    /** The registered cloud account, with an active subscription. */
    public static CloudAccount onFile() {
        return onFile(World.ACCOUNT, Cloud.AWS, World.FIRST);
    }

    public static CloudAccount onFile(CloudAccountId id, Cloud cloud, SubscriptionId subscription) {
        return opened(registered(id, cloud, World.HOLDER), subscription, World.START);
    }

    public static CloudAccount opened(CloudAccount account, SubscriptionId subscription, Instant activatedAt) {
        return account.opened(payer(subscription, activatedAt), World.byMarketplace(World.START))
                .after();
    }

    public static CloudAccount closed(CloudAccount account, SubscriptionId subscription, Instant at) {
        return account.closed(subscription, Option.some(at.plus(World.COUNTDOWN)), World.byMarketplace(at))
                .after();
    }

    /** A faultless form. */
    public static RegistrationForm form() {
        return form("Workspace");
    }

    public static RegistrationForm form(String name) {
        return form(name, "ZH", "us1", new RegistrationForm.Consent(true, "2026-01"));
    }

    public static RegistrationForm form(String name, String language, String site, RegistrationForm.Consent consent) {
        return new RegistrationForm(
                World.WORKSPACE, World.OWNER, new RegistrationForm.Answers(name, language, site, consent));
    }

    public static Asked through(CloudAccount account, Instant at) {
        return Asked.through(account, World.byOwner(at));
    }

    public static Asked byBillingCenter(Instant at) {
        return Asked.billingCenter(World.byOwner(at));
    }

    /** A workspace on AWS that the {@link #onFile()} account has paid for since the start. */
    public static Workspace paidThroughAccount() {
        return registered(through(onFile(), World.START), World.ON_AWS);
    }

    /** A workspace that its Billing Center account has paid for since the start. */
    public static Workspace paidByBillingCenter(Site site) {
        return registered(byBillingCenter(World.START), site);
    }

    private static Workspace registered(Asked asked, Site site) {
        return Workspace.register(form(), asked, World.around(World.HOLDER, site))
                .get()
                .after();
    }

    /** The workspace, unbound and locked by the end of its subscription. */
    public static Workspace ended(Workspace workspace, SubscriptionId subscription, Instant at) {
        CloudAccountId account = workspace
                .bindings()
                .inForce()
                .flatMap(SettlementMethod::cloud)
                .get()
                .account();
        return workspace
                .payerEnded(loss(account, ending(subscription, at, at)), World.LOCKING, false)
                .after();
    }

    /** What the end of an account's only subscription means to its workspaces. */
    public static Loss loss(CloudAccountId account, Subscription ended) {
        Instant receipt = ended.endHeard().get().at();
        CloudAccount closed = closed(onFile(account, Cloud.AWS, ended.id()), ended.id(), receipt);
        return Loss.of(ended, closed, World.ENDING).get();
    }

    /** A subscription whose end has begun, active since long before. */
    public static Subscription ending(SubscriptionId id, Instant ownTime, Instant receipt) {
        return hear(active(id, World.START.minus(Duration.ofDays(1))), new Sign(Kind.ENDING, ownTime), receipt);
    }

    /** A subscription of {@link World#CUSTOMER}, in the life that its id names, traced to {@link World#ACCOUNT} and active. */
    public static Subscription active(SubscriptionId id, Instant since) {
        return hear(pending(id), new Sign(Kind.ACTIVATED, since), since);
    }

    public static Subscription pending(SubscriptionId id) {
        int life = Integer.parseInt(id.value().substring(id.value().indexOf('#') + 1));
        return Subscription.seen(World.CUSTOMER, life, World.byMarketplace(World.START))
                .after()
                .tracedTo(World.ACCOUNT, World.byMarketplace(World.START))
                .after();
    }

    public static Subscription hear(Subscription before, Sign sign, Instant receipt) {
        return before.hear(sign, World.ENDING, World.byMarketplace(receipt))
                .get()
                .after();
    }

    /** A payer of no known agreement. */
    public static Payer payer(SubscriptionId subscription, Instant activatedAt) {
        return new Payer(subscription, World.PRODUCT, activatedAt, Option.none());
    }
}
