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
import com.guance.billing.subscription.NoticeReason;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
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

    /**
     * A kept notice that staff hand in again.
     *
     * @param kept as what it was kept, which may be another identity than what is read now
     * @param by who, and when
     */
    record Resubmission(Notice.Id kept, Request by) {}

    @Override
    public NoticeOutcome receive(Notice notice) {
        return judge(notice, Option.none());
    }

    /** Judges a notice, delivered or handed in again. */
    NoticeOutcome judge(Notice read, Option<Resubmission> again) {
        Notice notice = ofOurProducts(read);
        Transactions judging = transactions.judgedAt(notice.envelope().receipt());
        Decided decided = judging.ask(stores -> decide(stores, notice, again)).getOrElseGet(interrupted -> {
            finish(interrupted, notice);
            return judging.ask(stores -> decide(stores, notice, again)).getOrElseGet(overtaken -> {
                finish(overtaken, notice);
                return transactions.run(stores -> decided(stores, notice, again));
            });
        });
        transactions.watcher().noticed(notice, decided.outcome());
        decided.changed().forEach(cascading::finish);
        return decided.outcome();
    }

    private void finish(List<SubscriptionId> interrupted, Notice notice) {
        FirstFailure failures = transactions.failures();
        interrupted.forEach(id -> failures.count(() -> cascading.finish(id)));
        failures.count(() -> advancing.decideEnds(notice.envelope().receipt(), failures));
    }

    /**
     * What a notice came to, and the subscriptions whose workspaces may have to be reached.
     *
     * @param overtaken those whose change before this one has not reached all workspaces yet
     */
    private record Decided(NoticeOutcome outcome, Set<SubscriptionId> changed, List<SubscriptionId> overtaken) {}

    /** The notice; an unknown one if it is about a product that is not sold here. */
    private Notice ofOurProducts(Notice notice) {
        return notice instanceof Notice.Understood understood && !isSold(understood)
                ? new Notice.Unknown(notice.envelope(), NoticeReason.FOREIGN_PRODUCT, "a product that is not sold here")
                : notice;
    }

    private boolean isSold(Notice.Understood notice) {
        return notice.fact()
                .product()
                .map(product -> marketplaces.selling(product).isDefined())
                .getOrElse(() -> marketplaces.sellsOn(notice.envelope().marketplace()));
    }

    /**
     * What it means; left: the account's subscriptions whose last change is to reach all workspaces first, as it would have without a
     * crash, and as time passes first where it is to decide an end (END-3, LOCK-6). Whatever comes of that, the notice is heard then:
     * an end is never refused (END-1).
     */
    private Either<List<SubscriptionId>, Decided> decide(Stores stores, Notice notice, Option<Resubmission> again) {
        Option<Fact> fact = notice.fold(
                understood -> Option.some(understood.fact()), unknown -> Option.none(), malformed -> Option.none());
        List<SubscriptionId> interrupted =
                fact.map(new InterruptedCascades(stores)::before).getOrElse(List.of());
        boolean isInTime =
                fact.isEmpty() || !decidesEnds(stores, notice.envelope().receipt());
        if (!interrupted.isEmpty() || !isInTime) {
            return Either.left(interrupted);
        }
        Decided decided = decided(stores, notice, again);
        return decided.overtaken().isEmpty() ? Either.right(decided) : Either.left(decided.overtaken());
    }

    private static boolean decidesEnds(Stores stores, Instant receipt) {
        return stores.subscriptions().due(receipt, MANY).stream()
                .anyMatch(ending -> !ending.aggregate().advance(receipt).isNone());
    }

    private Decided decided(Stores stores, Notice notice, Option<Resubmission> again) {
        Set<SubscriptionId> changed = new LinkedHashSet<>();
        List<SubscriptionId> overtaken = new ArrayList<>();
        return new Decided(judged(stores, notice, again, changed, overtaken), changed, overtaken);
    }

    private NoticeOutcome judged(
            Stores stores,
            Notice notice,
            Option<Resubmission> again,
            Set<SubscriptionId> changed,
            List<SubscriptionId> overtaken) {
        Notice.Envelope envelope = notice.envelope();
        Option<KeptNotice> before = stores.notices().find(envelope.identity());
        boolean isDuplicate = before.exists(kept -> kept.outcome().isReceived());
        NoticeOutcome outcome =
                isDuplicate ? new NoticeOutcome.Duplicate() : outcome(stores, notice, changed, overtaken);
        boolean isRepetition =
                isDuplicate || (again.isEmpty() && before.exists(kept -> kept.isRepeatedBy(envelope, outcome)));
        if (isRepetition) {
            stores.notices().repeated(envelope.identity(), envelope.receipt());
        } else {
            keep(stores, envelope, before, outcome, again);
        }
        again.filter(staff -> !staff.kept().equals(envelope.identity())).forEach(staff -> {
            Notice.Envelope kept = new Notice.Envelope(
                    staff.kept().id(), staff.kept().marketplace(), envelope.receipt(), envelope.text());
            keep(stores, kept, stores.notices().find(staff.kept()), outcome, again);
        });
        return outcome;
    }

    private static void keep(
            Stores stores,
            Notice.Envelope envelope,
            Option<KeptNotice> before,
            NoticeOutcome outcome,
            Option<Resubmission> again) {
        int judgement = before.map(KeptNotice::judgement).getOrElse(0) + 1;
        stores.notices().add(new KeptNotice(envelope, judgement, outcome, again.map(Resubmission::by)));
    }

    private NoticeOutcome outcome(
            Stores stores, Notice notice, Set<SubscriptionId> changed, List<SubscriptionId> overtaken) {
        return notice.fold(
                understood -> problem(understood)
                        .<NoticeOutcome>map(wrong -> new NoticeOutcome.Malformed(List.of(wrong)))
                        .getOrElse(() -> apply(stores, understood, changed, overtaken)),
                unknown -> new NoticeOutcome.Ignored(unknown.why()),
                malformed -> new NoticeOutcome.Malformed(malformed.problems()));
    }

    private Option<String> problem(Notice.Understood notice) {
        return notice.fact()
                .dated()
                .flatMap(sign -> policies.timing()
                        .problem(sign.ownTime(), notice.envelope().receipt()));
    }

    private NoticeOutcome apply(
            Stores stores, Notice.Understood notice, Set<SubscriptionId> changed, List<SubscriptionId> overtaken) {
        Notice.Envelope envelope = notice.envelope();
        Request by = new Request(new Actor.Marketplace(envelope.marketplace()), envelope.receipt());
        return new Hearing(stores, marketplaces, policies, by, changed, overtaken).hear(notice.fact());
    }
}
