package com.guance.billing.statement;

import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Charge;
import java.math.BigDecimal;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A statement as CSV (RFC 4180, ASK-1): one header, one table. The first column tells what a row is: <em>opening</em>,
 * <em>charge</em>, <em>record</em>, <em>sum</em> of a workspace and dimension by where it stands, <em>closing</em>. Instants are ISO
 * 8601 in UTC, quantities plain decimals. Every text is quoted, and has an apostrophe wherever a spreadsheet would begin a formula: see
 * {@link #text}. The last column has a charge's notes (MET-9) as {@link com.guance.billing.metering.Notes} writes them.
 */
public final class StatementCsv {

    private static final String[] HEADER = {
        "row",
        "account",
        "dimension",
        "workspace",
        "site",
        "hour",
        "from",
        "until",
        "key",
        "quantity",
        "outcome",
        "why",
        "notes"
    };
    private final Consumer<String> out;
    private final Statement statement;

    private StatementCsv(Consumer<String> out, Statement statement) {
        this.out = out;
        this.statement = statement;
    }

    /**
     * Writes a statement; it keeps none of the charges.
     *
     * @param statement the statement
     * @param charges its charges, in any order, each once
     * @param out takes the text, piece by piece
     * @throws IllegalStateException after the last charge, if they are not those of the statement: another came meanwhile
     */
    public static void write(Statement statement, Stream<ChargeLine> charges, Consumer<String> out) {
        StatementCsv csv = new StatementCsv(out, statement);
        Counted counted = new Counted(statement);
        out.accept(texts(HEADER) + "\r\n");
        statement.balances().forEach(balance -> csv.balance("opening", balance, balance.opening()));
        charges.map(counted::counting).forEach(csv::charge);
        counted.check();
        statement.records().forEach(csv::record);
        statement.parts().forEach(csv::part);
        statement.balances().forEach(balance -> csv.balance("closing", balance, balance.closing()));
    }

    /**
     * The text of a cell, without quotes, as it was before apostrophes were put into it: one is put before whatever a spreadsheet may take
     * for a formula, and before an apostrophe, at the beginning and after a comma, a semicolon, a tab or the end of a line.
     *
     * @param cell a cell that is no number
     * @return the text
     */
    public static String text(String cell) {
        return CellText.original(cell);
    }

    private void balance(String row, Balance balance, BigDecimal quantity) {
        row(row, Whose.own(balance.dimension()), "", "", "", "", Plain.of(quantity), "CARRIED", "", "");
    }

    private void charge(ChargeLine line) {
        Charge charge = line.taken().charge();
        row(
                "charge",
                Whose.of(charge.workspace(), line.taken().site(), charge.usage().dimension()),
                line.hour().start().toString(),
                charge.period().from().toString(),
                charge.period().until().toString(),
                charge.key(),
                charge.usage().quantity().toString(),
                line.outcome().name(),
                line.isLate() ? "late" : "",
                charge.notes().toString());
    }

    private void record(RecordLine line) {
        row(
                "record",
                Whose.own(line.id().meter().dimension()),
                line.id().hour().start().toString(),
                "",
                "",
                line.id().key(),
                Long.toString(line.quantity()),
                Outcome.of(line.status()).name(),
                line.why().getOrElse(""),
                "");
    }

    private void part(Whose whose, Sums sums) {
        sum(whose, sums.charged().toString(), "CHARGED");
        for (Standing where : Standing.values()) {
            if (where != Standing.CARRIED && !sums.of(where).isZero()) {
                sum(whose, sums.of(where).toString(), where.name());
            }
        }
        sum(whose, Plain.of(sums.carried()), "CARRIED");
    }

    private void sum(Whose whose, String quantity, String outcome) {
        row("sum", whose, "", "", "", "", quantity, outcome, "", "");
    }

    private void row(
            String row,
            Whose whose,
            String hour,
            String from,
            String until,
            String key,
            String quantity,
            String outcome,
            String why,
            String notes) {
        String before = texts(
                row,
                statement.account().value(),
                whose.dimension().name(),
                whose.workspace(),
                whose.site(),
                hour,
                from,
                until,
                key);
        out.accept(before + "," + quantity + "," + texts(outcome, why, notes) + "\r\n");
    }

    private static String texts(String... texts) {
        return Stream.of(texts).map(CellText::cell).collect(Collectors.joining(","));
    }
}
