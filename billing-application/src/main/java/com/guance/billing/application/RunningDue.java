package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driving.RunDue;
import com.guance.billing.subscription.Subscription;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiPredicate;

/** All that is due, in the order of its urgency. What fails does not hold up the rest. */
final class RunningDue implements RunDue {

    private final Transactions transactions;
    private final Marketplaces marketplaces;
    private final Policies policies;
    private final Passing passing;
    private final ClosingHours closing;

    RunningDue(
            Transactions transactions,
            Marketplaces marketplaces,
            Policies policies,
            Passing passing,
            ClosingHours closing) {
        this.transactions = transactions;
        this.marketplaces = marketplaces;
        this.policies = policies;
        this.passing = passing;
        this.closing = closing;
    }

    /** What the passing of time and of what was heard brings to workspaces. */
    record Passing(Cascading cascading, TellingArrears arrears, Advancing advancing, ExpiredClaims claims) {}

    @Override
    public Done run(Instant at) {
        Timekeeping.RunTime time =
                transactions.run(stores -> transactions.time().begin(stores, at));
        FirstFailure failures = transactions.failures();
        Done done =
                time.confirmed() ? ordinary(at, time.doubted(), failures) : unconfirmed(at, time.certain(), failures);
        transactions.watcher().ran(done);
        failures.rethrow();
        return done;
    }

    private Done ordinary(Instant at, boolean doubted, FirstFailure failures) {
        int reached = finishCascades(failures)
                + failures.count(() -> passing.advancing().decideEnds(at, failures));
        int advanced = failures.count(() -> passing.advancing().advance(at));
        int closed = failures.count(() -> closing.closeDue(at, failures));
        SuspectProbes probes = new SuspectProbes(transactions, marketplaces, policies);
        failures.count(() -> probes.make(at, failures));
        int submitted = 0;
        boolean rateReached = false;
        Set<SubscriptionId> denied = new HashSet<>();
        for (Marketplace marketplace : marketplaces.all()) {
            SubmittingRecords submitting = new SubmittingRecords(transactions, marketplace, policies, at);
            submitted += failures.count(() -> submit(marketplace, submitting, at, failures));
            rateReached |= submitting.isRateReached();
            denied.addAll(submitting.denied());
            if (doubted) {
                confirm(marketplace, submitting, at, failures);
            }
        }
        // A probe that is on its way, was not answered, or could not leave may still be a success (SUB-5).
        BiPredicate<Stores, Subscription> asked = (stores, suspected) -> denied.contains(suspected.id())
                ? suspected.deniedProbes() >= policies.submitting().suspicion().probes()
                : suspected.maySend(at) && probes.cannotAsk(stores, suspected, at);
        int confirmed = failures.count(() -> passing.advancing().confirmSuspicions(at, asked, failures));
        failures.count(
                () -> new Overruns(transactions, policies.submitting().alarms().finalHour()).tell(at));
        failures.count(() -> passing.claims().forget(at));
        return new Done(reached + confirmed, advanced, closed, submitted, rateReached);
    }

    private int finishCascades(FirstFailure failures) {
        return new Unreached(transactions, passing.cascading(), passing.arrears()).reach(failures)
                + failures.count(() -> passing.cascading().finishAll(failures))
                + failures.count(() -> passing.arrears().finishAll(failures));
    }

    /**
     * LOCK-8: nothing that cannot be taken back. What is made is sent, and waits for nothing later than what is certain, so that a wrong
     * clock keeps no record back.
     */
    private Done unconfirmed(Instant at, Instant certain, FirstFailure failures) {
        int reached = finishCascades(failures);
        int submitted = 0;
        boolean rateReached = false;
        for (Marketplace marketplace : marketplaces.all()) {
            SubmittingRecords submitting =
                    SubmittingRecords.unconfirmed(transactions, marketplace, policies, at, certain);
            submitted += failures.count(() -> submitting.submitDue(failures));
            rateReached |= submitting.isRateReached();
            confirm(marketplace, submitting, at, failures);
        }
        return new Done(reached, 0, 0, submitted, rateReached, true);
    }

    /** A marketplace's time confirms a doubted instant that it agrees with. */
    private void confirm(Marketplace marketplace, SubmittingRecords submitting, Instant at, FirstFailure failures) {
        Request by = new Request(new Actor.Marketplace(marketplace.profile().marketplace()), at);
        if (submitting.isTimeAgreed()) {
            failures.count(() -> ConfirmingTime.confirmed(transactions, by));
        }
    }

    /** What the marketplace takes no more is not sent; what it then still owes an answer for is warned of (SUB-8). */
    private int submit(Marketplace marketplace, SubmittingRecords submitting, Instant at, FirstFailure failures) {
        LapsingRecords lapsing = new LapsingRecords(transactions, marketplace.profile(), policies, at, failures);
        failures.count(lapsing::expire);
        int submitted = failures.count(() -> submitting.submitDue(failures));
        failures.count(lapsing::warn);
        return submitted;
    }
}
