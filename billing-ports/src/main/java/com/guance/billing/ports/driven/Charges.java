package com.guance.billing.ports.driven;

import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.Destination;
import com.guance.billing.metering.Gathered;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.Rebinding;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.ports.faults.StaleVersion;
import com.guance.billing.subscription.MarketplaceCustomer;
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
     * The hours of charges that are to be metered through a subscription and are in no record yet (FIN-1).
     *
     * @param subscription the subscription
     * @return a meter and hour each, the oldest hour first, of one hour in the order of their keys
     */
    List<RecordId> hoursOf(SubscriptionId subscription);

    /**
     * Meters that carry whole units of a workspace, or of the subscription itself: such as returned to them, or were cut off (MET-4,
     * MET-7). Left out are those with a record of the last closed hour: what they have waits for the next.
     *
     * @param through the last closed hour
     * @param limit at most so many, at least 1
     * @return each with that hour, in the order of their keys
     */
    List<RecordId> returned(MeteringHour through, int limit);

    /**
     * The meters of a customer that carry whole units of a workspace, or of the subscription itself (FIN-1).
     *
     * @param customer whose
     * @return in the order of their dimensions
     */
    List<Meter> returnedTo(MarketplaceCustomer customer);

    /**
     * Puts the charges of the record's meter that are to be metered through a subscription and are in no record yet, of its hour or
     * earlier, into the record. Those of earlier hours came late: they keep their own hour (MET-7).
     *
     * @param record the record, about to be made
     * @param subscription whose charges
     * @return what each workspace brings, carried remainders included, in the order of workspace ids; workspaces with a remainder
     *     only bring it too; whether the subscription settles them is as it is now (MET-4)
     */
    Gathered gather(RecordId record, SubscriptionId subscription);

    /**
     * The subscriptions through which charges are to be metered that may go into a record: each by a {@link #gather} of its own.
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

    /**
     * Hands what a subscription leaves over to its heir (MET-7): its charges in no record, and the remainders of its customer's
     * meters, its own included. Each dimension stays what it is.
     *
     * @param from who leaves it
     * @param to who has it from now on, of the same cloud account
     */
    void handOver(Destination.Metered from, Destination.Metered to);

    /**
     * Gives charges that are in no record, and the unsettled, to who paid by a binding that was not known when they were taken: those
     * of the workspace whose own instant lies within the binding. Charges in a record keep their payer.
     *
     * @param rebindings the bindings
     */
    void rebind(List<Rebinding> rebindings);

    /**
     * Forfeits the remainders of a subscription's customer, its own included, when its final hour is closed (FIN-1). Their
     * fractions stand in the books as forfeited; whole units, for which no hour was open, as unsettled (END-8).
     *
     * @param of the subscription
     * @param at when
     * @return how many remainders, those of nothing not counted
     */
    int forfeit(Destination.Metered of, Instant at);

    /**
     * Gives the {@linkplain MeteringRecord#returned returned} units of records back to their meters' remainders, by workspace: they
     * go into the next record of the meter (SUB-6, SUB-8, SUB-11). The caller saves the records in the same transaction, once.
     *
     * @param returned records as they are now, in any order
     */
    void giveBack(List<MeteringRecord> returned);
}
