package com.guance.billing.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The page of rulings says what the simulator does, row by row, and each row is tried. */
class MarketplaceRulingsTest {

    private static final Path PAGE = Path.of("..", "docs", "marketplace-rulings.md");
    private static final Pattern COUNTS =
            Pattern.compile("([0-9]+) are documented, ([0-9]+) are rulings, ([0-9]+) are unknown");

    private final Map<String, Checks.Check> checks = new Checks()
            .and(MeteringRulings.checks())
            .and(CustomerRulings.checks())
            .and(AllocationRulings.checks())
            .and(ResolvingRulings.checks())
            .and(ProtocolRulings.checks())
            .and(SignatureRulings.checks())
            .and(NoticeRulings.checks())
            .byId();

    @TestFactory
    @DisplayName("outside: each row of the page of rulings is tried")
    Stream<DynamicTest> rows() throws IOException {
        return Row.all().stream()
                .map(row -> DynamicTest.dynamicTest("outside " + row.id() + " " + row.behaviour(), () -> {
                    Checks.Check check = checks.get(row.id());
                    assertThat(check).as("the check of this row").isNotNull();
                    Objects.requireNonNull(check).run();
                }));
    }

    @Test
    @DisplayName("outside: each check of a ruling has its row, and no row stands twice")
    void checksHaveRows() throws IOException {
        assertThat(Row.all())
                .extracting(Row::id)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(checks.keySet());
    }

    @Test
    @DisplayName("outside: the page counts what is documented, ruled and unknown, and each row has a source")
    void counts() throws IOException {
        Matcher counted = COUNTS.matcher(Files.readString(PAGE));
        assertThat(counted.find()).as("the line of counts").isTrue();
        List<String> statuses = List.of("documented", "ruling", "unknown");
        for (String status : statuses) {
            assertThat(Row.all())
                    .filteredOn(row -> row.status().equals(status))
                    .as(status)
                    .hasSize(Integer.parseInt(counted.group(statuses.indexOf(status) + 1)));
        }
        assertThat(Row.all()).extracting(Row::status).isSubsetOf(statuses);
        assertThat(Row.all())
                .allSatisfy(row -> assertThat(row.source()).as(row.id()).isNotBlank());
    }

    /** A row of the page's tables. */
    private record Row(String id, String behaviour, String status, String source) {

        static List<Row> all() throws IOException {
            return Files.readAllLines(PAGE).stream()
                    .filter(line -> line.startsWith("| MR-"))
                    .map(line -> Arrays.stream(line.split("\\|", -1))
                            .map(String::strip)
                            .toList())
                    .map(cells -> new Row(cells.get(1), cells.get(2), cells.get(3), cells.get(4)))
                    .toList();
        }
    }
}
