package com.guance.billing.example.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rules in {@code docs/rules} and the tests that prove them refer to each other. */
class RulesTest {

    private static final String UPDATE = "to update docs/rules: mvn --batch-mode -pl example-host -am test"
            + " -Dtest=RulesTest -Drules.write=true -Dsurefire.failIfNoSpecifiedTests=false";

    @Test
    @DisplayName("every rule is planned or links all tests that name it, and every rule that a test names exists")
    void rulesAndTestsAgree() throws IOException {
        NamedRules named = NamedRules.ofAllTests();
        if (Boolean.getBoolean("rules.write")) {
            for (RulePage page : RulePage.all()) {
                Files.writeString(page.file(), page.generated(named, pageOfRule(RulePage.all())));
            }
        }
        List<RulePage> pages = RulePage.all();
        assertThat(pageOfRule(pages)).hasSizeGreaterThan(110);
        assertThat(RuleProblems.of(pages, named)).as(UPDATE).isEmpty();
        for (RulePage page : pages) {
            assertThat(page.text())
                    .as("%s is out of date; %s", page.file(), UPDATE)
                    .isEqualTo(page.generated(named, pageOfRule(pages)));
        }
    }

    @Test
    @DisplayName("every rule that a source or a page cites exists")
    void citedRulesExist() throws IOException {
        Map<String, Path> rules = pageOfRule(RulePage.all());
        List<String> families =
                rules.keySet().stream().map(RulesTest::family).distinct().toList();
        Pattern cited = Pattern.compile("\\b(?:" + String.join("|", families) + ")-\\d+\\b");
        assertThat(families).contains("SET", "MET");
        for (Path file :
                Stream.concat(Sources.java().stream(), Sources.pages().stream()).toList()) {
            assertThat(cited.matcher(Files.readString(file)).results().map(found -> found.group()))
                    .as("rules cited in %s", file)
                    .allMatch(rules::containsKey);
        }
    }

    @Test
    @DisplayName("planted contradictions between pages and tests are found")
    void plantedContradictionsAreFound() {
        String tested = section("AAA-1", "Says so.", "Tests: [GoodTest](GoodTest.java)");
        assertThat(problems(tested, "AAA-1")).isEmpty();
        assertThat(problems(section("AAA-1", "Says so.", RulePage.PLANNED), "")).isEmpty();

        assertThat(problems(tested, "AAA-1 AAA-2")).containsExactly("AAA-2 is on no page, but named by [GoodTest]");
        assertThat(problems(section("AAA-1", "Says so.", ""), ""))
                .containsExactly("AAA-1 is neither planned nor named by a test");
        assertThat(problems(section("AAA-1", "Says so.", RulePage.PLANNED), "AAA-1"))
                .containsExactly(
                        "AAA-1 is no longer planned: named by [GoodTest]",
                        "AAA-1 does not link GoodTest, which names it");
        assertThat(problems(section("AAA-1", "Says so.", "Tests: [BadTest](BadTest.java)"), "AAA-1"))
                .containsExactly(
                        "AAA-1 links BadTest, which does not name it", "AAA-1 does not link GoodTest, which names it");
        assertThat(problems(tested + tested, "AAA-1")).containsExactly("AAA-1 stands twice");
        assertThat(problems(section("AAA-1", "As in [AAA-9].", RulePage.PLANNED), ""))
                .containsExactly("planted.md cites AAA-9, which is on no page");
        assertThat(problems(tested.replace("### AAA-1", "### AAA-2"), "AAA-1"))
                .containsExactly("AAA-1 is not an anchor, a heading with the same id and a title, and a text");
        assertThat(problems(section("AAA-1", "", "Tests: [GoodTest](GoodTest.java)"), "AAA-1"))
                .containsExactly("AAA-1 is not an anchor, a heading with the same id and a title, and a text");
    }

    @Test
    @DisplayName("test lines and link definitions are generated, and a rule is never planned by itself")
    void linesAreGenerated() {
        RulePage page = new RulePage(
                Path.of("docs/rules/planted.md"),
                "# Planted\n\n" + section("AAA-1", "As in [AAA-2].", RulePage.PLANNED) + section("AAA-2", "So.", ""));
        String generated = page.generated(named("AAA-1"), pageOfRule(List.of(page)));
        assertThat(generated)
                .isEqualTo("# Planted\n\n"
                        + section("AAA-1", "As in [AAA-2].", "Tests: [GoodTest](../../a/src/GoodTest.java)")
                        + "<a id=\"AAA-2\"></a>\n### AAA-2 Title\n\nSo.\n"
                        + "\n[AAA-2]: #AAA-2\n");
        RulePage written = new RulePage(page.file(), generated);
        assertThat(written.generated(named("AAA-1"), pageOfRule(List.of(written))))
                .isEqualTo(generated);
    }

    private static String section(String id, String text, String tests) {
        return "<a id=\"%s\"></a>\n### %s Title\n\n%s\n\n%s\n\n".formatted(id, id, text, tests);
    }

    private static List<String> problems(String rules, String name) {
        return RuleProblems.of(List.of(new RulePage(Path.of("docs/rules/planted.md"), rules)), named(name));
    }

    /** What {@code GoodTest} names, in two literals. */
    private static NamedRules named(String name) {
        NamedRules named = new NamedRules(new TreeMap<>());
        named.add(
                Path.of("a/src/GoodTest.java"),
                "@Test\n@Display" + "Name(\n  \"proves \"\n  + \"" + name + " (really)\")\nvoid works() {} // AAA-8");
        return named;
    }

    private static Map<String, Path> pageOfRule(List<RulePage> pages) {
        Map<String, Path> found = new TreeMap<>();
        pages.forEach(page -> page.rules().forEach(rule -> found.put(rule.id(), page.file())));
        return found;
    }

    private static String family(String rule) {
        return rule.substring(0, rule.indexOf('-'));
    }
}
