package com.guance.billing.example.guards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a module's tests were, and what their reports say: below its folder of what was built. */
record Reports(Path target) {

    private static final String SUFFIX = "Properties.class";
    private static final Pattern SUITE = Pattern.compile("<testsuite\\s[^>]*>");

    static Reports of(String module) {
        return new Reports(House.ROOT.resolve(module).resolve("target"));
    }

    /** The full names of the compiled classes of properties. */
    Set<String> properties() {
        Path classes = target.resolve("test-classes");
        if (!Files.isDirectory(classes)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .map(file -> named(classes.relativize(file)))
                    .filter(name -> !name.contains("$"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of which no report says that a test ran. */
    Set<String> unproved() {
        return properties().stream().filter(name -> ran(name) <= 0).collect(Collectors.toUnmodifiableSet());
    }

    private int ran(String name) {
        Path report = target.resolve("surefire-reports").resolve("TEST-" + name + ".xml");
        if (!Files.exists(report)) {
            return 0;
        }
        try {
            Matcher suite = SUITE.matcher(Files.readString(report));
            return suite.find() ? count("tests", suite.group()) - count("skipped", suite.group()) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int count(String attribute, String suite) {
        Matcher found = Pattern.compile("\\s" + attribute + "=\"(\\d+)\"").matcher(suite);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    private static String named(Path file) {
        String path = file.toString();
        return path.substring(0, path.length() - ".class".length())
                .replace('/', '.')
                .replace('\\', '.');
    }
}
