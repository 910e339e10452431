package com.guance.billing.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A page of {@code docs/}, as it should be.
 *
 * @param name its file's name
 * @param text what it should say
 */
record Page(String name, String text) {

    private static final String ANEW = "mvn --batch-mode -pl billing-domain test -Dtest=BookTest -Dbook.write=true";

    /** Fails unless the page on file says so; with {@code -Dbook.write=true} makes it say so first. */
    void isOnFile() throws IOException {
        Path file = Compiled.module().resolveSibling("docs").resolve(name);
        if (Boolean.getBoolean("book.write")) {
            Files.writeString(file, text);
        }
        String onFile = Files.exists(file) ? Files.readString(file) : "";
        assertThat(Arrays.mismatch(onFile.lines().toArray(), text.lines().toArray()))
                .as("docs/%s is out of date, from this line (less one) on; to write it anew: %s", name, ANEW)
                .isEqualTo(-1);
    }

    /** Whether it has a row for a case in the section of its family, or any row for what is of no family. */
    boolean names(Class<?> type) {
        int from = type.isMemberClass()
                ? text.indexOf("\n## [" + type.getEnclosingClass().getSimpleName() + "]")
                : 0;
        int to = type.isMemberClass() ? text.indexOf("\n## ", from + 1) : -1;
        String rows = from < 0 ? "" : text.substring(from, to < 0 ? text.length() : to);
        return rows.contains("\n| `" + type.getSimpleName() + "` |");
    }

    /** The heading of a section on a type. */
    static String section(Class<?> type) {
        return "\n## [%s](%s)\n\n%s\n\n"
                .formatted(
                        type.getSimpleName(),
                        Javadoc.link(type),
                        Javadoc.of(type).firstSentence());
    }
}
