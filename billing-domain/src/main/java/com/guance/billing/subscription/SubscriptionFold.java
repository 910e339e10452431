package com.guance.billing.subscription;

import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.subscription.SubscriptionEvent.CascadeCompleted;
import com.guance.billing.subscription.SubscriptionEvent.FinalHourClosed;
import com.guance.billing.subscription.SubscriptionEvent.LicenseKnown;
import com.guance.billing.subscription.SubscriptionEvent.NamesAnswered;
import com.guance.billing.subscription.SubscriptionEvent.SeveralLicensesActive;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionActivated;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionConfirmed;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionEnding;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionSeen;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionTraced;
import com.guance.billing.subscription.SubscriptionEvent.SuccessorEnded;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;

/** The only place where a subscription's state moves. */
final class SubscriptionFold {

    private SubscriptionFold() {}

    static Subscription born(SubscriptionSeen seen) {
        return ImmutableSubscription.builder()
                .id(seen.subscription())
                .customer(seen.customer())
                .life(seen.life())
                .status(SubscriptionStatus.PENDING)
                .cloudAccount(Option.none())
                .activatedAt(Option.none())
                .recordsFrom(Option.none())
                .payingSince(Option.none())
                .activeHeard(Option.none())
                .end(Option.none())
                .endHeard(Option.none())
                .finalHourDue(Option.none())
                .agreement(Option.none())
                .successor(Option.none())
                .successorEnded(false)
                .notAwaitedSince(Option.none())
                .newest(Option.none())
                .told(seen.request())
                .changes(0)
                .cascadeOpen(false)
                .suspicion(Option.none())
                .failure(Option.none())
                .lastFailure(Option.none())
                .endsSince(Option.none())
                .awaySince(Option.none())
                .resumedFrom(Option.none())
                .overrunTold(false)
                .answered(AnsweredNames.none())
                .licenses(List.of())
                .isProbed(false)
                .deniedProbes(0)
                .build();
    }

    /** Counts what others say of it, so that the same said again is not taken for what was said before. */
    static Subscription when(Subscription subscription, SubscriptionEvent event) {
        ImmutableSubscription after = (ImmutableSubscription) changed((ImmutableSubscription) subscription, event);
        return event instanceof SubscriptionSeen
                        || event instanceof CascadeCompleted
                        || event instanceof FinalHourClosed
                        || event instanceof NamesAnswered
                        || event instanceof LicenseKnown
                        || event instanceof SeveralLicensesActive
                ? after
                : after.withChanges(subscription.changes() + 1);
    }

    private static Subscription changed(ImmutableSubscription before, SubscriptionEvent event) {
        return event.fold(
                seen -> before,
                traced -> traced(before, traced),
                activated -> activated(before, activated),
                confirmed -> confirmed(before, confirmed),
                ending -> ending(before, ending),
                ended -> before.withStatus(SubscriptionStatus.ENDED)
                        .withFinalHourDue(finalHourAt(before, ended.at()))
                        .withSuspicion(Option.none())
                        .withNewest(Option.some(ended.sign())),
                known -> before.withAgreement(Option.some(known.agreement())),
                named -> before.withSuccessor(Option.some(named.successor())).withSuccessorEnded(false),
                completed ->
                        before.withCascadeOpen(false).withFailure(Option.none()).withResumedFrom(Option.none()),
                due -> before.withFinalHourDue(Option.some(due.deadline())),
                rated -> before.withFinalHourDue(finalHourAt(before, rated.at())),
                closed -> before.withFinalHourDue(Option.none()),
                suspected -> before.withSuspicion(Option.some(suspected.suspicion()))
                        .withIsProbed(false)
                        .withDeniedProbes(0),
                probed -> before.withSuspicion(before.suspicion().map(known -> known.probedUntil(probed.probeFrom())))
                        .withIsProbed(probed.probeFrom().isAfter(probed.at())),
                denied -> before.withSuspicion(before.suspicion().map(known -> known.probedUntil(denied.probeFrom())))
                        .withIsProbed(false)
                        .withDeniedProbes(before.deniedProbes() + 1),
                cleared -> before.withSuspicion(Option.none()),
                overrun -> before.withOverrunTold(true),
                ended -> successorEnded(before, ended),
                answered -> before.withAnswered(answered.names().over(before.answered())),
                license -> before.withLicenses(AccountLicenses.with(before.licenses(), license.license())),
                several -> before);
    }

