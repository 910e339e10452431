package com.guance.billing.metering;

import com.guance.billing.Required;
import com.guance.billing.Text;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the host says of a charge beside it, such as the gross fee and what was deducted from it (MET-9): it is shown on the statement,
 * and nothing is computed from it.
 *
 * @param byName at most 8, in the order of their names; a name is 1–32 of {@code A-Za-z0-9 ._-}, a text 1–128 characters without a
 *     semicolon
 */
public record Notes(Map<String, String> byName) {

    /** Nothing is said. */
    public static final Notes NONE = new Notes(Map.of());

    private static final int MOST = 8;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9 ._-]{1,32}");

    /**
     * Takes a copy, and checks names and texts.
     *
     * @throws IllegalArgumentException if there are too many, or one is anything else
     */
    public Notes {
        byName = Required.map(byName, "byName");
        if (byName.size() > MOST) {
            throw new IllegalArgumentException("a charge has at most 8 notes, not " + byName.size());
        }
        byName.forEach(Notes::check);
        byName = Collections.unmodifiableMap(new TreeMap<>(byName));
    }

    /**
     * Reads what {@link #toString} has written.
     *
     * @param line {@code name=text;name=text}; nothing: none
     * @return the notes
     * @throws IllegalArgumentException if it is anything else
     */
    public static Notes parse(String line) {
        Map<String, String> byName = new TreeMap<>();
        for (String note : line.isEmpty() ? new String[0] : line.split(";", -1)) {
            int sign = note.indexOf('=');
            if (sign < 0) {
                throw new IllegalArgumentException("a note is a name, an equals sign, and a text");
            }
            byName.put(note.substring(0, sign), note.substring(sign + 1));
        }
        return new Notes(byName);
    }

    /** In one line: {@code name=text;name=text}. */
    @Override
    public String toString() {
        return byName.entrySet().stream()
                .map(note -> note.getKey() + "=" + note.getValue())
                .collect(Collectors.joining(";"));
    }

    private static void check(String name, String text) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a note's name is 1-32 letters, digits, spaces, dots, dashes");
        }
        Text.bounded(text, 128, "note");
        if (text.indexOf(';') >= 0) {
            throw new IllegalArgumentException("a note has no semicolon");
        }
    }
}
