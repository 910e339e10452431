package com.guance.billing;

/** The checks that all textual values of this library share. */
public final class Text {

    private Text() {}

    /**
     * The text itself, if it may serve as a value: not blank, not longer than allowed, storable on every database.
     *
     * @param value the text as it came
     * @param longest the most characters (Unicode code points) allowed
     * @param what the value's name, for the message; the message never repeats the text
     * @return {@code value}, unchanged
     * @throws IllegalArgumentException if the text is blank, too long, or no well-formed text (see {@link #isWellFormed})
     */
    public static String bounded(String value, int longest, String what) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(what + " is blank");
        }
        int length = value.codePointCount(0, value.length());
        if (length > longest) {
            throw new IllegalArgumentException(
                    what + " has " + length + " characters, at most " + longest + " are allowed");
        }
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException(what + " contains control characters or half a surrogate pair");
        }
        return value;
    }

    /**
     * Whether a text has neither control characters nor unpaired surrogates: such a text survives every encoding and every
     * database.
     *
     * @param value any text
     * @return whether it is well-formed
     */
    public static boolean isWellFormed(String value) {
        return value.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }
}
