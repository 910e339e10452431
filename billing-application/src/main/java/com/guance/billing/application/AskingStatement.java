package com.guance.billing.application;

import com.guance.billing.CloudAccountId;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.ports.driven.Statements;
import com.guance.billing.ports.driving.AskStatement;
import com.guance.billing.ports.faults.StaleVersion;
import com.guance.billing.statement.ChargeLine;
import com.guance.billing.statement.Statement;
import com.guance.billing.statement.StatementDraft;
import com.guance.billing.statement.StatementPeriod;
import io.vavr.control.Option;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** ASK-1: statements, read in pages. */
final class AskingStatement implements AskStatement {

    private static final int RECORDS = 200;
    private static final int CHARGES = 1_000;

    private final Transactions transactions;

    AskingStatement(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Statement of(CloudAccountId account, StatementPeriod period) {
        return transactions.run(stores -> read(stores.statements(), account, period));
    }

    @Override
    public Stream<ChargeLine> charges(CloudAccountId account, StatementPeriod period) {
        return Stream.iterate(
                        page(account, period, Option.none()),
                        page -> !page.isEmpty(),
                        page -> page(account, period, Option.some(page.get(page.size() - 1))))
                .flatMap(List::stream);
    }

    private List<ChargeLine> page(CloudAccountId account, StatementPeriod period, Option<ChargeLine> after) {
        return transactions.run(stores -> stores.statements().charges(account, period, after, CHARGES));
    }

    /** Its parts are read one after another: if something was written meanwhile they do not add up, and are read again. */
    private static Statement read(Statements journal, CloudAccountId account, StatementPeriod period) {
        StatementDraft draft = new StatementDraft(account, period);
        journal.entries(account, period).forEach(draft::add);
        eachRecord(journal, account, period, draft::add);
        try {
            return draft.statement(journal.carried(account, period.from()), journal.carried(account, period.until()));
        } catch (IllegalArgumentException doesNotAddUp) {
            throw new StaleVersion("statement of " + account, doesNotAddUp);
        }
    }

    /** Every record of some hours, page by page. */
    static void eachRecord(
            Statements journal, CloudAccountId account, StatementPeriod period, Consumer<MeteringRecord> each) {
        Option<MeteringRecord> last = Option.none();
        List<MeteringRecord> page;
        do {
            page = journal.records(account, period, last.map(MeteringRecord::id), RECORDS);
            page.forEach(each);
            last = page.isEmpty() ? last : Option.some(page.get(page.size() - 1));
        } while (page.size() == RECORDS);
    }
}
