package com.guance.billing.ports.driven;

import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.Share;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.ports.faults.StaleVersion;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The journal of charges. Each method is a bounded number of statements, however many charges it is given. */
public interface Charges {

    /**
     * Charges taken before.
     *
     * @param keys the charges' keys
     * @return those that were taken, by key
     */
    Map<String, TakenCharge> find(Collection<String> keys);

    /**
     * Takes charges, each key once: one whose key was taken before, by anyone, stays as it is.
     *
     * @param charges with keys that differ
     * @return those taken before under one of these keys, by key; all others are taken now
     * @throws StaleVersion if another transaction takes one of these keys meanwhile, and this store cannot wait for it
     */
    Map<String, TakenCharge> add(List<TakenCharge> charges);

    /**
     * The oldest hours with charges that are in no record yet, as far as they are closed. Left out are meters with a record of the
     * last closed hour: what they have came late, and waits for the next (MET-7).
     *
     * @param through the last closed hour
     * @param limit at most so many, at least 1
     * @return a meter and hour each, the oldest hour first, of one hour in the order of their keys
     */
    List<RecordId> unrecorded(MeteringHour through, int limit);

    /**
     * Puts all charges of the record's meter that are in no record yet, of its hour or earlier, into the record (MET-7).
     *
     * @param record the record, about to be made
     * @return what each workspace brings, carried remainders included; workspaces with a remainder only bring it too; in the
     *     order of workspace ids
     */
    List<Share> gather(RecordId record);

    /**
     * The subscriptions through which the charges are to be metered that {@link #gather} would put into a record.
     *
     * @param record the record, about to be made
     * @return those of charges in no record yet, of the record's meter, of its hour or earlier; empty if there is none
     */
    Set<SubscriptionId> subscriptions(RecordId record);

    /**
     * Makes charges unsettled that are in no record yet, were to be metered through this subscription, and whose own instant (the
     * last one inside their period) is at or after another (END-3, END-8). Charges in a record keep their payer. Of charges that
     * another transaction takes meanwhile, each is made unsettled or stays to be metered.
     *
     * @param subscription the subscription
     * @param from the first instant; {@link Instant#MIN} means all of them
     * @return how many charges were made unsettled
     */
    int unsettle(SubscriptionId subscription, Instant from);
}
