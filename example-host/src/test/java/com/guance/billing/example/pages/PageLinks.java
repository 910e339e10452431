package com.guance.billing.example.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the links of a page lead. */
final class PageLinks {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|(?m:^\\[[^\\]]+\\]: (\\S+)$)");
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\">");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern LINKED_WORDS = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");

    private PageLinks() {}

    /** The links to files, or to anchors in pages, that do not exist. Links to the web are not followed. */
    static List<String> broken(Path page, String text) {
        return LINK.matcher(text)
                .results()
                .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
                .filter(link -> !link.startsWith("https://"))
                .filter(link -> !leadsSomewhere(page, text, link))
                .toList();
    }

    private static boolean leadsSomewhere(Path page, String text, String link) {
        int hash = link.indexOf('#');
        String file = hash < 0 ? link : link.substring(0, hash);
        Path target = file.isEmpty() ? page : page.resolveSibling(file);
        if (hash < 0 || !Files.exists(target)) {
            return Files.exists(target);
        }
        return anchors(file.isEmpty() ? text : read(target)).anyMatch(link.substring(hash + 1)::equals);
    }

    /** Explicit anchors, and those that a reader's Markdown makes of headings. */
    private static Stream<String> anchors(String text) {
        Stream<String> explicit = ANCHOR.matcher(text).results().map(anchor -> anchor.group(1));
        Stream<String> headings = HEADING.matcher(text)
                .results()
                .map(heading -> LINKED_WORDS.matcher(heading.group(1)).replaceAll("$1"))
                .map(words -> words.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'));
        return Stream.concat(explicit, headings);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
