package com.guance.billing.aws;

import java.util.ArrayList;
import java.util.List;

/**
 * As much of a text as can be kept, and what could not.
 *
 * @param text no longer than allowed, without characters that a database cannot store (U+0000, half a surrogate pair)
 * @param problems how it differs from what came; empty if it does not
 */
record KeptText(String text, List<String> problems) {

    static KeptText of(String text, int longest) {
        List<String> problems = new ArrayList<>();
        String kept = text;
        if (text.length() > longest) {
            int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
            problems.add("the notice has " + text.length() + " characters, the first " + end + " are kept");
            kept = text.substring(0, end);
        }
        if (!isStorable(kept)) {
            problems.add("the notice has characters that cannot be stored, they are replaced");
            kept = storable(kept);
        }
        return new KeptText(kept, List.copyOf(problems));
    }

    private static boolean isStorable(String text) {
        return text.codePoints().allMatch(KeptText::isStorable);
    }

    private static boolean isStorable(int c) {
        return c != 0 && Character.getType(c) != Character.SURROGATE;
    }

    private static String storable(String text) {
        return text.codePoints()
                .map(c -> isStorable(c) ? c : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