    /** When its final hour closes, if it is still open, now that it need not wait any longer. */
    private static Option<Instant> finalHourAt(Subscription before, Instant at) {
        return before.finalHourDue().map(due -> due.isBefore(at) ? due : at);
    }

    /** Those who wait for the account hear of an active subscription only now. */
    private static Subscription traced(ImmutableSubscription before, SubscriptionTraced event) {
        return before.withCloudAccount(Option.some(event.account()))
                .withActiveHeard(before.isAlive() ? Option.some(event.request()) : before.activeHeard())
                .withCascadeOpen(before.cascadeOpen() || before.isAlive());
    }

    private static Subscription activated(ImmutableSubscription before, SubscriptionActivated event) {
        Option<Instant> since = Option.some(event.sign().effective(event.at()));
        return before.withStatus(SubscriptionStatus.ACTIVE)
                .withActivatedAt(before.activatedAt().orElse(since))
                .withRecordsFrom(
                        before.recordsFrom().orElse(Option.some(event.sign().ownTime())))
                .withPayingSince(since)
                .withActiveHeard(Option.some(event.request()))
                .withEnd(Option.none())
                .withEndsSince(Option.none())
                .withAwaySince(before.endsSince().orElse(before.awaySince()))
                .withResumedFrom(before.resumedFrom().orElse(undecidedFreeze(before)))
                .withEndHeard(Option.none())
                .withNotAwaitedSince(Option.none())
                .withFinalHourDue(Option.none())
                .withSuspicion(Option.none())
                .withFailure(Option.none())
                .withLastFailure(Option.none())
                .withOverrunTold(false)
                .withCascadeOpen(true)
                .withTold(event.request())
                .withNewest(Option.some(event.sign()));
    }

    /** Workspaces that await the successor are to meet the end now. */
    private static Subscription successorEnded(ImmutableSubscription before, SuccessorEnded event) {
        ImmutableSubscription known = before.withSuccessorEnded(true);
        return before.isSucceeded()
                ? known.withEnd(before.freeze().map(freeze -> End.decided(freeze, false)))
                        .withNotAwaitedSince(Option.some(event.request()))
                        .withCascadeOpen(true)
                : known;
    }

    private static Option<Instant> undecidedFreeze(Subscription before) {
        return before.freeze().filter(freeze -> before.undecidedUntil().isDefined());
    }

    /** An activation newer than a suspicion clears it. */
    private static Subscription confirmed(ImmutableSubscription before, SubscriptionConfirmed event) {
        ImmutableSubscription heard = before.withTold(event.request());
        return event.sign().kind() == Kind.NOT_ACTIVATED
                ? failed(heard, event.request())
                : heard.withNewest(Option.some(event.sign()))
                        .withSuspicion(before.suspicion()
                                .filter(since -> event.sign().kind() != Kind.ACTIVATED
                                        || !event.sign().ownTime().isAfter(since.since())));
    }

    /** A failure to subscribe concerns those who wait, and nobody else (ARR-8). */
    private static Subscription failed(ImmutableSubscription before, Request by) {
        SubscriptionId failed = before.status() == SubscriptionStatus.PENDING ? before.id() : before.nextLifeId();
        return before.isAlive() || before.cloudAccount().isEmpty()
                ? before
                : before.withFailure(Option.some(new Failure(failed, by)))
                        .withLastFailure(Option.some(new Failure(failed, by)))
                        .withCascadeOpen(true);
    }

    /** Its final hour waits for nothing, unless its rating is due. */
    private static Subscription ending(ImmutableSubscription before, SubscriptionEnding event) {
        boolean isNew = before.freeze().isEmpty() && before.activatedAt().isDefined();
        boolean decided = event.end().exists(end -> end.undecidedUntil().isEmpty());
        return before.withStatus(SubscriptionStatus.ENDING)
                .withSuspicion(Option.none())
                .withEnd(event.end())
                .withEndsSince(before.endsSince().orElse(() -> Option.some(since(event))))
                .withFinalHourDue(isNew ? event.end().map(End::freeze) : before.finalHourDue())
                .withEndHeard(decided ? before.endHeard().orElse(Option.some(event.request())) : Option.none())
                .withCascadeOpen(decided)
                .withTold(event.request())
                .withNewest(Option.some(event.sign()));
    }

    private static Instant since(SubscriptionEnding event) {
        return event.end().map(End::freeze).getOrElse(() -> event.sign().effective(event.at()));
    }
}
