package com.guance.billing.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.guance.billing.metering.RecordStatus;
import com.guance.billing.testing.Metering;
import com.guance.billing.testing.World;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A statement as a table (ASK-1). */
class StatementCsvTest {

    private static final String HELD = ",\"HELD\",";

    @Test
    @DisplayName(
            "ASK-1 the whole table: what was carried in, charges, records, sums by where they stand, what is carried out")
    void whole() {
        assertThat(Sample.written(Sample.statement(), Sample.charges(), StatementCsv::write))
                .isEqualTo("""
                        "row","account","dimension","workspace","site","hour","from","until","key","quantity","outcome","why","notes"
                        "opening","aws:111122223333","hosts",,,,,,,1,"CARRIED",,
                        "opening","aws:111122223333","logs,gb",,,,,,,0.75,"CARRIED",,
                        "charge","aws:111122223333","hosts","wksp_a","us1","2026-03-05T10:00:00Z","2026-03-05T10:00:00Z","2026-03-05T10:01:00Z","key-1",1.5,"ACCEPTED",,
                        "charge","aws:111122223333","hosts","wksp_b","cn2","2026-03-05T11:00:00Z","2026-03-05T10:00:00Z","2026-03-05T10:01:00Z","key-2",2.25,"HELD","late",
                        "charge","aws:111122223333","hosts","wksp_b","cn2","2026-03-05T10:00:00Z","2026-03-05T10:00:00Z","2026-03-05T10:01:00Z","key-3",0.5,"OPEN",,
                        "charge","aws:111122223333","hosts","wksp_c","us1","2026-03-05T10:00:00Z","2026-03-05T10:00:00Z","2026-03-05T10:01:00Z","key-4",7,"UNSETTLED",,"gross=8;why=<b>"
                        "record","aws:111122223333","hosts",,,"2026-03-05T10:00:00Z",,,"aws/observability/customer-1/hosts@2026-03-05T10:00:00Z",2,"ACCEPTED",,
                        "record","aws:111122223333","hosts",,,"2026-03-05T11:00:00Z",,,"aws/observability/customer-1/hosts@2026-03-05T11:00:00Z",2,"HELD","Invalid<Tag>",
                        "sum","aws:111122223333","hosts",,,,,,,0,"CHARGED",,
                        "sum","aws:111122223333","hosts",,,,,,,1,"ACCEPTED",,
                        "sum","aws:111122223333","hosts",,,,,,,-1,"CARRIED",,
                        "sum","aws:111122223333","hosts","wksp_a","us1",,,,,1.5,"CHARGED",,
                        "sum","aws:111122223333","hosts","wksp_a","us1",,,,,1,"ACCEPTED",,
                        "sum","aws:111122223333","hosts","wksp_a","us1",,,,,0.5,"CARRIED",,
                        "sum","aws:111122223333","hosts","wksp_b","cn2",,,,,2.75,"CHARGED",,
                        "sum","aws:111122223333","hosts","wksp_b","cn2",,,,,0.5,"WAITING",,
                        "sum","aws:111122223333","hosts","wksp_b","cn2",,,,,2,"HELD",,
                        "sum","aws:111122223333","hosts","wksp_b","cn2",,,,,0.25,"FORFEITED",,
                        "sum","aws:111122223333","hosts","wksp_b","cn2",,,,,0,"CARRIED",,
                        "sum","aws:111122223333","hosts","wksp_c","us1",,,,,7,"CHARGED",,
                        "sum","aws:111122223333","hosts","wksp_c","us1",,,,,7,"UNSETTLED",,
                        "sum","aws:111122223333","hosts","wksp_c","us1",,,,,0,"CARRIED",,
                        "closing","aws:111122223333","hosts",,,,,,,0.5,"CARRIED",,
                        "closing","aws:111122223333","logs,gb",,,,,,,0.75,"CARRIED",,
                        """.replace("\n", "\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("ASK-1 every text is quoted, and a quote in it doubled")
    @ValueSource(
            strings = {
                "a",
                "a,b",
                "a\"b",
                "a\rb",
                "a\nb",
                "\"",
                "a;b",
                "a\tb",
                "a=b",
                "a+b-c@d",
                "a'b",
                "\u00e9\u4e2d",
                " a"
            })
    void quoted(String text) {
        assertThat(cell(text)).isEqualTo('"' + text.replace("\"", "\"\"") + '"');
    }

    @Test
    @DisplayName("ASK-1 no text is an empty cell, and numbers stay numbers")
    void numbers() {
        assertThat(cell("")).isEmpty();
        assertThat(written(new RecordLine(Metering.RECORD, 3, RecordStatus.HELD, 3, 0, Option.none())))
                .contains(Metering.RECORD.key() + "\",3,\"HELD\",,\r\n");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName(
            "ASK-1 an apostrophe stands before what a spreadsheet would take for a formula, and before an apostrophe")
    @ValueSource(
            strings = {
                "=1",
                "+1",
                "-1",
                "@a",
                "\ta",
                "\ra",
                "'a",
                "=",
                "\uff1d1",
                "\uff0b1",
                "\uff0d1",
                "\uff20a",
                "\ufe661",
                "\u200b=1",
                "\ufeff=1",
                "\u00a0=1",
                "\u00ad=1",
                "\u2800=1",
                "\ufe0f=1",
                "\udb40\udc01=1"
            })
    void formulas(String text) {
        assertThat(cell(text)).isEqualTo("\"'" + text + '"');
    }

    @Test
    @DisplayName(
            "ASK-1 so it does after a semicolon, a tab, a comma or the end of a line, where another spreadsheet begins a cell")
    void inside() {
        assertThat(cell("a;=1")).isEqualTo("\"a;'=1\"");
        assertThat(cell("a;\u200b\uff1d1")).isEqualTo("\"a;'\u200b\uff1d1\"");
        assertThat(cell("a\t=1")).isEqualTo("\"a\t'=1\"");
        assertThat(cell("a\n=1")).isEqualTo("\"a\n'=1\"");
        assertThat(cell("a,\"=1\"")).isEqualTo("\"a,'\"\"=1\"\"\"");
        assertThat(cell("=1,\"2\"")).isEqualTo("\"'=1,\"\"2\"\"\"");
    }

    @ParameterizedTest
    @DisplayName("ASK-1 a record is told of with its outcome")
    @EnumSource(RecordStatus.class)
    void outcomes(RecordStatus status) {
        RecordLine line = new RecordLine(Metering.RECORD, 3, status, 3, 0, Option.none());

        assertThat(written(line)).contains(",\"" + Metering.RECORD.key() + "\",3,\"" + Outcome.of(status) + "\",,\r\n");
    }

    @Test
    @DisplayName("ASK-1 a table of other charges than the statement's is not written to the end")
    void otherCharges() {
        StringBuilder csv = new StringBuilder();
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        StatementCsv.write(Sample.statement(), Sample.charges().skip(1), csv::append))
                .withMessageContaining("hosts came while the statement was written");
        assertThat(csv).contains("\"charge\"").doesNotContain("\"record\"", "\"sum\"", "\"closing\"");
    }

    /** As why a record is held. */
    private static String cell(String text) {
        String csv = written(new RecordLine(Metering.RECORD, 3, RecordStatus.HELD, 3, 0, Option.some(text)));
        return csv.substring(csv.indexOf(HELD) + HELD.length(), csv.length() - ",\r\n".length());
    }

    private static String written(RecordLine line) {
        Statement statement =
                new Statement(World.ACCOUNT, Sample.PERIOD, List.of(), Map.of(), List.of(line), List.of());
        return Sample.written(statement, Stream.of(), StatementCsv::write);
    }
}
