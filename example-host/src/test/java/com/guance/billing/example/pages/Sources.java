package com.guance.billing.example.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's Java sources and Markdown pages. */
final class Sources {

    static final Path ROOT = Path.of(System.getProperty("project.root"));

    private Sources() {}

    /** Every Java source of every module, of main code and of tests. */
    static List<Path> java() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            List<Path> sources = folders.map(folder -> folder.resolve("src"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
            return sources.stream().flatMap(folder -> below(folder, ".java")).toList();
        }
    }

    /** Every page. */
    static List<Path> pages() {
        return Stream.concat(
                        Stream.of(
                                        "README.md",
                                        "CONTRIBUTING.md",
                                        "SECURITY.md",
                                        "CHANGELOG.md",
                                        "UPGRADING.md",
                                        "benchmarks/README.md")
                                .map(ROOT::resolve),
                        below(ROOT.resolve("docs"), ".md"))
                .toList();
    }

    static Stream<Path> below(Path folder, String suffix) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
