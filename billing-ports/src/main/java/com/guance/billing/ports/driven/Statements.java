package com.guance.billing.ports.driven;

import com.guance.billing.CloudAccountId;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordId;
import com.guance.billing.statement.ChargeLine;
import com.guance.billing.statement.ChargedHour;
import com.guance.billing.statement.Entry;
import com.guance.billing.statement.StatementPeriod;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * The journal as people ask for it (ASK-1, ASK-2); nothing is written. A charge is told of under the hour of its record, and if it is in
 * none under its own; what was left at an end, under the hour in which that happened.
 */
public interface Statements {

    /**
     * Charges and what was left at an end, summed up by whose they are and what became of them.
     *
     * @param account in whose books they stand
     * @param period which hours
     * @return one sum each, in any order; none of nothing but of charges of nothing
     */
    List<Entry> entries(CloudAccountId account, StatementPeriod period);

    /**
     * Charges, one by one.
     *
     * @param account in whose books they stand
     * @param period which hours
     * @param after only those after this one
     * @param limit at most so many, at least 1
     * @return first those in records, by the record's hour, their own, and their keys; then those in none, by their own hour and keys
     */
    List<ChargeLine> charges(CloudAccountId account, StatementPeriod period, Option<ChargeLine> after, int limit);

    /**
     * Records.
     *
     * @param account in whose books they stand
     * @param period which hours
     * @param after only those after this one
     * @param limit at most so many, at least 1
     * @return the oldest hour first, of one hour in the order of their keys
     */
    List<MeteringRecord> records(CloudAccountId account, StatementPeriod period, Option<RecordId> after, int limit);

    /**
     * What is carried over the start of an hour: the remainders as they are now, less what the hours from that one on have added to them,
     * and with what they have taken.
     *
     * @param account in whose books it stands
     * @param start the hour
     * @return by dimension, zeros left out; below zero only where a record of an earlier hour took fractions of a later one (MET-7)
     */
    Map<Dimension, BigDecimal> carried(CloudAccountId account, MeteringHour start);

    /**
     * Where there are charges that are not in the record of their own hour.
     *
     * @param account in whose books they stand
     * @param period which hours: their own
     * @return each once, in any order
     */
    List<ChargedHour> chargedHours(CloudAccountId account, StatementPeriod period);
}
