package com.guance.billing.application;

import com.guance.billing.AgreementId;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.policy.EndPolicy;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Agreement;
import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.IdentityForm;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.Product;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.StaleSign;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;

/**
 * What a notice's fact does to the subscription it speaks of, and to what is known of agreements (NOT-2, NOT-3, END-5).
 *
 * @param changed gathers the subscriptions whose workspaces may have to be reached
 * @param overtaken gathers those whose change before has not reached all workspaces: committed since this transaction looked (INV-5)
 */
record Hearing(
        Stores stores,
        Marketplaces marketplaces,
        Policies policies,
        Request by,
        Collection<SubscriptionId> changed,
        Collection<SubscriptionId> overtaken) {

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

    /** In the account form no notice names a customer by its identifier: who it is cannot be told (ARR-9). */
    private NoticeOutcome ofCustomer(Fact.OfCustomer fact) {
        if (isByAccount(fact.customer().product())) {
            return new NoticeOutcome.Ignored("names a customer in another form than the product's");
        }
        return subject(fact.customer())
                .hear(fact.sign())
                .<NoticeOutcome>map(this::kept)
                .getOrElseGet(NoticeOutcome.Stale::new);
    }

    /** Which agreement and account the license belongs to is always absorbed, also where the sign is stale (NOT-3). */
    private NoticeOutcome ofLicense(Fact.OfLicense fact) {
        Agreement agreement = known(fact.agreement(), seen -> seen.linkedTo(fact.customer(), by));
        return isByAccount(fact.customer().product()) ? ofAccount(fact, agreement) : ofLicense(fact, agreement);
    }

    private NoticeOutcome ofLicense(Fact.OfLicense fact, Agreement agreement) {
        Subject subject = subject(fact.customer())
                .then(subscription -> subscription.comesFrom(agreement.id(), by))
                .then(subscription -> subscription.tracedTo(fact.account(), by))
                .then(subscription ->
                        subscription.named(new Landed(stores).names(fact.customer(), fact.account(), subscription), by))
                .then(subscription -> chains().of(agreement)
                        .map(next -> subscription.succeededBy(next, by))
                        .getOrElse(() -> Change.none(subscription)));
        Either<StaleSign, Subject> heard = subject.hear(fact.sign());
        Subject after = heard.getOrElse(subject);
        Subject ended =
                agreement.ended().map(sign -> after.hear(sign).getOrElse(after)).getOrElse(after);
        NoticeOutcome outcome = kept(ended);
        return heard.isLeft() && ended.equals(after) ? new NoticeOutcome.Stale(heard.getLeft()) : outcome;
    }

    /** In the account form the licenses of an account are one subscription (ARR-9). */
    private NoticeOutcome ofAccount(Fact.OfLicense fact, Agreement agreement) {
        String license = fact.customer().license();
        Subject subject =
                subject(account(fact.customer())).then(subscription -> subscription.tracedTo(fact.account(), by));
        Either<StaleSign, Subject> said = subject.ofLicense(license, fact.sign());
        Subject after = said.getOrElse(subject);
        Subject ended = agreement
                .ended()
                .map(sign -> after.ofLicense(license, ending(agreement, sign)).getOrElse(after))
                .getOrElse(after);
        NoticeOutcome outcome = kept(ended);
        return said.isLeft() && ended.equals(after) ? new NoticeOutcome.Stale(said.getLeft()) : outcome;
    }

    private boolean isByAccount(Product product) {
        return marketplaces
                .selling(product)
                .map(Marketplace::profile)
                .exists(profile -> profile.form() == IdentityForm.ACCOUNT);
    }

    private static MarketplaceCustomer account(MarketplaceCustomer.Licensed license) {
        return new MarketplaceCustomer.Account(license.product(), license.account());
    }

    /** The subscription of an account has no one agreement: whether another follows an ended one is the agreement's to say (END-5). */
    private static Sign ending(Agreement agreement, Sign sign) {
        return agreement.successor().isDefined() ? new Sign(Sign.Kind.SUPERSEDED, sign.ownTime()) : sign;
    }

    private NoticeOutcome ofAgreement(Fact.OfAgreement fact) {
        Agreement agreement = known(fact.agreement(), seen -> told(seen, fact));
        agreement
                .previous()
                .filter(named -> fact.previous().contains(named))
                .forEach(named -> followed(known(named, seen -> seen.succeededBy(agreement.id(), by))));
        NoticeOutcome outcome = agreement
                .customer()
                .map(customer -> isByAccount(customer.product())
                        ? endedOfAccount(customer, agreement, fact.ended())
                        : ended(customer, fact.ended()))
                .getOrElse(() -> new NoticeOutcome.Parked(agreement.id().value()));
        changed.addAll(chains().reachBefore(agreement.id()));
        return outcome;
    }

    /** In the account form a named successor is awaited also where it is named after an end with an unknown status (END-5). */
    private void followed(Agreement previous) {
        previous.customer()
                .filter(customer -> isByAccount(customer.product()) && !previous.hasKnownStatus())
                .forEach(customer -> endedOfAccount(customer, previous, previous.ended()));
    }

    private Change<Agreement> told(Agreement seen, Fact.OfAgreement fact) {
        Change<Agreement> follows =
                fact.previous().map(previous -> seen.follows(previous, by)).getOrElse(() -> Change.none(seen));
        return follows.then(fact.ended()
                .map(sign -> follows.after().endedBy(sign, by))
                .getOrElse(() -> Change.none(follows.after())));
    }

    private NoticeOutcome ended(MarketplaceCustomer customer, Option<Sign> ended) {
        return ended.map(sign -> subject(customer)
                        .hear(sign)
                        .<NoticeOutcome>map(this::kept)
                        .getOrElseGet(NoticeOutcome.Stale::new))
                .getOrElse(() -> new NoticeOutcome.Ignored("says nothing of the subscription"));
    }

    private NoticeOutcome endedOfAccount(
            MarketplaceCustomer.Licensed license, Agreement agreement, Option<Sign> ended) {
        return ended.map(sign -> subject(account(license))
                        .ofLicense(license.license(), ending(agreement, sign))
                        .<NoticeOutcome>map(this::kept)
                        .getOrElseGet(NoticeOutcome.Stale::new))
                .getOrElse(() -> new NoticeOutcome.Ignored("says nothing of the subscription"));
    }

    private SuccessorChains chains() {
        return new SuccessorChains(stores, by);
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
                .peek(read -> noteOvertaken(read.aggregate()))
                .map(read -> Subject.of(read.version(), read.aggregate().advance(by.at()), policies.ending(), by))
                .getOrElse(() -> Subject.of(0, Subscription.seen(customer, 1, by), policies.ending(), by));
    }

    private void noteOvertaken(Subscription read) {
        if (read.cascadeOpen() && read.cloudAccount().isDefined()) {
            overtaken.add(read.id());
        }
    }

    /** Keeps the change, and opens or closes the account that pays in the same transaction (END-4). */
    private NoticeOutcome kept(Subject subject) {
        stores.subscriptions().save(new Revision<>(subject.version(), subject.change()));
        Subscription subscription = subject.change().after();
        subject.left().forEach(since -> new Leavings(stores, by).unsettle(subscription, since));
        MarketplaceProfile profile =
                marketplaces.selling(subscription.customer().product()).get().profile();
        new Following(stores, policies, by).follow(subscription, profile);
        subscription.cloudAccount().forEach(known -> changed.add(subscription.id()));
        subscription
                .agreement()
                .filter(agreement -> subscription.endHeard().isDefined())
                .forEach(agreement -> changed.addAll(chains().reachBefore(agreement)));
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

        /** In the account form: what is said of one license; a life that is over is followed by the next. */
        Either<StaleSign, Subject> ofLicense(String license, Sign sign) {
            Subscription known = change.after();
            return known.isFollowedBy(license, sign)
                    ? Either.right(of(0, known.nextLife(license, sign, policy, by), policy, by))
                    : known.ofLicense(license, sign, policy, by).map(this::heard);
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
