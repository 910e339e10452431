package com.guance.billing.application;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Change;
import com.guance.billing.CloudAccountId;
import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.arrears.Arrears;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.workspace.LifeEvent.WorkspaceMoved;
import com.guance.billing.workspace.SettlementEvent.SettlementMethodChanged;
import com.guance.billing.workspace.SettlementMethod.ThroughBillingCenter;
import io.vavr.control.Option;
import java.util.Comparator;
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

    void on(CloudAccountId account) {
        reliedOn.add(account);
    }

    /** On whether it is in arrears. */
    void on(BillingCenterAccountId account) {
        settling.add(account);
    }

    /** On the Billing Center account that pays from an event on. */
    void on(DomainEvent event) {
        nowSettledBy(event).forEach(settling::add);
    }

    /** Makes everyone stale who changes one of them; arrears that whoever decides saves are not touched. */
    void touch(Stores stores, Neighbours neighbours, Option<BillingCenterAccountId> saved, Request by) {
        settling.removeIf(saved::contains);
        stores.cloudAccounts()
                .save(reliedOn.stream()
                        .flatMap(id -> neighbours.readableAccount(id).toJavaStream())
                        .map(account -> Revision.of(account, Change.none(account.aggregate())))
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

    private static Option<BillingCenterAccountId> nowSettledBy(DomainEvent event) {
        if (event instanceof WorkspaceMoved moved) {
            return Option.some(moved.to());
        }
        return event instanceof SettlementMethodChanged changed && changed.to() instanceof ThroughBillingCenter center
                ? Option.some(center.account())
                : Option.none();
    }
}
