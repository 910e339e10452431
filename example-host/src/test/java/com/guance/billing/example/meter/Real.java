package com.guance.billing.example.meter;

import com.guance.billing.Actor;
import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.arrival.ClaimTicket;
import com.guance.billing.arrival.Landing;
import com.guance.billing.arrival.RegistrationToken;
import com.guance.billing.example.meter.Deed.Treatment;
import com.guance.billing.inmemory.marketplace.InMemoryMarketplace;
import com.guance.billing.inmemory.marketplace.ListedProduct.IdenticalResend;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import com.guance.billing.inmemory.marketplace.SubscriptionState;
import com.guance.billing.metering.DecisionBasis;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.HeldRecords;
import com.guance.billing.metering.RecordId;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.RawText;
import com.guance.billing.workspace.RegistrationForm;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The library and its surroundings, doing what a history says. */
final class Real {

    final Breakable store;
    final Town town;
    private int notices;

    Real(UnitOfWork store, IdenticalResend resend) {
        this.store = new Breakable(store);
        this.town = new Town(this.store, resend);
    }

    void subscribe(int account) {
        town.market(account).subscribe(Places.buyer(account));
        MarketplaceProfile profile = Places.MARKETS.get(Places.marketOf(account));
        String token = town.market(account).issueToken(Places.buyer(account));
        ClaimTicket ticket = town.billing
                .landBuyer()
                .land(new Landing(profile.product(), new RegistrationToken(token), false), town.now())
                .get();
        var holder = Places.holderOf(account).id();
        var unused = town.billing.claimCloudAccount().claim(ticket, holder, by(new Actor.Holder(holder)));
    }

    void cancel(int account) {
        if (town.market(account).state(Places.buyer(account)) == SubscriptionState.SUBSCRIBED) {
            town.market(account).cancel(Places.buyer(account));
        }
    }

    void endAgreement(int number, boolean superseded) {
        if (number < town.licenses.size()) {
            String arn = town.licenses.get(number).arn();
            InMemoryMarketplace market = town.markets.get(Places.BY_LICENSE);
            if (market.licenseState(arn) == SubscriptionState.SUBSCRIBED) {
                town.endAgreement(number, superseded);
            }
        }
    }

    /** Whoever publishes delivers until it is received; whether the store went down meanwhile. */
    boolean hear(long order, boolean twice) {
        boolean wentDown = false;
        List<Town.Published> all = new ArrayList<>(town.takePublished());
        if (twice) {
            all.addAll(List.copyOf(all));
        }
        Collections.shuffle(all, new Random(order));
        for (Town.Published one : all) {
            Notice notice = notice(one);
            try {
                var unused = town.billing.receiveNotice().receive(notice);
            } catch (Fault fault) {
                wentDown = true;
                store.mend();
                var unused = town.billing.receiveNotice().receive(notice);
            }
        }
        return wentDown;
    }

    void join(Deed.Join join) {
        WorkspaceId id = Places.workspace(join.workspace());
        Request owner = by(new Actor.Owner(Places.OWNER));
        if (workspace(join.workspace()).isEmpty()) {
            var unused = town.billing
                    .registerWorkspace()
                    .paidThrough(
                            form(join.workspace()),
                            Places.holderOfWorkspace(join.workspace()).id(),
                            Places.account(join.account()),
                            owner);
        } else if (join.account() == 0 && join.license() >= 0 && join.license() < town.licenses.size()) {
            SubscriptionId payer = subscription(join.license());
            var unused = town.billing.changeSettlement().through(id, Places.account(0), payer, owner);
        } else {
            var unused = town.billing.changeSettlement().through(id, Places.account(join.account()), owner);
        }
    }

    void leave(Deed.Leave leave) {
        WorkspaceId id = Places.workspace(leave.workspace());
        Request owner = by(new Actor.Owner(Places.OWNER));
        if (leave.forEver()) {
            var unused = town.billing.dissolveWorkspace().dissolve(id, owner);
        } else {
            var unused = town.billing.changeSettlement().byBillingCenter(id, owner);
        }
    }

    void rated(SubscriptionId ending) {
        var unused = town.billing.completeFinalRating().complete(ending, by(new Actor.BillingCenter()));
    }

    void run() {
        var unused = town.billing.due().run(town.now());
    }

    void misbehave(int market, Treatment treatment) {
        town.markets
                .get(market)
                .whenMetering(
                        switch (treatment) {
                            case ACCEPT_THEN_DROP -> Misbehaviour.acceptThenDrop();
                            case DROP -> Misbehaviour.dropBeforeAccepting();
                            case DROP_THEN_ACCEPT -> Misbehaviour.dropThenAcceptIn(Duration.ofSeconds(30));
                            case THROTTLE -> Misbehaviour.throttle();
                            case INTERNAL_ERROR -> Misbehaviour.internalError();
                            case UNPROCESSED -> Misbehaviour.leaveUnprocessed(0, 2);
                            case LEFT_OUT -> Misbehaviour.leaveOut(0);
                            case REJECTED -> Misbehaviour.error(400, "InvalidTagException");
                            case FORBIDDEN -> Misbehaviour.error(403, "ExpiredTokenException");
                        });
    }

    /** All but what is of no dimension of the product. */
    void release() {
        Places.MARKETS.forEach(profile -> Places.DIMENSIONS.forEach(name -> {
            var unused = town.billing
                    .releaseRecords()
                    .releaseAll(
                            HeldRecords.of(profile.product()).ofDimension(new Dimension(name)),
                            by(new Actor.Staff(Places.STAFF)));
        }));
    }

    void decide(RecordId record, long billed) {
        var unused = town.billing
                .decideRecord()
                .accepted(
                        record,
                        billed,
                        new DecisionBasis.OnWord("looked up in the bill"),
                        by(new Actor.Staff(Places.STAFF)));
    }

    Option<Workspace> workspace(int number) {
        return town.billing.ask().workspace(Places.workspace(number));
    }

    List<DomainEvent> tell() {
        List<DomainEvent> told = new ArrayList<>();
        int more;
        do {
            more = town.billing.tellEvents().tell(delivery -> told.add(delivery.event()), Instant.MAX, 200);
        } while (more > 0);
        return told;
    }

    SubscriptionId subscription(int license) {
        return new SubscriptionId(town.licenses.get(license).customer().key() + "#1");
    }

    private Notice notice(Town.Published published) {
        String id = published.fact() + " " + published.hashCode();
        notices++;
        return new Notice.Understood(
                new Notice.Envelope(id, published.marketplace(), town.now(), new RawText("text " + notices)),
                published.fact());
    }

    private static RegistrationForm form(int workspace) {
        return new RegistrationForm(
                Places.workspace(workspace),
                Places.OWNER,
                new RegistrationForm.Answers(
                        "Shop",
                        "ZH",
                        Places.site(workspace).id().value(),
                        new RegistrationForm.Consent(true, "2026-01")));
    }

    private Request by(Actor actor) {
        return new Request(actor, town.now());
    }
}
