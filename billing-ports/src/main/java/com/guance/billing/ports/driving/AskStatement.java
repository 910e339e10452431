package com.guance.billing.ports.driving;

import com.guance.billing.CloudAccountId;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.statement.ChargeLine;
import com.guance.billing.statement.Statement;
import com.guance.billing.statement.StatementPeriod;
import java.util.stream.Stream;

/**
 * What a cloud account was charged, and what became of it (ASK-1). {@link com.guance.billing.statement.StatementCsv} and
 * {@link com.guance.billing.statement.StatementHtml} write it.
 */
public interface AskStatement {

    /**
     * Sums, balances and records, of one moment; empty if nothing was charged.
     *
     * @param account which cloud account
     * @param period which hours
     * @return the statement, which adds up to the last digit
     * @throws Fault if the store fails, or goes on changing while it is read
     */
    Statement of(CloudAccountId account, StatementPeriod period);

    /**
     * Every charge of it, read page by page as they are taken, each page a transaction of its own; none is kept.
     *
     * @param account which cloud account
     * @param period which hours
     * @return first those in records, by the record's hour, their own, and their keys; then those in none, by their own hour and keys;
     *     to be taken once
     * @throws Fault while it is taken, if the store fails
     */
    Stream<ChargeLine> charges(CloudAccountId account, StatementPeriod period);
}
