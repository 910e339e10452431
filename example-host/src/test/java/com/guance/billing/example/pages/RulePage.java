package com.guance.billing.example.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of {@code docs/rules}. People write its text; the {@code Tests:} line under each rule and the link definitions at its end are
 * generated.
 *
 * @param file where it lies
 * @param text all of it
 */
record RulePage(Path file, String text) {

    static final Pattern ID = Pattern.compile("\\b[A-Z]{3,4}-\\d+\\b");
    static final String PLANNED = "Tests: *planned*";

    private static final Pattern ANCHOR = Pattern.compile("(?m)^(?=<a id=\")");
    private static final Pattern CITED = Pattern.compile("\\[(" + ID + ")\\](?!:)");
    private static final Pattern DEFINITION = Pattern.compile("(?m)^\\[" + ID + "\\]: .*\\R?");
    private static final Pattern TESTS = Pattern.compile("(?m)^Tests:.*$");

    static List<RulePage> all() throws IOException {
        return Sources.below(Sources.ROOT.resolve("docs/rules"), ".md")
                .map(RulePage::read)
                .toList();
    }

    /** What stands before the first rule. */
    String opening() {
        return parts().filter(part -> !isRule(part))
                .collect(Collectors.joining())
                .strip();
    }

    /** The rules, in the order of the page. */
    List<Rule> rules() {
        return parts().filter(RulePage::isRule).map(Rule::new).toList();
    }

    /** The rules that it links, sorted. */
    List<String> cited() {
        return CITED.matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .sorted(naturally())
                .toList();
    }

    /** The page as it should be. */
    String generated(NamedRules named, Map<String, Path> pageOfRule) {
        StringBuilder page = new StringBuilder(opening()).append('\n');
        for (Rule rule : rules()) {
            String tests = testsLine(rule, named);
            page.append('\n').append(rule.withoutTests()).append(tests.isEmpty() ? "\n" : "\n\n" + tests + "\n");
        }
        String links = cited().stream()
                .flatMap(id -> Stream.ofNullable(pageOfRule.get(id))
                        .map(target -> "[" + id + "]: " + (target.equals(file) ? "" : relative(target)) + "#" + id))
                .map(link -> link + "\n")
                .collect(Collectors.joining());
        return page + (links.isEmpty() ? "" : "\n" + links);
    }

    private String testsLine(Rule rule, NamedRules named) {
        if (named.of(rule.id()).isEmpty()) {
            return rule.isPlanned() ? PLANNED : "";
        }
        return named.of(rule.id()).stream()
                .map(test -> "[%s](%s)".formatted(NamedRules.className(test), relative(test)))
                .collect(Collectors.joining(", ", "Tests: ", ""));
    }

    private String relative(Path target) {
        return file.resolveSibling("").relativize(target).toString().replace('\\', '/');
    }

    private Stream<String> parts() {
        return ANCHOR.splitAsStream(DEFINITION.matcher(text).replaceAll(""));
    }

    private static boolean isRule(String part) {
        return part.startsWith("<a id=");
    }

    private static RulePage read(Path file) {
        try {
            return new RulePage(file, Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Comparator<String> naturally() {
        return Comparator.comparing((String id) -> id.substring(0, id.indexOf('-')))
                .thenComparing(id -> Integer.valueOf(id.substring(id.indexOf('-') + 1)));
    }

    /**
     * One rule.
     *
     * @param section from its anchor to the next rule's
     */
    record Rule(String section) {

        private static final Pattern HEADING =
                Pattern.compile("<a id=\"(" + ID + ")\"></a>\\n### \\1 \\S.*\\n\\n(?!Tests:)\\S[\\s\\S]*");
        private static final Pattern LINKED = Pattern.compile("\\[([^\\]]+)\\]\\(");

        /** Whether it begins with its anchor, a heading with the same id and a title, and has a text. */
        boolean isWellFormed() {
            return HEADING.matcher(section).matches();
        }

        /** The id in its anchor. */
        String id() {
            return section.substring("<a id=\"".length(), section.indexOf('"', "<a id=\"".length()));
        }

        /** The line below its text, or nothing. */
        String tests() {
            return TESTS.matcher(section).results().map(MatchResult::group).collect(Collectors.joining("\n"));
        }

        boolean isPlanned() {
            return tests().equals(PLANNED);
        }

        /** The names of the classes in that line. */
        TreeSet<String> linked() {
            return LINKED.matcher(tests())
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        String withoutTests() {
            return TESTS.matcher(section).replaceAll("").strip();
        }
    }
}
