package com.guance.billing.example.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** {@code docs/glossary.md} names types that exist. */
class GlossaryTest {

    private static final Path PAGE = Sources.ROOT.resolve("docs/glossary.md");
    private static final Pattern TYPE = Pattern.compile("\\[(\\w+)(?:\\.(\\w+))?\\]\\(([^)]+)\\)");

    @Test
    @DisplayName("the terms are sorted, and each has a meaning and a type that exists")
    void termsHaveTypes() throws IOException {
        List<String> rows = Files.readString(PAGE)
                .lines()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .toList();
        assertThat(rows).hasSizeBetween(40, 60).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        assertThat(problems(rows)).isEmpty();
    }

    @Test
    @DisplayName("planted terms without meaning or type are found")
    void plantedTermsAreFound() throws IOException {
        String code = "](../billing-domain/src/main/java/com/guance/billing/";
        assertThat(problems(List.of(
                        "| a | Meaning. | [Actor" + code + "Actor.java) | |",
                        "| b | Meaning. | [Actor.Holder" + code + "Actor.java) | |",
                        "| c | | [Actor" + code + "Actor.java) | |",
                        "| d | Meaning. | [Actor.Nobody" + code + "Actor.java) | |",
                        "| e | Meaning. | [Nobody" + code + "Actor.java) | |",
                        "| f | Meaning. | [Nobody" + code + "Nobody.java) | |",
                        "| g | Meaning. | Actor | |")))
                .containsExactly("c", "d", "e", "f", "g");
    }

    private static List<String> problems(List<String> rows) throws IOException {
        List<String> found = new ArrayList<>();
        for (String row : rows) {
            List<String> cells = List.of(row.split("\\|", -1));
            if (cells.size() != 6 || cells.get(2).isBlank() || !exists(cells.get(3))) {
                found.add(cells.get(1).strip());
            }
        }
        return found;
    }

    private static boolean exists(String cell) throws IOException {
        Matcher type = TYPE.matcher(cell.strip());
        if (!type.matches()) {
            return false;
        }
        Path source = PAGE.resolveSibling(type.group(3));
        String name = type.group(2) == null ? type.group(1) : type.group(2);
        return source.endsWith(type.group(1) + ".java")
                && Files.exists(source)
                && Pattern.compile("\\b(?:class|record|interface|enum) " + name + "\\b")
                        .matcher(Files.readString(source))
                        .find();
    }
}
