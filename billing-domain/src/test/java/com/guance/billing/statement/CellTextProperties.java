package com.guance.billing.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

class CellTextProperties {

    @Property
    @Label("ASK-1 whatever a text is, its cell is one quoted cell, and the text is read back")
    void readBack(@ForAll("texts") String text) {
        String cell = CellText.cell(text);

        if (text.isEmpty()) {
            assertThat(cell).isEmpty();
        } else {
            assertThat(cell).startsWith("\"").endsWith("\"").hasSizeGreaterThanOrEqualTo(3);
            String inner = cell.substring(1, cell.length() - 1);
            assertThat(inner.replace("\"\"", "")).doesNotContain("\"");
            assertThat(StatementCsv.text(inner.replace("\"\"", "\""))).isEqualTo(text);
        }
    }

    @Property
    @Label("ASK-1 wherever a spreadsheet splits a row of such cells, no part shows a sign of a formula first")
    void noFormula(@ForAll("texts") String one, @ForAll("texts") String two) {
        String row = CellText.cell(one) + ",-1," + CellText.cell(two);
        List<String> parts = new ArrayList<>(List.of(row));
        for (String separators : List.of("[;]", "[\t]", "[\r\n]", "[;\r\n]", "[\t\r\n]")) {
            parts.addAll(List.of(row.split(separators)));
        }

        assertThat(parts).noneMatch(CellTextProperties::showsSignFirst);
        Statistics.label("guarded").collect(row.contains("'"));
    }

    /** As a suspicious reader sees it: what is not visible, and quotes, are nothing. */
    private static boolean showsSignFirst(String part) {
        String shown = Normalizer.normalize(part, Normalizer.Form.NFKC)
                .replaceAll("^[\\p{Cf}\\p{Cc}\\p{Z}\\p{Mn}\\p{Me}\\p{Cs}\\p{Cn}\u115f\u1160\u2800\u3164\uffa0\"]+", "");
        return !shown.isEmpty() && "=+-@\u2212".indexOf(shown.charAt(0)) >= 0;
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.frequencyOf(
                Tuple.of(
                        6,
                        Arbitraries.of(
                                "=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\u207c", "\u2212", "'",
                                "\"")),
                Tuple.of(6, Arbitraries.of(";", ",", "\t", "\r", "\n", " ")),
                Tuple.of(
                        4,
                        Arbitraries.of(
                                "\u200b",
                                "\ufeff",
                                "\u00a0",
                                "\u00ad",
                                "\u2060",
                                "\u034f",
                                "\u3164",
                                "\udb40\udc01",
                                "\ud800")),
                Tuple.of(3, Arbitraries.strings().all().ofLength(1)),
                Tuple.of(3, Arbitraries.of("a", "1", "\u4e2d")));
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(12).map(parts -> String.join("", parts)),
                Arbitraries.strings().all().ofMaxLength(20));
    }
}
