package com.guance.billing.aws;

import io.vavr.control.Option;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** Comma-separated values (RFC 4180), row by row; none takes more memory than it may. */
final class Csv {

    /** The longest row read, in characters. */
    static final int LONGEST = 64 * 1024;

    private static final int END = -1;

    private final BufferedReader text;
    private long line = 1;

    Csv(Reader text) {
        this.text = new BufferedReader(text);
    }

    /**
     * A row.
     *
     * @param line on which it begins, from 1
     * @param cells its cells, without quotes
     * @param legible whether it was neither too long nor quoted amiss
     */
    record Row(long line, List<String> cells, boolean legible) {}

    /** The next row that is not empty. */
    Option<Row> next() throws IOException {
        while (true) {
            long begin = line;
            int first = text.read();
            if (first == END) {
                return Option.none();
            } else if (first == '\n') {
                line++;
            } else if (first != '\r' && first != '\ufeff') {
                return Option.some(row(begin, first));
            }
        }
    }

    private Row row(long begin, int first) throws IOException {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        boolean amiss = false;
        int length = 0;
        int next = first;
        int before = ',';
        while (next != END && (quoted || next != '\n')) {
            line += next == '\n' ? 1 : 0;
            if (++length > LONGEST) {
                amiss = true;
                quoted = false; // the next row begins on the next line, whatever this one is
            } else if (next == '"' && (quoted || before == '"' || before == ',') && !amiss) {
                if (!quoted && before == '"') {
                    cell.append('"');
                }
                quoted = !quoted;
            } else if (next == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                amiss |= !quoted && (next == '"' || (before == '"' && next != '\r'));
                cell.append((char) next);
            }
            before = next;
            next = text.read();
        }
        line++;
        cells.add(cell.toString());
        return new Row(begin, cells.stream().map(String::strip).toList(), !quoted && !amiss);
    }
}
