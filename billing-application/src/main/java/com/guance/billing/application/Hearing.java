package com.guance.billing.application;

import com.guance.billing.AgreementId;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.policy.EndPolicy;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Agreement;
import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.StaleSign;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.function.Function;

/** What a notice's fact does to the subscription it speaks of, and to what is known of agreements (NOT-2, NOT-3, END-5). */
record Hearing(Stores stores, Marketplaces marketplaces, Policies policies, Request by) {

    NoticeOutcome hear(Fact fact) {
        return fact.fold(this::ofCustomer, this::ofSuspectedEnd, this::ofLicense, this::ofAgreement);
    }

    /** It is not an end, until metering says so too (SUB-5). */
    private NoticeOutcome ofSuspectedEnd(Fact.OfSuspectedEnd fact) {
        MarketplaceProfile profile =
                marketplaces.selling(fact.customer().product()).get().profile();
        return stores.subscriptions()
                .latest(fact.customer())
                .filter(read -> read.aggregate().suspicion().isEmpty())
                .filter(read ->
                        read.aggregate().newest().exists(newest -> fact.sign().compareTo(newest) > 0))
                .map(read -> Revision.of(
                        read,
                        read.aggregate()
                                .notSubscribed(
                                        profile.window(), policies.submitting().suspicion(), by)))
                .filter(revision -> !revision.change().isNone())
                .peek(revision -> stores.subscriptions().save(revision))
                .<NoticeOutcome>map(revision ->
                        new NoticeOutcome.Applied(revision.change().after().id()))
                .getOrElse(() -> new NoticeOutcome.Ignored("an end by raw delivery that raises no suspicion"));
    }

    private NoticeOutcome ofCustomer(Fact.OfCustomer fact) {
        return subject(fact.customer())
                .hear(fact.sign())
                .<NoticeOutcome>map(this::kept)
                .getOrElseGet(NoticeOutcome.Stale::new);
    }

    /** Which agreement and account the license belongs to is always absorbed, also where the sign is stale (NOT-3). */
    private NoticeOutcome ofLicense(Fact.OfLicense fact) {
        Agreement agreement = known(fact.agreement(), seen -> seen.linkedTo(fact.customer(), by));
        Subject subject = subject(fact.customer())
                .then(subscription -> subscription.comesFrom(agreement.id(), by))
                .then(subscription -> subscription.tracedTo(fact.account(), by))
                .then(subscription -> agreement
                        .successor()
                        .map(next -> subscription.succeededBy(next, by))
                        .getOrElse(() -> Change.none(subscription)));
        Either<StaleSign, Subject> heard = subject.hear(fact.sign());
        Subject after = heard.getOrElse(subject);
        Subject ended =
                agreement.ended().map(sign -> after.hear(sign).getOrElse(after)).getOrElse(after);
        NoticeOutcome outcome = kept(ended);
        return heard.isLeft() && ended.equals(after) ? new NoticeOutcome.Stale(heard.getLeft()) : outcome;
    }

    private NoticeOutcome ofAgreement(Fact.OfAgreement fact) {
        fact.previous().forEach(previous -> succeeded(previous, fact.agreement()));
        Agreement agreement = known(
                fact.agreement(),
                seen -> fact.ended().map(sign -> seen.endedBy(sign, by)).getOrElse(() -> Change.none(seen)));
        return agreement
                .customer()
                .map(customer -> ended(customer, fact.ended()))
                .getOrElse(() -> new NoticeOutcome.Parked(agreement.id().value()));
    }

    private NoticeOutcome ended(MarketplaceCustomer customer, Option<Sign> ended) {
        return ended.map(sign -> subject(customer)
                        .hear(sign)
                        .<NoticeOutcome>map(this::kept)
                        .getOrElseGet(NoticeOutcome.Stale::new))
                .getOrElse(() -> new NoticeOutcome.Ignored("says nothing of the subscription"));
    }

    private void succeeded(AgreementId previous, AgreementId next) {
        known(previous, seen -> seen.succeededBy(next, by))
                .customer()
                .forEach(customer -> kept(subject(customer).then(subscription -> subscription.succeededBy(next, by))));
    }

    /** What is known of an agreement, with one more thing. */
    private Agreement known(AgreementId id, Function<Agreement, Change<Agreement>> more) {
        Option<Versioned<Agreement>> read = stores.agreements().find(id);
        Change<Agreement> before =
                read.map(Versioned::aggregate).map(Change::none).getOrElse(() -> Agreement.seen(id, by));
        Change<Agreement> after = before.then(more.apply(before.after()));
        if (!after.isNone()) {
            stores.agreements().save(new Revision<>(read.map(Versioned::version).getOrElse(0L), after));
        }
        return after.after();
    }

    /** As if time had been advanced to the receipt: an end that was undecided for too long is decided (END-3). */
    private Subject subject(MarketplaceCustomer customer) {
        return stores.subscriptions()
                .latest(customer)
                .map(read -> Subject.of(read.version(), read.aggregate().advance(by.at()), policies.ending(), by))
                .getOrElse(() -> Subject.of(0, Subscription.seen(customer, 1, by), policies.ending(), by));
    }

    /** Keeps the change, and opens or closes the account that pays in the same transaction (END-4). */
    private NoticeOutcome kept(Subject subject) {
        stores.subscriptions().save(new Revision<>(subject.version(), subject.change()));
        Subscription subscription = subject.change().after();
        subject.left().forEach(since -> new Leavings(stores, by).unsettle(subscription, since));
        MarketplaceProfile profile =
                marketplaces.selling(subscription.customer().product()).get().profile();
        new Following(stores, policies, by).follow(subscription, profile);
        return subscription.cloudAccount().isDefined()
                ? new NoticeOutcome.Applied(subscription.id())
                : new NoticeOutcome.Parked(subscription.id().value());
    }

    /**
     * The subscription that a notice speaks of, on its way to its next version.
     *
     * @param left since when its workspaces were without it, if it returns to them: what they used until then is nobody's (MET-2, END-6)
     */
    private record Subject(
            long version, Change<Subscription> change, Option<Instant> left, EndPolicy policy, Request by) {

        static Subject of(long version, Change<Subscription> change, EndPolicy policy, Request by) {
            return new Subject(version, change, Option.none(), policy, by);
        }

        Subject then(Function<Subscription, Change<Subscription>> more) {
            return new Subject(version, change.then(more.apply(change.after())), left, policy, by);
        }

        /** An ended life is followed by the next, which the sign begins. */
        Either<StaleSign, Subject> hear(Sign sign) {
            Subscription known = change.after();
            return known.isFollowedBy(sign)
                    ? Either.right(of(0, known.nextLife(sign, policy, by), policy, by))
                    : known.hear(sign, policy, by).map(this::heard);
        }

        private Subject heard(Change<Subscription> heard) {
            Option<Instant> returned = heard.after().isAlive() ? freezeOfAll(change.after()) : Option.none();
            return new Subject(version, change.then(heard), left.orElse(returned), policy, by);
        }

        /** Of an end that has reached its workspaces: those that it never reached were bound all the time. */
        private static Option<Instant> freezeOfAll(Subscription ending) {
            return ending.freeze().filter(freeze -> ending.endHeard().isDefined() && !ending.cascadeOpen());
        }
    }
}
