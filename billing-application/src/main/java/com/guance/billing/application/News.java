package com.guance.billing.application;

import com.guance.billing.Change;
import com.guance.billing.arrears.Arrears;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.Loss;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * What was told of the payers of a workspace, and has not reached it yet, until an instant: ends, activations and arrears whose cascade
 * is on its way. Whoever hears it relies on that payer.
 */
record News(Neighbours neighbours, Reliance relies, Policies policies, Instant at) {

    /** What was told of a payer, and its cascade has still to bring to the workspace. */
    record Unheard(Instant at, Function<Workspace, Change<Workspace>> heard) {}

    List<Unheard> of(Workspace workspace) {
        List<Unheard> news = new ArrayList<>();
        end(workspace).forEach(news::add);
        successorEnded(workspace).forEach(news::add);
        List<CloudAccount> awaited = neighbours.awaited(workspace);
        awaited.forEach(account -> news.addAll(failures(account)));
        awaited.forEach(account -> news.addAll(activations(account)));
        neighbours.arrearsOf(workspace).forEach(told -> arrears(told).forEach(news::add));
        news.sort(Comparator.comparing(Unheard::at));
        return news;
    }

    /** An end holds whatever the clock of whoever asks says: nothing is decided on a payer that is none any more (END-4). */
    private Option<Unheard> end(Workspace workspace) {
        return neighbours
                .ended(workspace)
                .flatMap(ended -> loss(ended).map(loss -> {
                    Instant heard = ended.lossHeard().get().at();
                    return new Unheard(
                            heard,
                            now -> now.payerEnded(loss, policies.locking(), neighbours.wasInArrears(now, heard)));
                }));
    }

    /** So does the end of the successor that it awaits (END-5). */
    private Option<Unheard> successorEnded(Workspace workspace) {
        return neighbours
                .awaitedBy(workspace)
                .flatMap(ended -> ended.notAwaitedSince()
                        .map(by -> new Unheard(by.at(), now -> {
                            ended.cloudAccount().forEach(relies::on);
                            return now.successorEnded(
                                    ended.id(), policies.locking(), neighbours.wasInArrears(now, by.at()), by);
                        })));
    }

    private Option<Loss> loss(Subscription ended) {
        return ended.cloudAccount()
                .peek(relies::on)
                .flatMap(neighbours::account)
                .map(Versioned::aggregate)
                .flatMap(account -> Loss.of(ended, account, policies.ending()));
    }

    /** Who asks again after a failure to subscribe asks anew (ARR-8). */
    private List<Unheard> failures(CloudAccount account) {
        return neighbours.hearingFor(account).stream()
                .flatMap(hearing -> neighbours.subscription(hearing).toJavaStream())
                .flatMap(hearing -> hearing.failure().toJavaStream())
                .filter(failure -> !failure.by().at().isAfter(at))
                .map(failure -> new Unheard(failure.by().at(), now -> {
                    relies.on(account.id());
                    return now.payerFailed(account, failure.subscription(), failure.by());
                }))
                .toList();
    }

    private List<Unheard> activations(CloudAccount account) {
        return account.payers().stream()
                .flatMap(payer -> neighbours.subscription(payer.subscription()).toJavaStream())
                .filter(active -> active.isAlive() && active.cascadeOpen())
                .map(active -> new Unheard(active.activeHeard().get().at(), now -> {
                    relies.on(account.id());
                    return neighbours
                            .around(now)
                            .map(around -> now.payerActivated(active, account, around))
                            .getOrElse(() -> Change.none(now));
                }))
                .filter(news -> !news.at().isAfter(at))
                .toList();
    }

    /**
     * Arrears whose cascade is over hold whatever the clock says: it missed a workspace that an earlier end had not reached yet.
     */
    private Option<Unheard> arrears(Arrears told) {
        return Option.when(
                told.cascadeOpen() ? !told.told().at().isAfter(at) : told.stand(),
                () -> new Unheard(told.told().at(), now -> heard(told, now)));
    }

    private Change<Workspace> heard(Arrears told, Workspace now) {
        Change<Workspace> change = told.stand()
                ? now.arrearsBegan(told.account(), policies.locking(), told.told())
                : now.release(new LockCause.Arrears(told.account()), policies.locking(), told.told());
        if (told.cascadeOpen() || !change.isNone()) {
            relies.on(told.account());
        }
        return change;
    }
}
