package com.guance.billing.aws;

import java.io.BufferedReader;
import java.io.IOException;

/** The form of an export of CloudTrail, by how it begins. */
enum TrailForm {
    JSON,
    JSON_LINES,
    TABLE,
    EMPTY;

    private static final int END = -1;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** The form of a text, of which only a byte order mark and blanks are read. */
    static TrailForm of(BufferedReader text, int longestLine) throws IOException {
        int first = firstOf(text);
        text.mark(longestLine + 2);
        StringBuilder line = new StringBuilder();
        int next = text.read();
        while (next != END && next != '\n' && line.length() <= longestLine) {
            line.append((char) next);
            next = text.read();
        }
        boolean goesOn = next == '\n' && text.read() != END;
        text.reset();
        if (first != '{' && first != '[') {
            return first == END ? EMPTY : TABLE;
        }
        return goesOn
                        && line.length() <= longestLine
                        && TrailJson.tree(line.toString()).isRight()
                ? JSON_LINES
                : JSON;
    }

    /** The first character that says something; it is still to be read. */
    private static int firstOf(BufferedReader text) throws IOException {
        int next;
        do {
            text.mark(1);
            next = text.read();
        } while (next != END && (Character.isWhitespace(next) || next == BYTE_ORDER_MARK));
        text.reset();
        return next;
    }
}
