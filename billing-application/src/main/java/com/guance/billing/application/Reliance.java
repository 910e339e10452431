package com.guance.billing.application;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Change;
import com.guance.billing.CloudAccountId;
import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.arrears.Arrears;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.workspace.LifeEvent.WorkspaceMoved;
import com.guance.billing.workspace.SettlementEvent.ChangeWaits;
import com.guance.billing.workspace.SettlementEvent.SettlementMethodChanged;
import com.guance.billing.workspace.SettlementMethod.ThroughBillingCenter;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The payers that a decision relied on: they are touched when it is kept, so that none changes meanwhile (END-4, LOCK-7). In the order
 * of their ids, first cloud accounts, then arrears: two decisions never wait for each other.
 */
final class Reliance {

    private final Set<CloudAccountId> reliedOn = new TreeSet<>(Comparator.comparing(CloudAccountId::value));
    private final Set<BillingCenterAccountId> settling =
            new TreeSet<>(Comparator.comparing(BillingCenterAccountId::value));
    private final Map<CloudAccountId, Instant> awaited = new HashMap<>();

    void on(CloudAccountId account) {
        reliedOn.add(account);
    }

    /** On whether it is in arrears. */
    void on(BillingCenterAccountId account) {
        settling.add(account);
    }

    /** On the Billing Center account that pays from an event on, or the cloud account that a change waits for. */
    void on(DomainEvent event) {
        nowSettledBy(event).forEach(settling::add);
        if (event instanceof ChangeWaits waits) {
            CloudAccountId account = waits.change().account();
            reliedOn.add(account);
            awaited.merge(account, waits.change().lapsesAt(), (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    /** Makes everyone stale who changes one of them; arrears that whoever decides saves are not touched. */
    void touch(Stores stores, Neighbours neighbours, Option<BillingCenterAccountId> saved, Request by) {
        settling.removeIf(saved::contains);
        stores.cloudAccounts()
                .save(reliedOn.stream()
                        .flatMap(id -> neighbours.readableAccount(id).toJavaStream())
                        .map(account -> Revision.of(account, awaited(account.aggregate(), by)))
                        .toList());
        stores.arrears()
                .save(settling.stream()
                        .filter(account -> !neighbours.isUnreadable(account))
                        .map(account -> neighbours
                                .arrears(account)
                                .map(known -> Revision.of(known, Change.none(known.aggregate())))
                                .getOrElse(() -> Revision.first(Arrears.watched(account, by))))
                        .toList());
    }

    /** A change that waits keeps the registration of its account (END-7). */
    private Change<CloudAccount> awaited(CloudAccount account, Request by) {
        return Option.of(awaited.get(account.id()))
                .map(until -> account.awaited(until, by))
                .getOrElse(() -> Change.none(account));
    }

    private static Option<BillingCenterAccountId> nowSettledBy(DomainEvent event) {
        if (event instanceof WorkspaceMoved moved) {
            return Option.some(moved.to());
        }
        return event instanceof SettlementMethodChanged changed && changed.to() instanceof ThroughBillingCenter center
                ? Option.some(center.account())
                : Option.none();
    }
}
