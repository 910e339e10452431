package com.guance.billing.inmemory;

import com.guance.billing.CloudAccountId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Closing;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.Quantity;
import io.vavr.collection.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What each meter's workspaces carry into its next record (MET-4). Immutable. */
record Remainders(HashMap<Meter, Carried> byMeter) {

    static Remainders none() {
        return new Remainders(HashMap.empty());
    }

    /** What a meter's workspaces carry. */
    Map<WorkspaceId, Quantity> of(Meter meter) {
        return byMeter.get(meter).map(Carried::byWorkspace).getOrElse(Map.of());
    }

    /** With what a closed hour carries, in place of all that its meter carried. */
    Remainders after(Closing closing) {
        MeteringRecord record = closing.record().after();
        Carried carried = new Carried(record.billed().account(), closing.carried());
        return new Remainders(byMeter.put(record.id().meter(), carried));
    }

    /** All in the books of an account: the meter's dimension and the quantity. */
    Stream<Map.Entry<Meter, Quantity>> of(CloudAccountId account) {
        return byMeter.toJavaStream()
                .filter(entry -> entry._2().account().equals(account))
                .map(entry -> Map.entry(entry._1(), entry._2().total()));
    }

    /**
     * Of one meter.
     *
     * @param account in whose books it stands
     * @param byWorkspace what each carries
     */
    record Carried(CloudAccountId account, Map<WorkspaceId, Quantity> byWorkspace) {

        Quantity total() {
            return byWorkspace.values().stream().reduce(Quantity.ZERO, Quantity::plus);
        }
    }
}
