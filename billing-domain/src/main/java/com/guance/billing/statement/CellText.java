package com.guance.billing.statement;

/** A text of anybody's as a cell of CSV that no spreadsheet takes for a formula (ASK-1). */
final class CellText {

    private static final String DANGEROUS = "=+-@\t\r'";

    private CellText() {}

    /** The cell. */
    static String cell(String text) {
        String safe = !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /** The text that became this cell. */
    static String original(String cell) {
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }
}
