package com.guance.billing.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.Destination;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.metering.UsagePeriod;
import com.guance.billing.site.SiteId;
import com.guance.billing.testing.Metering;
import com.guance.billing.testing.Some;
import com.guance.billing.testing.World;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StatementProperties {

    private static final String HOSTILE = "=<script>alert('\"&')</script>,\"";
    private static final StatementPeriod PERIOD =
            new StatementPeriod(Metering.HOUR, Metering.HOUR.next().next());

    @Property(tries = 200)
    @Label("ASK-1 any charges add up to the last digit, and the CSV parses back to the same sums")
    void addsUp(@ForAll("quantities") List<Quantity> quantities) {
        List<ChargeLine> charges = charges(quantities);
        Quantity sum = quantities.stream().reduce(Quantity.ZERO, Quantity::plus);
        Statement statement = statement(charges);
        StringBuilder csv = new StringBuilder();
        StatementCsv.write(statement, charges.stream(), csv::append);
        List<List<String>> rows = parsed(csv.toString());

        assertThat(rows).allMatch(row -> row.size() == rows.get(0).size());
        assertThat(sum(rows, "charge", "UNSETTLED").add(sum(rows, "charge", "OPEN")))
                .isEqualByComparingTo(sum.value());
        assertThat(sum(rows, "sum", "CHARGED")).isEqualByComparingTo(sum.value());
        assertThat(sum(rows, "sum", "UNSETTLED")).isEqualByComparingTo(sum(rows, "charge", "UNSETTLED"));
        assertThat(rows.stream().filter(row -> row.get(0).equals("charge")).map(row -> row.get(3)))
                .allMatch(workspace -> workspace.equals("'" + HOSTILE));
    }

    @Property(tries = 50)
    @Label("ASK-1 what does not add up is no statement; what is not all of it is not written to the end")
    void whatDoesNotAddUp(@ForAll("quantities") List<Quantity> quantities) {
        List<ChargeLine> charges = charges(quantities);
        StatementDraft draft = draft(charges);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> draft.statement(Map.of(), Map.of(Metering.HOSTS, new BigDecimal("0.000000000001"))));
        List<ChargeLine> more = new ArrayList<>(charges);
        more.add(line(999, Quantity.of("0.000000000001")));
        assertThatIllegalStateException()
                .isThrownBy(() -> StatementCsv.write(statement(charges), more.stream(), text -> {}));
    }

    @Example
    @Label("ASK-1 a page needs no scripts and nothing from elsewhere, and escapes what is hostile")
    void page() {
        List<ChargeLine> charges = charges(List.of(Quantity.of("1.5"), Quantity.of("2")));
        StringBuilder page = new StringBuilder();
        StatementHtml.write(statement(charges), charges.stream(), page::append);

        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .endsWith("</body></html>\n")
                .contains("default-src 'none'", "&lt;script&gt;alert(&#39;&quot;&amp;&#39;)", "3.5", "@media print")
                .doesNotContain("<script", "http://", "https://", "src=", "url(");
    }

    @Provide
    Arbitrary<List<Quantity>> quantities() {
        return Arbitraries.oneOf(Some.quantities(), Some.quantities("0.999999999999"))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    private static Statement statement(List<ChargeLine> charges) {
        return draft(charges).statement(Map.of(), Map.of());
    }

    private static StatementDraft draft(List<ChargeLine> charges) {
        StatementDraft draft = new StatementDraft(World.ACCOUNT, PERIOD);
        charges.forEach(line -> draft.add(new Entry(
                Whose.of(line.taken().charge().workspace(), line.taken().site(), Metering.HOSTS),
                line.outcome() == Outcome.OPEN ? Entry.Kind.OPEN : Entry.Kind.UNSETTLED,
                line.taken().charge().usage().quantity())));
        return draft;
    }

    private static List<ChargeLine> charges(List<Quantity> quantities) {
        List<ChargeLine> charges = new ArrayList<>();
        quantities.forEach(quantity -> charges.add(line(charges.size(), quantity)));
        return charges;
    }

    private static ChargeLine line(int number, Quantity quantity) {
        Destination to = number % 2 == 0
                ? new Destination.Metered(World.ACCOUNT, World.FIRST, World.CUSTOMER)
                : new Destination.Unsettled(World.ACCOUNT);
        Charge charge = new Charge(
                "@key-" + number,
                new WorkspaceId(HOSTILE),
                new Charge.Usage(Metering.HOSTS, quantity),
                new UsagePeriod(Metering.HOUR.start(), Metering.HOUR.start().plusSeconds(1)));
        return new ChargeLine(new TakenCharge(charge, new SiteId("us1"), to), Option.none());
    }

    private static BigDecimal sum(List<List<String>> rows, String row, String outcome) {
        return rows.stream()
                .filter(cells -> cells.get(0).equals(row) && cells.get(10).equals(outcome))
                .map(cells -> new BigDecimal(cells.get(9)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** As RFC 4180 says; no cell of these has a line break. */
    private static List<List<String>> parsed(String csv) {
        return Stream.of(csv.split("\r\n")).map(StatementProperties::cells).toList();
    }

    private static List<String> cells(String row) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '"' && quoted && i + 1 < row.length() && row.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
