package com.guance.billing.workspace;

import com.guance.billing.Actor;
import com.guance.billing.policy.AfterCountdown;
import com.guance.billing.policy.LockIn;
import com.guance.billing.site.Cloud;
import com.guance.billing.site.Site;
import com.guance.billing.workspace.Registration.Ownership;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rules of changing who pays, each a value: testable alone, listed once, in the order in which they answer. */
public enum SettlementRule {

    /** SET-2: the Owner or the holder asks. */
    OWNER_OR_HOLDER(SettlementRule::ownerOrHolder),
    /** SET-9: the workspace is neither dissolved nor lapsed. */
    NOT_CLOSED(SettlementRule::notClosed),
    /** SET-3: workspace and cloud account are under one Billing Center account; any other is unknown there (SET-11). */
    ONE_HOLDER(SettlementRule::oneHolder),
    /** SET-9, UNL-6: the countdown is not over, or the policy allows a way back. */
    NOT_FULLY_LOCKED(SettlementRule::notFullyLocked),
    /** SET-4, SET-13: the cloud account has an active subscription, or one that may still become so, or exactly this waits already. */
    PAYER_ALIVE(SettlementRule::payerAlive),
    /** SET-5: the site allows the cloud. */
    SITE(SettlementRule::site),
    /** SET-8: it is not so already. */
    ANOTHER_METHOD(SettlementRule::anotherMethod),
    /** SET-7: no living cloud account pays. */
    NOT_LOCKED_IN(SettlementRule::notLockedIn),
    /** SET-6: this month's change is not used up. */
    ONCE_A_MONTH(SettlementRule::onceAMonth);

    /** The rules of what a marketplace's notice may do by itself (END-5, END-6). */
    static final List<SettlementRule> OF_RETURNING = List.of(NOT_CLOSED, ONE_HOLDER, NOT_FULLY_LOCKED, SITE);

    /** The rules of what was asked for and completes later: who may ask was judged when it was asked (SET-13, OWN-1). */
    static final List<SettlementRule> OF_COMPLETING =
            Stream.of(values()).filter(rule -> rule != OWNER_OR_HOLDER).toList();

    /** The rules of leaving a lock, whoever pays then. */
    static final List<SettlementRule> OF_UNLOCKING = List.of(OWNER_OR_HOLDER, NOT_CLOSED, NOT_FULLY_LOCKED);

    @SuppressWarnings("ImmutableEnumChecker") // each is one of the static methods below, without state
    private final Function<Attempt, Option<SettlementRefusal>> refusal;

    SettlementRule(Function<Attempt, Option<SettlementRefusal>> refusal) {
        this.refusal = refusal;
    }

    /** This rule's refusal, if it has one. */
    Option<SettlementRefusal> refuses(Attempt attempt) {
        return refusal.apply(attempt);
    }

    /** Every rule's refusal, in order; to an actor who may not, only that (SET-11). */
    static List<SettlementRefusal> all(Attempt attempt) {
        return all(List.of(values()), attempt);
    }

    /** The refusals of some rules, in order. */
    static List<SettlementRefusal> all(List<SettlementRule> rules, Attempt attempt) {
        Option<SettlementRefusal> stranger =
                rules.contains(OWNER_OR_HOLDER) ? OWNER_OR_HOLDER.refuses(attempt) : Option.none();
        return stranger.map(List::of)
                .getOrElse(() -> rules.stream()
                        .flatMap(rule -> rule.refuses(attempt).toJavaStream())
                        .toList());
    }

    /** The first of some rules that refuses. */
    static Option<SettlementRule> first(List<SettlementRule> rules, Attempt attempt) {
        return Option.ofOptional(
                rules.stream().filter(rule -> rule.refuses(attempt).isDefined()).findFirst());
    }

    private static Option<SettlementRefusal> ownerOrHolder(Attempt attempt) {
        Actor actor = attempt.asked().by().by();
        Ownership ownership = new Ownership(attempt.around().holder().id(), attempt.owner());
        return Option.when(!ownership.isOf(actor), () -> new SettlementRefusal.NotForThisActor(actor));
    }

    private static Option<SettlementRefusal> notClosed(Attempt attempt) {
        return attempt.workspace().flatMap(Workspace::closed).map(SettlementRefusal.WorkspaceClosed::new);
    }

    private static Option<SettlementRefusal> oneHolder(Attempt attempt) {
        return attempt.asked().unknown().map(SettlementRefusal.CloudAccountUnknown::new);
    }

    private static Option<SettlementRefusal> notFullyLocked(Attempt attempt) {
        return attempt.workspace()
                .filter(workspace -> attempt.around().policies().locking().afterCountdown() == AfterCountdown.NO_RETURN)
                .map(Workspace::locks)
                .filter(locks -> locks.isFullAt(attempt.asked().by().at()))
                .flatMap(Locks::deadline)
                .map(SettlementRefusal.FullyLocked::new);
    }

    private static Option<SettlementRefusal> payerAlive(Attempt attempt) {
        return attempt.asked()
                .through()
                .filter(account -> attempt.method().isEmpty())
                .filter(account -> !account.expects(attempt.asked().subscription()) && !attempt.waitsAlready())
                .map(account -> new SettlementRefusal.NoActiveSubscription(account.id()));
    }

    private static Option<SettlementRefusal> site(Attempt attempt) {
        return attempt.asked().through().flatMap(account -> site(account.cloud(), attempt.around()));
    }

    /** SET-5, for an account of a cloud. */
    static Option<SettlementRefusal> site(Cloud asked, Circumstances around) {
        return around.site()
                .filter(site -> !around.holder().arbitrarySelection())
                .flatMap(site -> notAllowed(site, asked, around));
    }

    private static Option<SettlementRefusal> notAllowed(Site site, Cloud asked, Circumstances around) {
        Set<Cloud> allowed = around.policies().settling().sites().allowedAt(site);
        return Option.when(
                !allowed.contains(asked), () -> new SettlementRefusal.SiteDoesNotAllow(site, asked, allowed));
    }

    private static Option<SettlementRefusal> anotherMethod(Attempt attempt) {
        return attempt.inForce()
                .filter(inForce -> attempt.method().contains(inForce))
                .map(SettlementRefusal.AlreadySettledThatWay::new);
    }

    private static Option<SettlementRefusal> notLockedIn(Attempt attempt) {
        boolean allowed = attempt.asked().through().isEmpty()
                && attempt.around().policies().settling().lockIn() == LockIn.BILLING_CENTER_ALLOWED;
        return attempt.inForce()
                .filter(inForce -> !allowed && attempt.around().standing().payerLives())
                .flatMap(SettlementMethod::cloud)
                .map(paid -> new SettlementRefusal.LockedIn(paid.account(), paid.subscription()));
    }

    private static Option<SettlementRefusal> onceAMonth(Attempt attempt) {
        return attempt.workspace()
                .filter(Workspace::usesMonth)
                .flatMap(Workspace::monthUsed)
                .flatMap(last -> attempt.around()
                        .policies()
                        .settling()
                        .changes()
                        .nextAllowed(last)
                        .filter(attempt.month()::isBefore)
                        .map(next -> (SettlementRefusal) new SettlementRefusal.ChangedThisMonth(last, next)));
    }

    static Option<Instant> month(Attempt attempt) {
        return attempt.workspace().filter(Workspace::usesMonth).map(workspace -> attempt.month());
    }
}
