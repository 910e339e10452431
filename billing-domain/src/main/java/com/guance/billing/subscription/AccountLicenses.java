package com.guance.billing.subscription;

import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.policy.EndPolicy;
import com.guance.billing.subscription.SubscriptionEvent.LicenseKnown;
import com.guance.billing.subscription.SubscriptionEvent.SeveralLicensesActive;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;
import java.util.stream.Stream;

/**
 * In the account form the licenses known of an account and product are one subscription (ARR-9): active while one of them is, ended with
 * the last. What is stale is judged for each license apart; the subscription's status follows from all of them, so that any order of
 * their notices ends alike.
 */
record AccountLicenses(Subscription subscription) {

    static List<KnownLicense> with(List<KnownLicense> known, KnownLicense one) {
        return Stream.concat(known.stream().filter(other -> !other.license().equals(one.license())), Stream.of(one))
                .toList();
    }

    /** What a sign of one license brings. */
    Either<StaleSign, Change<Subscription>> said(KnownLicense license, EndPolicy policy, Request by) {
        return newer(license.license(), license.newest())
                .<Either<StaleSign, Change<Subscription>>>map(Either::left)
                .getOrElse(() -> Either.right(applied(license, policy, by)));
    }

    boolean follows(String license, Sign sign) {
        boolean isSpent = subscription.activatedAt().isDefined()
                && !subscription.isAlive()
                && subscription.endHeard().isDefined()
                && subscription.finalHourDue().isEmpty();
        return isSpent
                && new KnownLicense(license, sign).isActive()
                && newer(license, sign).isEmpty();
    }

    /** What is known of the licenses goes on with it: what is said late of one that ended is stale still. */
    Change<Subscription> nextLife(KnownLicense license, EndPolicy policy, Request by) {
        Change<Subscription> begun = Lives.begun(subscription, license.newest(), policy, by);
        Subscription next = begun.after();
        List<LicenseKnown> known = with(subscription.licenses(), license).stream()
                .map(each -> new LicenseKnown(next.id(), each, by))
                .toList();
        return begun.then(Change.of(next, SubscriptionFold::when, known));
    }

    private Option<StaleSign> newer(String license, Sign sign) {
        return known(license)
                .filter(known -> sign.compareTo(known.newest()) <= 0)
                .map(known -> new StaleSign(sign, known.newest()));
    }

    private Option<KnownLicense> known(String license) {
        return Option.ofOptional(subscription.licenses().stream()
                .filter(known -> known.license().equals(license))
                .findFirst());
    }

    private Change<Subscription> applied(KnownLicense license, EndPolicy policy, Request by) {
        boolean wasActive = known(license.license()).exists(KnownLicense::isActive);
        List<String> active = with(subscription.licenses(), license).stream()
                .filter(KnownLicense::isActive)
                .map(KnownLicense::license)
                .sorted()
                .toList();
        boolean joins = license.isActive() && !wasActive && active.size() > 1;
        List<SubscriptionEvent> events = Stream.of(
                        Stream.<SubscriptionEvent>of(new LicenseKnown(subscription.id(), license, by)),
                        joins
                                ? Stream.<SubscriptionEvent>of(new SeveralLicensesActive(subscription.id(), active, by))
                                : Stream.<SubscriptionEvent>empty(),
                        moved(license, active.isEmpty(), policy, by).stream())
                .flatMap(each -> each)
                .toList();
        return Change.of(subscription, SubscriptionFold::when, events);
    }

    /**
     * The status follows. A license that ends while another is active says nothing of the subscription, and neither does the status of
     * an agreement whose license had ended before the last one did: that one's may say that another follows it.
     */
    private List<SubscriptionEvent> moved(KnownLicense license, boolean noneIsActive, EndPolicy policy, Request by) {
        boolean activates = license.isActive() && !subscription.isAlive();
        boolean ends = noneIsActive && license.newest().kind() != Sign.Kind.NOT_ACTIVATED && isLast(license);
        return activates || ends ? new Consequences(subscription, license.newest(), policy, by).events() : List.of();
    }

    private boolean isLast(KnownLicense license) {
        return known(license.license())
                .map(before -> before.isActive() || subscription.newest().contains(before.newest()))
                .getOrElse(() -> subscription.licenses().isEmpty());
    }
}
