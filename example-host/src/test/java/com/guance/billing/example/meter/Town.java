package com.guance.billing.example.meter;

import com.guance.billing.BillingCenterAccount;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.application.CloudBilling;
import com.guance.billing.inmemory.marketplace.BilledUsage;
import com.guance.billing.inmemory.marketplace.InMemoryMarketplace;
import com.guance.billing.inmemory.marketplace.ListedProduct;
import com.guance.billing.inmemory.marketplace.ListedProduct.IdenticalResend;
import com.guance.billing.inmemory.marketplace.ListedProduct.Rulings;
import com.guance.billing.inmemory.marketplace.MovableClock;
import com.guance.billing.policy.ChangeLimit;
import com.guance.billing.policy.LockIn;
import com.guance.billing.policy.Policies;
import com.guance.billing.policy.TimePolicy;
import com.guance.billing.ports.driven.BillingCenterAccounts;
import com.guance.billing.site.Site;
import com.guance.billing.site.SiteCatalogue;
import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.MarketplaceCustomer.Legacy;
import com.guance.billing.subscription.MarketplaceCustomer.Licensed;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.Sign.Kind;
import io.vavr.control.Option;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The marketplaces, their buyers, what they publish, and the library that sells there. */
final class Town {

    /** A license that was agreed upon. */
    record License(String arn, Licensed customer) {}

    /** What a marketplace has published. */
    record Published(String marketplace, Fact fact) {}

    final MovableClock clock = MovableClock.at(Places.START);
    final List<InMemoryMarketplace> markets;
    final List<Watched> watched = new ArrayList<>();
    final List<License> licenses = new ArrayList<>();
    final CloudBilling billing;
    private final List<Published> published = new ArrayList<>();
    private Option<Integer> superseded = Option.none();

    Town(Breakable store, IdenticalResend resend) {
        Rulings rulings = Rulings.standard().withIdenticalResend(resend);
        String[] dimensions = Places.DIMENSIONS.toArray(String[]::new);
        this.markets = List.of(
                InMemoryMarketplace.selling(
                        ListedProduct.global("prod", dimensions).under(rulings), clock),
                InMemoryMarketplace.selling(
                        ListedProduct.china("prod", dimensions).under(rulings), clock),
                InMemoryMarketplace.selling(
                        ListedProduct.global("plus", dimensions).under(rulings).byLicense(), clock));
        var setup = CloudBilling.over(store)
                .sites(SiteCatalogue.of(IntStream.range(0, Places.WORKSPACES)
                        .mapToObj(Places::site)
                        .distinct()
                        .toArray(Site[]::new)))
                .billingCenter(new Directory())
                .policies(policies());
        for (int market = 0; market < markets.size(); market++) {
            watched.add(new Watched(markets.get(market).asPort(Places.MARKETS.get(market)), store));
            setup.selling(watched.get(market), Places.idleOf(market));
        }
        this.billing = setup.build(new SecureRandom());
    }

    /** Workspaces come and go as often as they like, so that payers change in short histories; time jumps, and is believed. */
    private static Policies policies() {
        Policies policies =
                Policies.defaults().withTiming(TimePolicy.defaults().withUnconfirmedAfter(Duration.ofDays(100_000)));
        return policies.withSettling(
                policies.settling().withChanges(ChangeLimit.none()).withLockIn(LockIn.BILLING_CENTER_ALLOWED));
    }

    Instant now() {
        return clock.instant();
    }

    InMemoryMarketplace market(int account) {
        return markets.get(Places.marketOf(account));
    }

    Legacy legacy(int account) {
        return new Legacy(
                Places.MARKETS.get(Places.marketOf(account)).product(),
                market(account).customerIdentifier(Places.buyer(account)));
    }

    void suspend(int account, boolean on) {
        List<InMemoryMarketplace> concerned =
                account == 0 ? List.of(market(0), markets.get(Places.BY_LICENSE)) : List.of(market(account));
        for (InMemoryMarketplace market : concerned) {
            if (on) {
                market.suspend(Places.buyer(account));
            } else {
                market.reinstate(Places.buyer(account));
            }
        }
    }

