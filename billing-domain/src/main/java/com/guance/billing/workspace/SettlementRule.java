package com.guance.billing.workspace;

import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.site.Cloud;
import com.guance.billing.site.Site;
import io.vavr.control.Option;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of changing who pays, each a value: testable alone, listed once, in the order in which they answer. */
enum SettlementRule {

    /** SET-2 */
    OWNER_OR_HOLDER(SettlementRule::ownerOrHolder),
    /** SET-3 */
    ONE_HOLDER(SettlementRule::oneHolder),
    /** SET-9, UNL-6 */
    NOT_FULLY_LOCKED(SettlementRule::notFullyLocked),
    /** SET-4 */
    PAYER_ALIVE(SettlementRule::payerAlive),
    /** SET-5 */
    SITE(SettlementRule::site),
    /** SET-8 */
    ANOTHER_METHOD(SettlementRule::anotherMethod);

    @SuppressWarnings("ImmutableEnumChecker") // each is one of the static methods below, without state
    private final Function<Attempt, Option<SettlementRefusal>> refusal;

    SettlementRule(Function<Attempt, Option<SettlementRefusal>> refusal) {
        this.refusal = refusal;
    }

    /** This rule's refusal, if it has one. */
    Option<SettlementRefusal> refuses(Attempt attempt) {
        return refusal.apply(attempt);
    }

    /** Every rule's refusal, in order. */
    static List<SettlementRefusal> all(Attempt attempt) {
        return Stream.of(values())
                .flatMap(rule -> rule.refuses(attempt).toJavaStream())
                .collect(Collectors.toUnmodifiableList());
    }

    private static Option<SettlementRefusal> ownerOrHolder(Attempt attempt) {
        Actor actor = attempt.asked().by().by();
        boolean may = actor.equals(new Actor.Owner(attempt.owner()))
                || actor.equals(new Actor.Holder(attempt.around().holder().id()));
        return Option.when(!may, () -> new SettlementRefusal.NotForThisActor(actor));
    }

    private static Option<SettlementRefusal> oneHolder(Attempt attempt) {
        BillingCenterAccountId holder = attempt.around().holder().id();
        return attempt.asked().through().flatMap(account -> {
            Option<BillingCenterAccountId> its =
                    account.registeredUnder(attempt.asked().by().at());
            return Option.when(!its.contains(holder), () -> new SettlementRefusal.UnderAnotherHolder(holder, its));
        });
    }

    private static Option<SettlementRefusal> notFullyLocked(Attempt attempt) {
        return attempt.workspace()
                .map(Workspace::locks)
                .filter(locks -> locks.isFullAt(attempt.asked().by().at()))
                .flatMap(Locks::deadline)
                .map(SettlementRefusal.FullyLocked::new);
    }

    private static Option<SettlementRefusal> payerAlive(Attempt attempt) {
        return attempt.asked()
                .through()
                .filter(account -> account.payer().isEmpty())
                .map(account -> new SettlementRefusal.NoActiveSubscription(account.id()));
    }

    private static Option<SettlementRefusal> site(Attempt attempt) {
        return attempt.asked()
                .through()
                .filter(account -> !attempt.around().holder().arbitrarySelection())
                .flatMap(account -> attempt.around().site().flatMap(at -> notAllowed(attempt, at, account.cloud())));
    }

    private static Option<SettlementRefusal> notAllowed(Attempt attempt, Site site, Cloud asked) {
        Set<Cloud> allowed = attempt.around().policies().sites().allowedAt(site);
        return Option.when(
                !allowed.contains(asked), () -> new SettlementRefusal.SiteDoesNotAllow(site, asked, allowed));
    }

    private static Option<SettlementRefusal> anotherMethod(Attempt attempt) {
        return attempt.workspace()
                .flatMap(workspace -> workspace.bindings().inForce())
                .filter(inForce -> attempt.method().contains(inForce))
                .map(SettlementRefusal.AlreadySettledThatWay::new);
    }
}
