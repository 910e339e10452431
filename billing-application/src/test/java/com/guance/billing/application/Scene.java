package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccount;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.arrival.ClaimTicket;
import com.guance.billing.arrival.Landing;
import com.guance.billing.arrival.RegistrationToken;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.inmemory.marketplace.InMemoryMarketplace;
import com.guance.billing.inmemory.marketplace.ListedProduct;
import com.guance.billing.inmemory.marketplace.MarketplaceNotice;
import com.guance.billing.inmemory.marketplace.MovableClock;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.DecisionBasis;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.UsagePeriod;
import com.guance.billing.policy.Policies;
import com.guance.billing.policy.TimePolicy;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.driving.PageRequest;
import com.guance.billing.site.Cloud;
import com.guance.billing.site.Site;
import com.guance.billing.site.SiteCatalogue;
import com.guance.billing.site.SiteId;
import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.IdentityForm;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.RawText;
import com.guance.billing.subscription.Sign;
import com.guance.billing.workspace.RegistrationForm;
import com.guance.billing.workspace.Workspace;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/** The library over memory, and a marketplace that behaves like AWS's: what most tests of the application start from. */
final class Scene {

    static final Instant START = Instant.parse("2026-03-10T08:20:00Z");
    static final Dimension UNITS = new Dimension("units");
    static final BillingCenterAccount HOLDER = holder("fc-1", "USD");
    static final BillingCenterAccount OTHER = holder("fc-2", "USD");
    static final BillingCenterAccount RENMINBI = holder("fc-3", "CNY");
    static final UserId OWNER = new UserId("owner");
    /** What decisions of these tests rest on. */
    static final DecisionBasis LOOKED_UP = new DecisionBasis.OnWord("looked up in the bill");

    static final String BUYER = "123456789012";
    static final CloudAccountId ACCOUNT = CloudAccountId.of("aws", BUYER);

    private static final SiteCatalogue SITES = SiteCatalogue.of(
            new Site(new SiteId("us1"), Cloud.AWS),
            new Site(new SiteId("eu1"), Cloud.AWS),
            new Site(new SiteId("cn1"), Cloud.ALIBABA),
            new Site(new SiteId("cn4"), Cloud.HUAWEI));
    private static final TimePolicy PATIENT = TimePolicy.defaults().withUnconfirmedAfter(Duration.ofDays(100_000));

    final MovableClock clock = MovableClock.at(START);
    final MarketplaceProfile profile;
    final CloudAccountId account;
    final InMemoryMarketplace aws;
    final UnitOfWork store;
    final CloudBilling billing;
    private int charges;

    Scene() {
        this(InMemoryBilling.create());
    }

    Scene(UnitOfWork store) {
        this(store, MarketplaceProfile.aws("prod"));
    }

    Scene(UnitOfWork store, MarketplaceProfile profile) {
        this.store = store;
        this.profile = profile;
        this.account = CloudAccountId.of(profile.marketplace(), BUYER);
        ListedProduct listed = ListedProduct.global("prod", UNITS.name(), "d0", "d1", "d2", "d3", "d4", "d5", "d6");
        ListedProduct inItsForm = profile.form() == IdentityForm.ACCOUNT ? listed.byAccount() : listed;
        this.aws = InMemoryMarketplace.selling(
                profile.licensesFrom().map(listed::movingToLicenses).getOrElse(inItsForm), clock);
        this.billing = under(Policies.defaults());
    }

    /** Another node, whose host has replaced policies. */
    CloudBilling under(Policies policies) {
        return under(store, policies);
    }

    /** Another node, which reaches the store in another way. */
    CloudBilling under(UnitOfWork over, Policies policies) {
        return built(over, aws.asPort(profile), policies);
    }

    /** Another node, which reaches the marketplace in another way. */
    CloudBilling selling(Marketplace marketplace) {
        return built(store, marketplace, Policies.defaults());
    }

    /** Another node, which tells the marketplace of idle hours. */
    CloudBilling telling(Dimension... idle) {
        return CloudBilling.over(store)
                .selling(aws.asPort(profile), Set.of(idle))
                .sites(SITES)
                .billingCenter(new Enterprise(HOLDER, OTHER, RENMINBI))
                .policies(Policies.defaults().withTiming(PATIENT))
                .build(new SecureRandom());
    }

    /** Another node, which reaches store and marketplace in other ways. */
    CloudBilling node(UnitOfWork over, Marketplace marketplace) {
        return built(over, marketplace, Policies.defaults());
    }

    /** Another node, with everything its own. */
    CloudBilling built(UnitOfWork over, Marketplace marketplace, Policies policies) {
        return certain(over, marketplace, policies.withTiming(PATIENT));
    }