    void refuse(Deed.Refuse refuse) {
        if (!refuse.on()) {
            markets.forEach(InMemoryMarketplace::refuseNothing);
            return;
        }
        String customer = legacy(refuse.account()).identifier();
        Predicate<BilledUsage.Hour> ofAccount =
                usage -> (refuse.account() == 0 && !usage.license().isEmpty())
                        || usage.customerIdentifier().equals(customer);
        Predicate<BilledUsage.Hour> ofDimension = usage -> usage.dimension().equals(refuse.dimension());
        Predicate<BilledUsage.Hour> which = switch (refuse.what()) {
            case UNKNOWN_CODE, DIMENSION -> ofAccount.and(ofDimension);
            case DIMENSION_OF_ALL -> ofDimension;
            case CUSTOMER -> ofAccount;
        };
        String code = switch (refuse.what()) {
            case UNKNOWN_CODE -> "ExceptionOfTomorrow";
            case DIMENSION, DIMENSION_OF_ALL -> "InvalidUsageDimensionException";
            case CUSTOMER -> "InvalidCustomerIdentifierException";
        };
        markets.forEach(market -> market.refuse(which, 400, code));
    }

    void agree(boolean renewing) {
        MarketplaceProfile profile = Places.MARKETS.get(Places.BY_LICENSE);
        String arn = markets.get(Places.BY_LICENSE).agree(Places.buyer(0));
        int number = licenses.size();
        licenses.add(new License(arn, Licensed.of(profile.product(), Places.buyer(0), arn)));
        if (renewing) {
            superseded.forEach(previous -> publish(new Fact.OfAgreement(
                    Places.agreement(number), Option.none(), Option.some(Places.agreement(previous)))));
        }
        publish(ofLicense(number, Kind.ACTIVATED));
    }

    void endAgreement(int license, boolean bySuccessor) {
        markets.get(Places.BY_LICENSE).endAgreement(licenses.get(license).arn());
        superseded = bySuccessor ? Option.some(license) : superseded;
        Kind how = bySuccessor ? Kind.SUPERSEDED : Kind.CANCELLED;
        publish(new Fact.OfAgreement(Places.agreement(license), Option.some(new Sign(how, now())), Option.none()));
        publish(ofLicense(license, Kind.DEPROVISIONED));
    }

    /** What was published since the last time. */
    List<Published> takePublished() {
        for (int market = 0; market < Places.BY_LICENSE; market++) {
            MarketplaceProfile profile = Places.MARKETS.get(market);
            markets.get(market)
                    .takeNotices()
                    .forEach(notice -> published.add(new Published(
                            profile.marketplace(),
                            new Fact.OfCustomer(
                                    new Legacy(
                                            profile.product(), notice.message().customerIdentifier()),
                                    new Sign(kind(notice.message().action()), notice.timestamp())))));
        }
        List<Published> taken = List.copyOf(published);
        published.clear();
        return taken;
    }

    private Fact ofLicense(int number, Kind kind) {
        return new Fact.OfLicense(
                Places.agreement(number), licenses.get(number).customer(), Places.account(0), new Sign(kind, now()));
    }

    private void publish(Fact fact) {
        published.add(new Published("aws", fact));
    }

    private static Kind kind(String action) {
        return switch (action) {
            case "subscribe-success" -> Kind.ACTIVATED;
            case "subscribe-fail" -> Kind.NOT_ACTIVATED;
            case "unsubscribe-pending" -> Kind.ENDING;
            case "unsubscribe-success" -> Kind.ENDED;
            default -> throw new IllegalArgumentException(action);
        };
    }

    /** The Billing Center's accounts. */
    private static final class Directory implements BillingCenterAccounts {

        @Override
        public Option<BillingCenterAccount> find(BillingCenterAccountId id) {
            return Option.ofOptional(Places.holders().stream()
                    .filter(holder -> holder.id().equals(id))
                    .findFirst());
        }

        @Override
        public boolean areOneEnterprise(BillingCenterAccountId one, BillingCenterAccountId other) {
            return false;
        }
    }
}
