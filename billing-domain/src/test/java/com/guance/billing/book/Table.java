package com.guance.billing.book;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table, as Markdown. */
final class Table {

    private final List<String> lines = new ArrayList<>();

    Table(String... heads) {
        row(heads);
        row(Stream.of(heads).map(head -> "---").toArray(String[]::new));
    }

    void row(String... cells) {
        lines.add("| " + String.join(" | ", cells) + " |");
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    /** The components of a record: names and simple types. */
    static String data(Class<?> type) {
        return Stream.of(type.getRecordComponents()).map(Table::data).collect(Collectors.joining(", "));
    }

    private static String data(RecordComponent component) {
        String its = component.getGenericType().getTypeName().replaceAll("[\\w.]+[.$](\\w+)", "$1");
        return "`" + component.getName() + ": " + its + "`";
    }
}
