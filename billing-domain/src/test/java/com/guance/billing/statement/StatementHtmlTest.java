package com.guance.billing.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A statement as a page (ASK-1). */
class StatementHtmlTest {

    private static final String END = "</tbody></table>\n";
    private static final String[] COLUMNS = {
        "", "Charged", "Accepted", "Waiting", "Held", "Disputed", "Unsettled", "Forfeited", "Carried, net"
    };

    private final String page = Sample.written(Sample.statement(), Sample.charges(), StatementHtml::write);

    @Test
    @DisplayName("ASK-1 the page names its account and its period")
    void head() {
        assertThat(between("<h1>", "<section>")).isEqualTo("""
                        <h1>Statement of <bdi>aws:111122223333</bdi></h1>
                        <p class="meta">2026-03-05T10:00:00Z to 2026-03-05T12:00:00Z (UTC)</p>
                        """);
    }

    @Test
    @DisplayName("ASK-1 a balance has a line for all that stands somewhere, and none for what does not")
    void balance() {
        assertThat(between("<section><h2><bdi>hosts", "<figure>"))
                .isEqualTo("<section><h2><bdi>hosts</bdi></h2>\n"
                        + numbers("Balance", "", "Units")
                        + row("Carried into the period", "1")
                        + row("Charged", "11.25")
                        + row("Accepted", "\u22122")
                        + row("Waiting", "\u22120.5")
                        + row("Held", "\u22122")
                        + row("Unsettled", "\u22127")
                        + row("Forfeited", "\u22120.25")
                        + row("Carried out of the period", "0.5")
                        + END);
    }

    @Test
    @DisplayName("ASK-1 each workspace and site has its sums, what is nobody's first")
    void sums() {
        assertThat(between("<table class=\"numbers\"><caption>By workspace", "</section>"))
                .isEqualTo(numbers("By workspace", COLUMNS)
                        + row("Left workspaces", "0", "1", "0", "0", "0", "0", "0", "-1")
                        + row("wksp_a", "1.5", "1", "0", "0", "0", "0", "0", "0.5")
                        + row("wksp_b", "2.75", "0", "0.5", "2", "0", "0", "0.25", "0")
                        + row("wksp_c", "7", "0", "0", "0", "0", "7", "0", "0")
                        + END
                        + numbers("By site", COLUMNS)
                        + row("Left workspaces", "0", "1", "0", "0", "0", "0", "0", "-1")
                        + row("cn2", "2.75", "0", "0.5", "2", "0", "0", "0.25", "0")
                        + row("us1", "8.5", "1", "0", "0", "0", "7", "0", "0.5")
                        + END);
    }

    @Test
    @DisplayName("ASK-1 a dimension that only carries has its balance, and neither a picture nor sums")
    void onlyCarries() {
        assertThat(between("<section><h2><bdi>logs,gb", "</section>"))
                .isEqualTo("<section><h2><bdi>logs,gb</bdi></h2>\n"
                        + numbers("Balance", "", "Units")
                        + row("Carried into the period", "0.75")
                        + row("Charged", "0")
                        + row("Carried out of the period", "0.75")
                        + END
                        + numbers("By workspace", COLUMNS)
                        + END
                        + numbers("By site", COLUMNS)
                        + END);
    }

    @Test
    @DisplayName("ASK-1 each record has its units and its outcome, with the marketplace's words, escaped")
    void records() {
        assertThat(between("<h2>Records", "<h2>Charges"))
                .isEqualTo("<h2>Records</h2>\n"
                        + numbers("As they were sent", "Record", "Units", "Outcome")
                        + row("aws/observability/customer-1/hosts@2026-03-05T10:00:00Z", "2", "accepted")
                        + row(
                                "aws/observability/customer-1/hosts@2026-03-05T11:00:00Z",
                                "2",
                                "held (Invalid&lt;Tag&gt;)")
                        + END);
    }

    @Test
    @DisplayName("ASK-1 each charge has its outcome, whether it came late, and its notes, escaped")
    void charges() {
        String ten = "<td>2026-03-05T10:00:00Z</td>";
        String eleven = "<td>2026-03-05T11:00:00Z</td>";
        assertThat(between("<h2>Charges", "</body>"))
                .isEqualTo("<h2>Charges</h2>\n<table><caption>Under the hour of their record</caption>"
                        + columns(
                                "Charge",
                                "Workspace",
                                "Site",
                                "Dimension",
                                "Hour",
                                "Used until",
                                "Quantity",
                                "Outcome",
                                "Notes")
                        + charge("key-1", "wksp_a", "us1", ten, "1.5", "accepted", "")
                        + charge("key-2", "wksp_b", "cn2", eleven, "2.25", "held, late", "")
                        + charge("key-3", "wksp_b", "cn2", ten, "0.5", "open", "")
                        + charge("key-4", "wksp_c", "us1", ten, "7", "unsettled", "gross=8;why=&lt;b&gt;")
                        + END);
    }

    @Test
    @DisplayName("ASK-1 a page of other charges than the statement's is not written to the end")
    void otherCharges() {
        StringBuilder cut = new StringBuilder();
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        StatementHtml.write(Sample.statement(), Sample.charges().skip(1), cut::append))
                .withMessageContaining("hosts came while the statement was written");
        assertThat(cut).contains("key-4").doesNotContain("</html>");
    }

    private String between(String from, String until) {
        int start = page.indexOf(from);
        return page.substring(start, page.indexOf(until, start));
    }

    private static String numbers(String caption, String... columns) {
        return "<table class=\"numbers\"><caption>" + caption + "</caption>" + columns(columns);
    }

    private static String columns(String... columns) {
        return Stream.of(columns)
                .map(column -> "<th scope=\"col\">" + column + "</th>")
                .collect(Collectors.joining("", "<thead><tr>", "</tr></thead><tbody>\n"));
    }

    private static String row(String name, String... numbers) {
        return Stream.of(numbers)
                .map(number -> "<td class=\"n\">" + number + "</td>")
                .collect(Collectors.joining("", "<tr><th scope=\"row\"><bdi>" + name + "</bdi></th>", "</tr>\n"));
    }

    private static String charge(
            String key, String workspace, String site, String hour, String quantity, String outcome, String notes) {
        return "<tr><th scope=\"row\"><bdi>" + key + "</bdi></th><td><bdi>" + workspace + "</bdi></td><td><bdi>" + site
                + "</bdi></td><td><bdi>hosts</bdi></td>" + hour + "<td>2026-03-05T10:01:00Z</td><td class=\"n\">"
                + quantity + "</td><td>" + outcome + "</td><td><bdi>" + notes + "</bdi></td></tr>\n";
    }
}
