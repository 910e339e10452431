package com.guance.billing.statement;

import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A statement as a page that a person reads, on a screen and on paper (ASK-1). It is complete in itself: no scripts, nothing from
 * elsewhere, and a policy that forbids both; every text of anybody's is escaped.
 */
public final class StatementHtml {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1"><title>Statement</title>
            <style>
            :root { font: 15px/1.45 system-ui, sans-serif; color: #1b1f24; background: #fff }
            body { max-width: 75rem; margin: 2rem auto; padding: 0 1rem }
            h1 { font-size: 1.6rem; margin: 0 } h2 { margin: 2.5rem 0 .5rem }
            .meta { color: #57606a; margin: .2rem 0 1.5rem }
            table { border-collapse: collapse; width: 100%; margin: 1rem 0 }
            caption { text-align: left; font-weight: 600; padding: .3rem 0 }
            th, td { padding: .3rem .6rem; border-bottom: 1px solid #d8dee4; text-align: left; font-weight: 400;
              overflow-wrap: anywhere }
            thead th { border-bottom: 2px solid #57606a; font-weight: 600 } .numbers thead th + th { text-align: right }
            .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
            figure { margin: 1rem 0 } svg { width: 100%; height: auto } svg text { font-size: 12px; fill: #57606a }
            .axis { stroke: #57606a } .key { margin-right: 1rem }
            .c0 { fill: #0969da; color: #0969da } .c1 { fill: #bc4c00; color: #bc4c00 }
            .c2 { fill: #1a7f37; color: #1a7f37 } .c3 { fill: #8250df; color: #8250df }
            .c4 { fill: #bf3989; color: #bf3989 } .c5 { fill: #9a6700; color: #9a6700 }
            .c6 { fill: #1b7c83; color: #1b7c83 } .c7 { fill: #8c959f; color: #8c959f }
            @media print { :root { font-size: 10pt } body { max-width: none; margin: 0 }
              * { -webkit-print-color-adjust: exact; print-color-adjust: exact }
              thead { display: table-header-group } tr, figure { break-inside: avoid } h2 { break-after: avoid } }
            </style></head><body>
            """;

    private static final List<Standing> SHOWN = List.of(
            Standing.ACCEPTED,
            Standing.WAITING,
            Standing.HELD,
            Standing.DISPUTED,
            Standing.UNSETTLED,
            Standing.FORFEITED);

    private final Statement statement;
    private final Markup html;

    private StatementHtml(Statement statement, Markup html) {
        this.statement = statement;
        this.html = html;
    }

    /**
     * Writes a statement; it keeps none of the charges.
     *
     * @param statement the statement
     * @param charges its charges, in the order in which they are to be read, each once
     * @param out takes the text, piece by piece
     * @throws IllegalStateException after the last charge, if they are not those of the statement: another came meanwhile
     */
    public static void write(Statement statement, Stream<ChargeLine> charges, Consumer<String> out) {
        StatementHtml page = new StatementHtml(statement, new Markup(out));
        Counted counted = new Counted(statement);
        page.head();
        statement.balances().forEach(page::balance);
        page.records();
        page.html
                .raw("<h2>Charges</h2>\n")
                .texts(
                        "Under the hour of their record",
                        "Charge",
                        "Workspace",
                        "Site",
                        "Dimension",
                        "Hour",
                        "Used until",
                        "Quantity",
                        "Outcome",
                        "Notes");
        charges.map(counted::counting).forEach(page::charge);
        counted.check();
        page.html.endOfTable().raw("</body></html>\n");
    }

    private void head() {
        html.raw(HEAD).raw("<h1>Statement of ").text(statement.account().value());
        html.raw("</h1>\n<p class=\"meta\">" + statement.period().from().start() + " to "
                + statement.period().until().start() + " (UTC)</p>\n");
    }

    private void balance(Balance balance) {
        Dimension dimension = balance.dimension();
        html.raw("<section><h2>").text(dimension.name()).raw("</h2>\n");
        html.numbers("Balance", "", "Units").row("Carried into the period", Plain.of(balance.opening()));
        html.row("Charged", balance.sums().charged().toString());
        SHOWN.stream()
                .filter(where -> !balance.sums().of(where).isZero())
                .forEach(
                        where -> html.row(name(where), "\u2212" + balance.sums().of(where)));
        html.row("Carried out of the period", Plain.of(balance.closing())).endOfTable();
        StatementChart.of(statement, dimension).write(html);
        sums("By workspace", statement.byWorkspace(dimension));
        sums("By site", statement.bySite(dimension));
        html.raw("</section>\n");
    }

    private void sums(String caption, Map<String, Sums> sums) {
        List<String> columns = new ArrayList<>(List.of("", "Charged"));
        SHOWN.forEach(where -> columns.add(name(where)));
        columns.add("Carried, net");
        html.numbers(caption, columns.toArray(String[]::new));
        sums.forEach((name, sum) -> {
            List<String> numbers = new ArrayList<>(List.of(sum.charged().toString()));
            SHOWN.forEach(where -> numbers.add(sum.of(where).toString()));
            numbers.add(Plain.of(sum.carried()));
            html.row(name.isEmpty() ? "Left workspaces" : name, numbers.toArray(String[]::new));
        });
        html.endOfTable();
    }

    private void records() {
        html.raw("<h2>Records</h2>\n").numbers("As they were sent", "Record", "Units", "Outcome");
        statement
                .records()
                .forEach(line -> html.row(
                        line.id().key(),
                        Long.toString(line.quantity()),
                        Outcome.of(line.status()).name().toLowerCase(Locale.ROOT)
                                + line.why().map(why -> " (" + why + ")").getOrElse("")));
        html.endOfTable();
    }

    private void charge(ChargeLine line) {
        Charge charge = line.taken().charge();
        html.raw("<tr><th scope=\"row\">")
                .text(charge.key())
                .raw("</th><td>")
                .text(charge.workspace().value());
        html.raw("</td><td>").text(line.taken().site().value());
        html.raw("</td><td>").text(charge.usage().dimension().name());
        html.raw("</td><td>" + line.hour().start() + "</td><td>"
                + charge.period().until());
        html.raw("</td><td class=\"n\">" + charge.usage().quantity() + "</td><td>");
        html.raw(line.outcome().name().toLowerCase(Locale.ROOT) + (line.isLate() ? ", late" : "") + "</td><td>");
        html.text(charge.notes().toString()).raw("</td></tr>\n");
    }

    private static String name(Standing where) {
        return where.name().charAt(0) + where.name().substring(1).toLowerCase(Locale.ROOT);
    }
}
