package com.guance.billing.aws;

import io.vavr.control.Option;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Comma-separated values (RFC 4180), row by row; none takes more memory than it may. A spreadsheet may have saved them again, with
 * semicolons or tabs: the first row shows which.
 */
final class Csv {

    private static final int END = -1;
    private static final String SEPARATORS = ",;\t";
    private static final Pattern SEPARATOR_LINE = Pattern.compile("\\ufeff?sep=([,;\t])\\s*");

    private final BufferedReader text;
    private final int longest;
    private char separator;
    private long line = 1;

    /** Rows of at most so many characters. */
    Csv(Reader text, int longest) throws IOException {
        this.text = new BufferedReader(text);
        this.longest = longest;
        this.separator = mostFrequent(firstLine());
        passSeparatorLine();
    }

    /** What stands between two cells. */
    char separator() {
        return separator;
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
        int before = separator;
        while (next != END && (quoted || next != '\n')) {
            line += next == '\n' ? 1 : 0;
            if (++length > longest) {
                amiss = true;
                quoted = false; // the next row begins on the next line, whatever this one is
            } else if (next == '"' && (quoted || before == '"' || before == separator) && !amiss) {
                if (!quoted && before == '"') {
                    cell.append('"');
                }
                quoted = !quoted;
            } else if (next == separator && !quoted) {
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

    /** The beginning of the text up to the first end of a line that is not quoted; it is still to be read. */
    private String firstLine() throws IOException {
        text.mark(longest + 1);
        StringBuilder first = new StringBuilder();
        boolean quoted = false;
        boolean blank = true;
        int next = text.read();
        while (next != END && (quoted || blank || next != '\n') && first.length() < longest) {
            quoted ^= next == '"';
            blank &= Character.isWhitespace(next);
            first.append((char) next);
            next = text.read();
        }
        text.reset();
        return first.toString();
    }

    private void passSeparatorLine() throws IOException {
        Matcher line = SEPARATOR_LINE.matcher(firstLine());
        if (line.matches()) {
            separator = line.group(1).charAt(0);
            next();
        }
    }

    private static char mostFrequent(String line) {
        char most = SEPARATORS.charAt(0);
        for (int place = 1; place < SEPARATORS.length(); place++) {
            char candidate = SEPARATORS.charAt(place);
            most = count(line, candidate) > count(line, most) ? candidate : most;
        }
        return most;
    }

    /** How often a character stands outside of quotes. */
    private static long count(String line, char wanted) {
        long count = 0;
        boolean quoted = false;
        for (int place = 0; place < line.length(); place++) {
            char next = line.charAt(place);
            quoted ^= next == '"';
            count += !quoted && next == wanted ? 1 : 0;
        }
        return count;
    }
}
