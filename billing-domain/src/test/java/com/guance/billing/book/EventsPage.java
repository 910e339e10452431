package com.guance.billing.book;

import java.util.stream.Collectors;

/** {@code docs/events.md}. */
final class EventsPage {

    private static final String HEAD = """
            # Events

            Everything that can happen. State is reached by folding these, a host is told of them once they are stored, and the mails that
            the vendor's pages name are among them.
            """;

    private EventsPage() {}

    static Page page() {
        return new Page(
                "events.md",
                HEAD + Family.events().stream().map(EventsPage::section).collect(Collectors.joining()));
    }

    private static String section(Family family) {
        Table table = new Table("event", "data", "what", "mail of the vendor");
        family.cases().forEach(type -> {
            Javadoc said = Javadoc.of(type);
            table.row("`" + type.getSimpleName() + "`", Table.data(type), said.firstSentence(), said.mail());
        });
        return Page.section(family.type()) + table.text();
    }
}
