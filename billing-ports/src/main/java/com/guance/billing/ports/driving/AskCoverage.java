package com.guance.billing.ports.driving;

import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.Dimension;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.statement.Coverage;
import com.guance.billing.statement.StatementPeriod;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Set;

/** Whether every hour is accounted for, and until when something has to be sent (ASK-2). */
public interface AskCoverage {

    /**
     * What each hour of a subscription has come to.
     *
     * @param subscription which
     * @param period which hours; only those are told of in which it paid, from its first activation to its freeze
     * @param dimensions of which to tell in any case, such as all that the tariff names; those with charges or records are told of anyway
     * @param at now
     * @return one answer for each dimension and hour; none if the subscription is unknown, or paid in none of these hours
     * @throws Fault if the store fails
     */
    Option<Coverage> of(SubscriptionId subscription, StatementPeriod period, Set<Dimension> dimensions, Instant at);

    /**
     * The nearest deadline: from when on the marketplace would take something no more that is not accepted yet, be it a record that is
     * owed, or charges whose record is still to be made (SUB-8). What is held or disputed waits for a person and has no deadline. In the
     * past, if it was missed and nobody has run {@link RunDue} since.
     *
     * @param at now
     * @return the instant, over all products sold here; none if nothing is owed
     * @throws Fault if the store fails
     */
    Option<Instant> nearestDeadline(Instant at);
}
