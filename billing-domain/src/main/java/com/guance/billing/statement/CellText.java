package com.guance.billing.statement;

import java.text.Normalizer;

/**
 * A text of anybody's as a cell of CSV that no spreadsheet takes for a formula (ASK-1). Quotes alone do not do: a spreadsheet that splits
 * at semicolons or tabs finds beginnings of cells inside of what we have quoted.
 */
final class CellText {

    private static final String SIGNS = "=+-@\u2212";
    private static final String SEPARATORS = ",;\t\r\n";
    private static final char APOSTROPHE = '\'';

    /** Letters and symbols without a shape; other invisible characters are so by their category. */
    private static final String BLANKS = "\u115f\u1160\u2800\u3164\uffa0";

    private CellText() {}

    /** The cell, in quotes; nothing for no text. */
    static String cell(String text) {
        return text.isEmpty() ? "" : '"' + guarded(text).replace("\"", "\"\"") + '"';
    }

    /** With an apostrophe before everything that would begin a formula, and before an apostrophe that stands there. */
    private static String guarded(String text) {
        StringBuilder guarded = new StringBuilder();
        for (int place = 0; place < text.length(); place++) {
            if (isBeginning(text, place) && isDangerous(text, place)) {
                guarded.append(APOSTROPHE);
            }
            guarded.append(text.charAt(place));
        }
        return guarded.toString();
    }

    /** The text that became this cell. */
    static String original(String cell) {
        StringBuilder original = new StringBuilder();
        boolean isBeginning = true;
        for (int place = 0; place < cell.length(); place++) {
            char next = cell.charAt(place);
            if (!isBeginning || next != APOSTROPHE) {
                original.append(next);
            } else if (place + 1 < cell.length()) {
                original.append(cell.charAt(++place));
            }
            isBeginning = SEPARATORS.indexOf(cell.charAt(place)) >= 0;
        }
        return original.toString();
    }

    private static boolean isBeginning(String text, int place) {
        return place == 0 || SEPARATORS.indexOf(text.charAt(place - 1)) >= 0;
    }

    /** Whether the first character that shows, quotes apart, is a sign of a formula, or the end of a cell or line is before it. */
    private static boolean isDangerous(String text, int begin) {
        if (text.charAt(begin) == APOSTROPHE) {
            return true;
        }
        int place = begin;
        while (place < text.length()) {
            int next = text.codePointAt(place);
            if (SIGNS.indexOf(plain(next)) >= 0 || next == '\t' || next == '\r' || next == '\n') {
                return true;
            } else if (next != '"' && !isInvisible(next) && !isInvisible(plain(next))) {
                return false;
            }
            place += Character.charCount(next);
        }
        return false;
    }

    /** The character that a full-width, small or raised one stands for. */
    private static int plain(int character) {
        return Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC)
                .codePointAt(0);
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT,
                    Character.CONTROL,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> BLANKS.indexOf(character) >= 0;
        };
    }
}