    /** Another node, which doubts instants far after the last run (LOCK-8): all others take time as it comes. */
    CloudBilling certain(UnitOfWork over, Marketplace marketplace, Policies policies) {
        return CloudBilling.over(over)
                .selling(marketplace)
                .sites(SITES)
                .billingCenter(new Enterprise(HOLDER, OTHER, RENMINBI))
                .policies(policies)
                .build(new SecureRandom());
    }

    /** A buyer who has subscribed, landed and been registered under {@link #HOLDER}. */
    static Scene withRegisteredAccount() {
        Scene scene = new Scene();
        scene.registerAccount();
        return scene;
    }

    void registerAccount() {
        aws.subscribe(BUYER);
        deliverNotices();
        claimAccount();
    }

    /** The buyer lands, and the account is registered under {@link #HOLDER}. */
    void claimAccount() {
        billing.claimCloudAccount()
                .claim(land(), HOLDER.id(), by(new Actor.Holder(HOLDER.id())))
                .get();
    }

    ClaimTicket land() {
        return land(BUYER);
    }

    ClaimTicket land(String buyer) {
        return billing.landBuyer().land(landing(aws.issueToken(buyer)), now()).get();
    }

    Landing landing(String token) {
        return new Landing(profile.product(), new RegistrationToken(token), false);
    }

    List<NoticeOutcome> deliverNotices() {
        List<NoticeOutcome> outcomes = new ArrayList<>();
        aws.takeNotices().forEach(notice -> outcomes.add(billing.receiveNotice().receive(understood(notice))));
        return outcomes;
    }

    Notice understood(MarketplaceNotice notice) {
        return notice(
                notice.messageId(),
                notice.message().customerIdentifier(),
                new Sign(kind(notice.message().action()), notice.timestamp()));
    }

    Notice notice(String id, String customer, Sign sign) {
        return new Notice.Understood(
                new Notice.Envelope(id, profile.marketplace(), now(), new RawText("text of " + id)),
                new Fact.OfCustomer(new MarketplaceCustomer.Legacy(profile.product(), customer), sign));
    }

    Workspace register(String id, String site) {
        return billing.registerWorkspace()
                .paidThrough(form(id, site), HOLDER.id(), account, by(new Actor.Owner(OWNER)))
                .get();
    }

    Workspace registerAtBillingCenter(String id, String site) {
        return billing.registerWorkspace()
                .paidByBillingCenter(form(id, site), HOLDER.id(), by(new Actor.Owner(OWNER)))
                .get();
    }

    static RegistrationForm form(String id, String site) {
        return new RegistrationForm(
                new WorkspaceId(id),
                OWNER,
                new RegistrationForm.Answers("Shop", "EN", site, new RegistrationForm.Consent(true, "2026-01")));
    }

    Workspace workspace(String id) {
        return billing.ask().workspace(new WorkspaceId(id)).get();
    }

    /** The cloud accounts on file under {@link #HOLDER}. */
    List<CloudAccount> onFile() {
        return billing.ask()
                .registeredCloudAccounts(HOLDER.id(), PageRequest.first(500))
                .items();
    }

    /** A charge for the second that ends at an instant. */
    Charge charge(String workspace, String quantity, Instant until) {
        return charge(workspace, UNITS, quantity, until);
    }

    Charge charge(String workspace, Dimension dimension, String quantity, Instant until) {
        charges++;
        return new Charge(
                "charge-" + charges,
                new WorkspaceId(workspace),
                new Charge.Usage(dimension, Quantity.of(quantity)),
                new UsagePeriod(until.minusSeconds(1), until));
    }

    List<DomainEvent> events() {
        List<DomainEvent> told = new ArrayList<>();
        int more;
        do {
            more = billing.tellEvents().tell(delivery -> told.add(delivery.event()), now(), 100);
        } while (more > 0);
        return told;
    }

    Instant now() {
        return clock.instant();
    }

    void pass(Duration time) {
        clock.advance(time);
    }

    Request by(Actor actor) {
        return new Request(actor, now());
    }

    static Request byClock(Instant at) {
        return new Request(new Actor.Clock(), at);
    }

    Request byOwner() {
        return by(new Actor.Owner(OWNER));
    }

    /** By {@link #HOLDER}. */
    Request byHolder() {
        return by(new Actor.Holder(HOLDER.id()));
    }

    Request byBillingCenter() {
        return by(new Actor.BillingCenter());
    }

    private static Sign.Kind kind(String action) {
        return switch (action) {
            case "subscribe-success" -> Sign.Kind.ACTIVATED;
            case "subscribe-fail" -> Sign.Kind.NOT_ACTIVATED;
            case "unsubscribe-pending" -> Sign.Kind.ENDING;
            case "unsubscribe-success" -> Sign.Kind.ENDED;
            default -> throw new IllegalArgumentException(action);
        };
    }

    private static BillingCenterAccount holder(String id, String currency) {
        return new BillingCenterAccount(new BillingCenterAccountId(id), Currency.getInstance(currency), false);
    }
}
