package com.guance.billing.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables of this version and their columns, as the scripts make them: nothing is listed twice. */
final class ExpectedTables {

    private static final Pattern TABLE = Pattern.compile("CREATE TABLE (\\w+) \\(\n(.*?)\n\\);", Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern.compile("^ {4}(\\w+) ");
    private static final Pattern ADDED = Pattern.compile("ALTER TABLE (\\w+) ADD COLUMN (\\w+) .*GENERATED ALWAYS");
    private static final Pattern SEQUENCE = Pattern.compile("CREATE SEQUENCE (\\w+)");

    private final Map<String, List<String>> written = new TreeMap<>();
    private final Map<String, List<String>> computed = new TreeMap<>();
    private final List<String> sequences;

    private ExpectedTables(String scripts) {
        Matcher table = TABLE.matcher(scripts);
        while (table.find()) {
            written.put(
                    table.group(1),
                    table.group(2).lines().flatMap(ExpectedTables::column).toList());
        }
        Matcher added = ADDED.matcher(scripts);
        while (added.find()) {
            computed.computeIfAbsent(added.group(1), none -> new ArrayList<>()).add(added.group(2));
        }
        this.sequences =
                SEQUENCE.matcher(scripts).results().map(found -> found.group(1)).toList();
    }

    /** Those of the scripts. */
    static ExpectedTables of(String scripts) {
        return new ExpectedTables(scripts);
    }

    /** By table, the columns that are written. */
    Map<String, List<String>> written() {
        return written;
    }

    /** All columns of a table. */
    List<String> columns(String table) {
        List<String> columns = new ArrayList<>(written.getOrDefault(table, List.of()));
        columns.addAll(computed.getOrDefault(table, List.of()));
        return columns;
    }

    List<String> sequences() {
        return sequences;
    }

    /** A constraint of the table is written in upper case, as all of SQL. */
    private static java.util.stream.Stream<String> column(String line) {
        return COLUMN.matcher(line)
                .results()
                .map(found -> found.group(1))
                .filter(name -> name.equals(name.toLowerCase(Locale.ROOT)));
    }
}
