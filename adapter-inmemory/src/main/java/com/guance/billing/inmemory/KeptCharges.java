package com.guance.billing.inmemory;

import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.Share;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.ports.driven.Charges;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
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
record KeptCharges(Cell<Journal> cell) implements Charges {

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
    public List<Share> gather(RecordId record) {
        TreeMap<RecordId, Vector<TakenCharge>> gathered = cell.get().charges().owedTo(record);
        cell.rewrite(before -> before.with(before.charges().recorded(gathered)));
        Map<WorkspaceId, Quantity> charged = gathered.values()
                .toJavaStream()
                .flatMap(Vector::toJavaStream)
                .collect(Collectors.toMap(
                        taken -> taken.charge().workspace(),
                        taken -> taken.charge().usage().quantity(),
                        Quantity::plus));
        return shares(cell.get().remainders().of(record.meter()), charged);
    }

    @Override
    public Set<SubscriptionId> subscriptions(RecordId record) {
        return cell.get()
                .charges()
                .owedTo(record)
                .values()
                .toJavaStream()
                .flatMap(Vector::toJavaStream)
                .flatMap(taken -> TakenCharges.subscription(taken).toJavaStream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public int unsettle(SubscriptionId subscription, Instant from) {
        int before = cell.get().charges().waiting();
        cell.rewrite(journal -> journal.with(journal.charges().unsettled(subscription, from)));
        return before - cell.get().charges().waiting();
    }

    private List<Share> shares(Map<WorkspaceId, Quantity> carried, Map<WorkspaceId, Quantity> charged) {
        return Stream.concat(carried.keySet().stream(), charged.keySet().stream())
                .distinct()
                .sorted(Comparator.comparing(WorkspaceId::value))
                .map(workspace -> new Share(
                        workspace,
                        cell.get().charges().sites().get(workspace).get(),
                        carried.getOrDefault(workspace, Quantity.ZERO),
                        charged.getOrDefault(workspace, Quantity.ZERO)))
                .collect(Collectors.toUnmodifiableList());
    }
}
