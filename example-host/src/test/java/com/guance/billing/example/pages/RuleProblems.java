package com.guance.billing.example.pages;

import com.guance.billing.example.pages.RulePage.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Where the pages of rules and the tests contradict each other. */
final class RuleProblems {

    private final NamedRules named;
    private final Set<String> rules = new HashSet<>();
    private final List<String> found = new ArrayList<>();

    private RuleProblems(NamedRules named) {
        this.named = named;
    }

    /** All of them, or nothing. */
    static List<String> of(List<RulePage> pages, NamedRules named) {
        RuleProblems problems = new RuleProblems(named);
        pages.forEach(page -> page.rules().forEach(problems::check));
        pages.forEach(problems::checkCited);
        named.tests().forEach((rule, tests) -> problems.checkNamed(rule));
        return problems.found;
    }

    private void check(Rule rule) {
        String id = rule.id();
        if (!rule.isWellFormed()) {
            found.add(id + " is not an anchor, a heading with the same id and a title, and a text");
        }
        if (!rules.add(id)) {
            found.add(id + " stands twice");
        }
        Set<String> naming = naming(id);
        if (naming.isEmpty() && !rule.isPlanned()) {
            found.add(id + " is neither planned nor named by a test");
        } else if (!naming.isEmpty() && rule.tests().contains("planned")) {
            found.add(id + " is no longer planned: named by " + naming);
        }
        difference(rule.linked(), naming)
                .forEach(test -> found.add(id + " links " + test + ", which does not name it"));
        difference(naming, rule.linked())
                .forEach(test -> found.add(id + " does not link " + test + ", which names it"));
    }

    private void checkCited(RulePage page) {
        difference(page.cited(), rules)
                .forEach(id -> found.add(page.file().getFileName() + " cites " + id + ", which is on no page"));
    }

    private void checkNamed(String rule) {
        if (!rules.contains(rule)) {
            found.add(rule + " is on no page, but named by " + naming(rule));
        }
    }

    private Set<String> naming(String rule) {
        return named.of(rule).stream().map(NamedRules::className).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> difference(Iterable<String> these, Set<String> those) {
        Set<String> rest = new TreeSet<>();
        these.forEach(rest::add);
        rest.removeAll(those);
        return rest;
    }
}
