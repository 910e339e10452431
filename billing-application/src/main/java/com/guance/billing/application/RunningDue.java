package com.guance.billing.application;

import com.guance.billing.SubscriptionId;
import com.guance.billing.policy.SubmittingPolicy;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.ports.driving.RunDue;
import com.guance.billing.subscription.Subscription;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** All that is due, in the order of its urgency. What fails does not hold up the rest. */
final class RunningDue implements RunDue {

    private final Transactions transactions;
    private final Marketplaces marketplaces;
    private final SubmittingPolicy policy;
    private final Passing passing;
    private final ClosingHours closing;

    RunningDue(
            Transactions transactions,
            Marketplaces marketplaces,
            SubmittingPolicy policy,
            Passing passing,
            ClosingHours closing) {
        this.transactions = transactions;
        this.marketplaces = marketplaces;
        this.policy = policy;
        this.passing = passing;
        this.closing = closing;
    }

    /** What the passing of time and of what was heard brings to workspaces. */
    record Passing(Cascading cascading, TellingArrears arrears, Advancing advancing) {}

    @Override
    public Done run(Instant at) {
        FirstFailure failures = transactions.failures();
        int reached = new Unreached(transactions, passing.cascading(), passing.arrears()).reach(failures)
                + failures.count(() -> passing.cascading().finishAll(failures))
                + failures.count(() -> passing.arrears().finishAll(failures))
                + failures.count(() -> passing.advancing().decideEnds(at, failures));
        int advanced = failures.count(() -> passing.advancing().advance(at));
        int failedBefore = failures.failed();
        int closed = failures.count(() -> closing.closeDue(at, failures));
        int submitted = 0;
        boolean rateReached = false;
        Set<SubscriptionId> denied = new HashSet<>();
        for (Marketplace marketplace : marketplaces.all()) {
            SubmittingRecords submitting = new SubmittingRecords(transactions, marketplace, policy, at);
            submitted += failures.count(() -> submit(marketplace, submitting, at, failures));
            rateReached |= submitting.isRateReached();
            denied.addAll(submitting.denied());
        }
        Predicate<Subscription> asked = asked(denied, !rateReached && failures.failed() == failedBefore, at);
        int confirmed = failures.count(() -> passing.advancing().confirmSuspicions(at, asked, failures));
        failures.count(() -> new Overruns(transactions, policy.alarms().finalHour()).tell(at));
        Done done = new Done(reached + confirmed, advanced, closed, submitted, rateReached);
        transactions.watcher().ran(done);
        failures.rethrow();
        return done;
    }

    /**
     * Whom the marketplace has just denied again, or for whom there was nothing left to ask it with: a probe that is on its way, was
     * not answered, found no call permitted, or could not leave for something failed, may still be a success (SUB-5).
     */
    private static Predicate<Subscription> asked(Set<SubscriptionId> denied, boolean allLeft, Instant at) {
        return suspected -> denied.contains(suspected.id()) || (allLeft && suspected.maySend(at));
    }

    /** What the marketplace takes no more is not sent; what it then still owes an answer for is warned of (SUB-8). */
    private int submit(Marketplace marketplace, SubmittingRecords submitting, Instant at, FirstFailure failures) {
        LapsingRecords lapsing = new LapsingRecords(transactions, marketplace.profile(), policy, at, failures);
        failures.count(lapsing::expire);
        int submitted = failures.count(() -> submitting.submitDue(failures));
        failures.count(lapsing::warn);
        return submitted;
    }
}
