package com.guance.billing.book;

import java.util.stream.Collectors;

/** {@code docs/refusals.md}. */
final class RefusalsPage {

    private static final String HEAD = """
            # Refusals

            Every business "no" is a value that carries its data, and never an exception; a refusal changes nothing (INV-6). These are all of
            them, as the code has them.
            """;

    private RefusalsPage() {}

    static Page page() {
        String families = Family.refusals().stream().map(RefusalsPage::section).collect(Collectors.joining());
        Table several = new Table("what", "data", "when");
        Family.collected()
                .forEach(type -> several.row(
                        "`" + type.getSimpleName() + "`",
                        Table.data(type),
                        Javadoc.of(type).firstSentence()));
        return new Page("refusals.md", HEAD + families + "\n## Several at once\n\n" + several.text());
    }

    private static String section(Family family) {
        Table table = new Table("case", "data", "when");
        family.cases()
                .forEach(type -> table.row(
                        "`" + type.getSimpleName() + "`",
                        Table.data(type),
                        Javadoc.of(type).firstSentence()));
        return Page.section(family.type()) + table.text();
    }
}
