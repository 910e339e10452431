package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.arrival.Arrival;
import com.guance.billing.arrival.Claim;
import com.guance.billing.arrival.ClaimTicket;
import com.guance.billing.arrival.Landing;
import com.guance.billing.arrival.LandingRefusal;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.driving.LandBuyer;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.function.Supplier;

/** ARR-1, ARR-2: resolve at once, keep the result, hand out a claim. */
final class LandingBuyers implements LandBuyer {

    private final Transactions transactions;
    private final Marketplaces marketplaces;
    private final Host host;
    private final Supplier<ClaimTicket> tickets;
    private final Cascading cascading;

    LandingBuyers(
            Transactions transactions,
            Marketplaces marketplaces,
            Host host,
            Supplier<ClaimTicket> tickets,
            Cascading cascading) {
        this.transactions = transactions;
        this.marketplaces = marketplaces;
        this.host = host;
        this.tickets = tickets;
        this.cascading = cascading;
    }

    @Override
    public Either<LandingRefusal, ClaimTicket> land(Landing landing, Instant at) {
        return resolved(landing, at).peekLeft(transactions.watcher()::landingRefused);
    }

    private Either<LandingRefusal, ClaimTicket> resolved(Landing landing, Instant at) {
        return marketplaces
                .selling(landing.product())
                .<Either<LandingRefusal, ClaimTicket>>map(marketplace -> resolved(landing, marketplace, at))
                .getOrElse(() -> Either.left(new LandingRefusal.ProductUnknown(landing.product())));
    }

    /** A token is used up when it is resolved: what would fail for its instant fails before (LOCK-8). */
    private Either<LandingRefusal, ClaimTicket> resolved(Landing landing, Marketplace marketplace, Instant at) {
        transactions.requireCertain(at);
        return marketplace.resolve(landing, at).map(arrival -> keep(arrival, marketplace, at));
    }

    private ClaimTicket keep(Arrival arrival, Marketplace marketplace, Instant at) {
        ClaimTicket ticket = tickets.get();
        Claim claim = new Claim(
                ticket.digest(), arrival, at.plus(host.policies().arriving().claimLife()), Option.none());
        MarketplaceProfile profile = marketplace.profile();
        Request by = new Request(new Actor.Marketplace(profile.marketplace()), at);
        SubscriptionId landed = transactions.judgedAt(at).run(stores -> {
            stores.claims().add(claim);
            Subscription subscription = traced(stores, arrival, by);
            stores.cloudAccounts()
                    .find(arrival.account())
                    .forEach(known -> stores.cloudAccounts()
                            .save(Revision.of(known, WaitingChanges.forgotten(stores, host, known.aggregate(), by))));
            new Following(stores, host.policies(), by).landed(subscription, profile);
            return subscription.id();
        });
        transactions
                .failures()
                .count(() -> cascading.finish(landed)); // what fails is due again; the ticket must not be lost
        return ticket;
    }

    /**
     * The customer's subscription, of this account: what notices said before the landing holds from now on (NOT-2). It is touched
     * even where nothing is new: what is read here decides whether the account may pay, and must not be old news.
     */
    private static Subscription traced(Stores stores, Arrival arrival, Request by) {
        Option<Versioned<Subscription>> latest = stores.subscriptions().latest(arrival.customer());
        Option<Versioned<Subscription>> known =
                latest.filter(life -> !life.aggregate().isOver());
        Change<Subscription> seen = known.map(Versioned::aggregate)
                .map(Change::none)
                .orElse(() -> latest.map(over -> over.aggregate().expectedAgain(by)))
                .getOrElse(() -> Subscription.seen(arrival.customer(), 1, by));
        Change<Subscription> named = seen.then(seen.after().named(arrival.names(), by));
        Change<Subscription> traced = named.then(named.after().tracedTo(arrival.account(), by));
        stores.subscriptions().save(new Revision<>(known.map(Versioned::version).getOrElse(0L), traced));
        return traced.after();
    }
}
