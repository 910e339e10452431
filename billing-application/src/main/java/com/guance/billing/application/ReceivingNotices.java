package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.driving.ReceiveNotice;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.StaleSign;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** NOT: once, in one transaction with its effect; then the cascade of an end (END-4). */
final class ReceivingNotices implements ReceiveNotice {

    private final Transactions transactions;
    private final Marketplaces marketplaces;
    private final Policies policies;
    private final Cascading cascading;

    ReceivingNotices(Transactions transactions, Marketplaces marketplaces, Policies policies, Cascading cascading) {
        this.transactions = transactions;
        this.marketplaces = marketplaces;
        this.policies = policies;
        this.cascading = cascading;
    }

    @Override
    public NoticeOutcome receive(Notice notice) {
        NoticeOutcome outcome = transactions.run(stores -> decide(stores, notice));
        if (outcome instanceof NoticeOutcome.Applied applied) {
            cascading.finish(applied.subscription());
        }
        return outcome;
    }

    private NoticeOutcome decide(Stores stores, Notice notice) {
        if (stores.notices().outcome(notice.envelope()).isDefined()) {
            stores.notices().repeated(notice.envelope(), notice.envelope().receipt());
            return new NoticeOutcome.Duplicate();
        }
        NoticeOutcome outcome = notice.fold(
                understood -> apply(stores, understood),
                unknown -> new NoticeOutcome.Ignored(unknown.why()),
                malformed -> new NoticeOutcome.Malformed(malformed.problems()));
        stores.notices().add(notice, outcome);
        return outcome;
    }

    private NoticeOutcome apply(Stores stores, Notice.Understood notice) {
        if (marketplaces.selling(notice.customer().product()).isEmpty()) {
            return new NoticeOutcome.Ignored("a product that is not sold here");
        }
        Request by = new Request(
                new Actor.Marketplace(notice.envelope().marketplace()),
                notice.envelope().receipt());
        Option<Versioned<Subscription>> latest = stores.subscriptions().latest(notice.customer());
        return hear(latest, notice, by)
                .<NoticeOutcome>map(revision -> save(stores, revision, by))
                .getOrElseGet(NoticeOutcome.Stale::new);
    }

    /** What the subscription makes of the sign: an unseen one is born by it, an ended one followed by the next life. */
    private static Either<StaleSign, Revision<Subscription>> hear(
            Option<Versioned<Subscription>> latest, Notice.Understood notice, Request by) {
        Sign sign = notice.sign();
        if (latest.isEmpty()) {
            Change<Subscription> seen = Subscription.seen(notice.customer(), 1, by);
            return seen.after().hear(sign, by).map(heard -> Revision.first(seen.then(heard)));
        }
        Versioned<Subscription> known = latest.get();
        return known.aggregate().isFollowedBy(sign)
                ? Either.right(Revision.first(known.aggregate().nextLife(sign, by)))
                : known.aggregate().hear(sign, by).map(heard -> Revision.of(known, heard));
    }

    /** Keeps the change, and opens or closes the account that pays in the same transaction (END-4). */
    private NoticeOutcome save(Stores stores, Revision<Subscription> revision, Request by) {
        stores.subscriptions().save(revision);
        Subscription subscription = revision.change().after();
        return subscription
                .cloudAccount()
                .flatMap(stores.cloudAccounts()::find)
                .<NoticeOutcome>map(account -> {
                    Change<CloudAccount> following = account.aggregate().follow(subscription, policies.countdown(), by);
                    stores.cloudAccounts().save(Revision.of(account, following));
                    return new NoticeOutcome.Applied(subscription.id());
                })
                .getOrElse(() -> new NoticeOutcome.Parked(subscription.id()));
    }
}
