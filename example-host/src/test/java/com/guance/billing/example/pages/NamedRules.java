package com.guance.billing.example.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The rules that tests name.
 *
 * @param tests by rule id: the sources with a {@code @DisplayName} or {@code @Label} that carries it, sorted by class name
 */
record NamedRules(SortedMap<String, SortedSet<Path>> tests) {

    private static final Pattern NAME =
            Pattern.compile("@(?:DisplayName|Label)\\s*\\(((?:[^\")]++|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\")*+)\\)");
    private static final Pattern BETWEEN_LITERALS = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final Set<String> NO_RULES = Set.of("SHA-256", "UTF-8");

    static NamedRules ofAllTests() throws IOException {
        NamedRules named = new NamedRules(new TreeMap<>());
        for (Path source : Sources.java()) {
            named.add(source, Files.readString(source));
        }
        return named;
    }

    /** Adds what the display names of a source carry. */
    void add(Path source, String code) {
        NAME.matcher(code)
                .results()
                .map(name -> BETWEEN_LITERALS.matcher(name.group(1)).replaceAll(""))
                .flatMap(name -> RulePage.ID.matcher(name).results())
                .map(MatchResult::group)
                .filter(id -> !NO_RULES.contains(id))
                .forEach(id -> tests.computeIfAbsent(id, any -> new TreeSet<>(byClass()))
                        .add(source));
    }

    SortedSet<Path> of(String rule) {
        return tests.getOrDefault(rule, new TreeSet<>());
    }

    /** The name of the class in a source. */
    static String className(Path source) {
        return source.getFileName().toString().replace(".java", "");
    }

    private static Comparator<Path> byClass() {
        return Comparator.comparing(NamedRules::className).thenComparing(Comparator.naturalOrder());
    }
}
