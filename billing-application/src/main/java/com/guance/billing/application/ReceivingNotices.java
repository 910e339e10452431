package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driving.ReceiveNotice;
import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.KeptNotice;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeOutcome;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;

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
        NoticeOutcome outcome = transactions
                .ask(stores -> decide(stores, notice))
                .getOrElseGet(interrupted -> {
                    FirstFailure failures = transactions.failures();
                    interrupted.forEach(id -> failures.count(() -> cascading.finish(id)));
                    failures.count(() -> advancing.decideEnds(notice.envelope().receipt(), failures));
                    return transactions.run(stores -> decided(stores, notice));
                });
        if (outcome instanceof NoticeOutcome.Applied applied) {
            cascading.finish(applied.subscription());
        }
        return outcome;
    }

    /**
     * What it means; left: the account's subscriptions whose last change is to reach all workspaces first, as it would have without a
     * crash, and as time passes first where it is to decide an end (END-3, LOCK-6). Whatever comes of that, the notice is heard then:
     * an end is never refused (END-1).
     */
    private Either<List<SubscriptionId>, NoticeOutcome> decide(Stores stores, Notice notice) {
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

    private NoticeOutcome decided(Stores stores, Notice notice) {
        Notice.Envelope envelope = notice.envelope();
        Option<KeptNotice> before = stores.notices().find(envelope.identity());
        if (before.exists(kept -> kept.outcome().isReceived())) {
            stores.notices().repeated(envelope.identity(), envelope.receipt());
            return new NoticeOutcome.Duplicate();
        }
        NoticeOutcome outcome = notice.fold(
                understood -> apply(stores, understood),
                unknown -> new NoticeOutcome.Ignored(unknown.why()),
                malformed -> new NoticeOutcome.Malformed(malformed.problems()));
        if (before.exists(kept -> kept.isRepeatedBy(envelope, outcome))) {
            stores.notices().repeated(envelope.identity(), envelope.receipt());
        } else {
            int judgement = before.map(KeptNotice::judgement).getOrElse(0) + 1;
            stores.notices().add(new KeptNotice(envelope, judgement, outcome, Option.none()));
        }
        return outcome;
    }

    private NoticeOutcome apply(Stores stores, Notice.Understood notice) {
        Notice.Envelope envelope = notice.envelope();
        boolean sold = notice.fact()
                .product()
                .map(product -> marketplaces.selling(product).isDefined())
                .getOrElse(() -> marketplaces.sellsOn(envelope.marketplace()));
        if (!sold) {
            return new NoticeOutcome.Ignored("a product that is not sold here");
        }
        Request by = new Request(new Actor.Marketplace(envelope.marketplace()), envelope.receipt());
        return new Hearing(stores, marketplaces, policies, by).hear(notice.fact());
    }
}
