package com.guance.billing.testing;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Texts as people type them, and as they do not. */
public final class Forms {

    /** One character, two {@code char}s. */
    public static final String NON_BMP = "\uD83D\uDE80";

    public static final String LONE_SURROGATE = "\uD83D";

    private static final List<String> CHARACTERS =
            List.of("a", "Z", "é", "工", NON_BMP, "-", "0", "\u00A0", "\u202E", "'", "\\", "%");

    private Forms() {}

    /** Well-formed texts of so many characters (not {@code char}s), without white space at the ends. */
    public static Arbitrary<String> names(int characters) {
        return Arbitraries.of(CHARACTERS).list().ofSize(characters).map(list -> String.join("", list));
    }

    public static Arbitrary<String> whiteSpace() {
        return Arbitraries.strings().withChars(" \t\n\u3000").ofMaxLength(3);
    }

    /** What no database stores faithfully. */
    public static Arbitrary<String> notText() {
        return Arbitraries.of("\u0000", "\u0007", "\n", "\u007F", "\u0085", LONE_SURROGATE, "\uDE80");
    }
}
