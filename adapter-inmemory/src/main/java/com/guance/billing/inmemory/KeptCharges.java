package com.guance.billing.inmemory;

import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.inmemory.Remainders.Carried;
import com.guance.billing.metering.Destination;
import com.guance.billing.metering.Gathered;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.Rebinding;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.Share;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.ports.driven.Charges;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.workspace.Workspace;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Charges, in one transaction. */
record KeptCharges(Cell<Journal> cell, Cell<Aggregates> aggregates) implements Charges {

    @Override
    public Map<String, TakenCharge> find(Collection<String> keys) {
        Map<String, TakenCharge> found = new LinkedHashMap<>();
        keys.forEach(key -> cell.get().charges().all().get(key).forEach(taken -> found.put(key, taken)));
        return found;
    }

    @Override
    public Map<String, TakenCharge> add(List<TakenCharge> charges) {
        Map<String, TakenCharge> known =
                find(charges.stream().map(taken -> taken.charge().key()).toList());
        cell.rewrite(before -> {
            TakenCharges after = before.charges();
            for (TakenCharge taken : charges) {
                after = known.containsKey(taken.charge().key()) ? after : after.with(taken);
            }
            return before.with(after);
        });
        return known;
    }

    @Override
    public List<RecordId> unrecorded(MeteringHour through, int limit) {
        return cell.get()
                .charges()
                .hours(through)
                .filter(own -> cell.get()
                        .records()
                        .find(new RecordId(own.meter(), through))
                        .isEmpty())
                .limit(limit)
                .collect(Collectors.toUnmodifiableList());
    }

    @Override
    public List<RecordId> hoursOf(SubscriptionId subscription) {
        return cell.get()
                .charges()
                .unrecorded()
                .filterValues(waiting ->
                        waiting.exists(taken -> TakenCharges.subscription(taken).contains(subscription)))
                .keySet()
                .toJavaList();
    }

    @Override
    public List<RecordId> returned(MeteringHour through, int limit) {
        return cell.get()
                .remainders()
                .withUnits()
                .map(meter -> new RecordId(meter, through))
                .filter(last -> cell.get().records().find(last).isEmpty())
                .sorted(Journal.OLDEST)
                .limit(limit)
                .collect(Collectors.toUnmodifiableList());
    }

    @Override
    public List<Meter> returnedTo(MarketplaceCustomer customer) {
        return cell.get()
                .remainders()
                .withUnits()
                .filter(meter -> meter.customer().equals(customer))
                .sorted(Comparator.comparing(meter -> meter.dimension().name()))
                .collect(Collectors.toUnmodifiableList());
    }

    @Override
    public Gathered gather(RecordId record, SubscriptionId subscription) {
        Vector<TakenCharge> gathered = cell.get().charges().owedTo(record, subscription);
        cell.rewrite(before -> before.with(before.charges().recorded(gathered, record.hour())));
        Map<WorkspaceId, Quantity> charged = gathered.toJavaStream()
                .collect(Collectors.toMap(
                        taken -> taken.charge().workspace(),
                        taken -> taken.charge().usage().quantity(),
                        Quantity::plus));
        Carried carried = cell.get().remainders().of(record.meter());
        return new Gathered(shares(subscription, carried.byWorkspace(), charged), carried.own());
    }

    @Override
    public Set<SubscriptionId> subscriptions(RecordId record) {
        return cell.get()
                .charges()
                .owedTo(record)
                .toJavaStream()
                .flatMap(taken -> TakenCharges.subscription(taken).toJavaStream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public int unsettle(SubscriptionId subscription, Instant from) {
        int before = cell.get().charges().waiting();
        cell.rewrite(journal -> journal.with(journal.charges().unsettled(subscription, from)));
        return before - cell.get().charges().waiting();
    }

    @Override
    public void handOver(Destination.Metered from, Destination.Metered to) {
        cell.rewrite(journal -> journal.with(journal.charges().handedOver(from.subscription(), to))
                .with(journal.remainders().handedOver(from.customer(), to)));
    }

    @Override
    public void rebind(List<Rebinding> rebindings) {
        cell.rewrite(journal -> journal.with(journal.charges().rebound(rebindings)));
    }

    @Override
    public int forfeit(Destination.Metered of, Instant at) {
        int before = cell.get().remainders().forfeited().size();
        cell.rewrite(journal -> journal.with(journal.remainders().forfeitedOf(of.customer(), at)));
        return cell.get().remainders().forfeited().size() - before;
    }

    @Override
    public void giveBack(List<MeteringRecord> returned) {
        cell.rewrite(journal -> journal.with(journal.remainders().with(returned)));
    }

    private List<Share> shares(
            SubscriptionId payer, Map<WorkspaceId, Quantity> carried, Map<WorkspaceId, Quantity> charged) {
        List<WorkspaceId> all = Stream.concat(carried.keySet().stream(), charged.keySet().stream())
                .distinct()
                .sorted(Comparator.comparing(WorkspaceId::value))
                .toList();
        Map<WorkspaceId, Versioned<Workspace>> known =
                aggregates.get().workspaces().find(all);
        return all.stream()
                .map(workspace -> new Share(
                        new Share.Of(
                                workspace,
                                cell.get().charges().sites().get(workspace).get(),
                                Option.of(known.get(workspace))
                                        .exists(one -> one.aggregate().isPaidBy(payer))),
                        carried.getOrDefault(workspace, Quantity.ZERO),
                        charged.getOrDefault(workspace, Quantity.ZERO)))
                .toList();
    }
}
