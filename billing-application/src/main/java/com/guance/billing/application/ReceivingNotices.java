package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driving.ReceiveNotice;
import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeOutcome;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** NOT: once, in one transaction with its effect; then the cascade of an end (END-4). */
final class ReceivingNotices implements ReceiveNotice {

    private static final int MANY = 500;

    private final Transactions transactions;
    private final Marketplaces marketplaces;
    private final Policies policies;
    private final Cascading cascading;
    private final Advancing advancing;

    ReceivingNotices(Transactions transactions, Marketplaces marketplaces, Host host, Cascading cascading) {
        this.transactions = transactions;
        this.marketplaces = marketplaces;
        this.policies = host.policies();
        this.cascading = cascading;
        this.advancing = new Advancing(transactions, host, cascading);
    }

    @Override
    public NoticeOutcome receive(Notice notice) {
        Decided decided = transactions
                .judgedAt(notice.envelope().receipt())
                .ask(stores -> decide(stores, notice))
                .getOrElseGet(interrupted -> {
                    FirstFailure failures = transactions.failures();
                    interrupted.forEach(id -> failures.count(() -> cascading.finish(id)));
                    failures.count(() -> advancing.decideEnds(notice.envelope().receipt(), failures));
                    return transactions.run(stores -> decided(stores, notice));
                });
        decided.changed().forEach(cascading::finish);
        return decided.outcome();
    }

    /** What a notice came to, and the subscriptions whose workspaces may have to be reached. */
    private record Decided(NoticeOutcome outcome, Set<SubscriptionId> changed) {}

    /**
     * What it means; left: the account's subscriptions whose last change is to reach all workspaces first, as it would have without a
     * crash, and as time passes first where it is to decide an end (END-3, LOCK-6). Whatever comes of that, the notice is heard then:
     * an end is never refused (END-1).
     */
    private Either<List<SubscriptionId>, Decided> decide(Stores stores, Notice notice) {
        Option<Fact> fact = notice.fold(
                understood -> Option.some(understood.fact()), unknown -> Option.none(), malformed -> Option.none());
        List<SubscriptionId> interrupted =
                fact.map(new InterruptedCascades(stores)::before).getOrElse(List.of());
        boolean isInTime =
                fact.isEmpty() || !decidesEnds(stores, notice.envelope().receipt());
        return interrupted.isEmpty() && isInTime ? Either.right(decided(stores, notice)) : Either.left(interrupted);
    }

    private static boolean decidesEnds(Stores stores, Instant receipt) {
        return stores.subscriptions().due(receipt, MANY).stream()
                .anyMatch(ending -> !ending.aggregate().advance(receipt).isNone());
    }

    private Decided decided(Stores stores, Notice notice) {
        Set<SubscriptionId> changed = new LinkedHashSet<>();
        return new Decided(outcome(stores, notice, changed), changed);
    }

    private NoticeOutcome outcome(Stores stores, Notice notice, Set<SubscriptionId> changed) {
        if (stores.notices().outcome(notice.envelope()).isDefined()) {
            stores.notices().repeated(notice.envelope(), notice.envelope().receipt());
            return new NoticeOutcome.Duplicate();
        }
        NoticeOutcome outcome = notice.fold(
                understood -> problem(understood)
                        .<NoticeOutcome>map(wrong -> new NoticeOutcome.Malformed(List.of(wrong)))
                        .getOrElse(() -> apply(stores, understood, changed)),
                unknown -> new NoticeOutcome.Ignored(unknown.why()),
                malformed -> new NoticeOutcome.Malformed(malformed.problems()));
        stores.notices().add(notice, outcome);
        return outcome;
    }

    private Option<String> problem(Notice.Understood notice) {
        return notice.fact()
                .dated()
                .flatMap(sign -> policies.timing()
                        .problem(sign.ownTime(), notice.envelope().receipt()));
    }

    private NoticeOutcome apply(Stores stores, Notice.Understood notice, Set<SubscriptionId> changed) {
        Notice.Envelope envelope = notice.envelope();
        boolean sold = notice.fact()
                .product()
                .map(product -> marketplaces.selling(product).isDefined())
                .getOrElse(() -> marketplaces.sellsOn(envelope.marketplace()));
        if (!sold) {
            return new NoticeOutcome.Ignored("a product that is not sold here");
        }
        Request by = new Request(new Actor.Marketplace(envelope.marketplace()), envelope.receipt());
        return new Hearing(stores, marketplaces, policies, by, changed).hear(notice.fact());
    }
}
