package com.guance.billing.book;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where something can stand, and which events lead from where to where. */
final class Chart<P extends Enum<P>> {

    private final List<P> standings;
    private final Set<Move<P>> byDefault = new HashSet<>();
    private final Set<Move<P>> all = new HashSet<>();

    Chart(Class<P> type) {
        this.standings = List.of(type.getEnumConstants());
    }

    /** Adds moves; some only exist where the host has replaced a policy. */
    void add(Stream<Move<P>> moves, boolean underDefaults) {
        moves.forEach(move -> {
            all.add(move);
            if (underDefaults) {
                byDefault.add(move);
            }
        });
    }

    Set<P> reached() {
        return all.stream().map(Move::to).collect(Collectors.toUnmodifiableSet());
    }

    String mermaid() {
        Stream<String> moves = sorted().filter(move -> !move.isStay())
                .map(move -> "%s --> %s: %s"
                        .formatted(move.from().map(Enum::name).getOrElse("[*]"), move.to(), named(move)));
        Stream<String> ends = standings.stream()
                .filter(standing -> all.stream().noneMatch(move -> move.from().contains(standing) && !move.isStay()))
                .map(standing -> standing + " --> [*]");
        return Stream.concat(moves, ends)
                .map(line -> "    " + line + "\n")
                .collect(Collectors.joining("", "```mermaid\nstateDiagram-v2\n", "```\n"));
    }

    String table() {
        Table table = new Table(
                standings.get(0).getDeclaringClass().getSimpleName(), "meaning", "happens without changing it");
        standings.forEach(
                standing -> table.row("`" + standing + "`", Javadoc.of(standing).firstSentence(), staying(standing)));
        return table.text();
    }

    private String staying(P standing) {
        return sorted().filter(move -> move.isStay() && move.to() == standing)
                .map(this::named)
                .collect(Collectors.joining(", "));
    }

    private Stream<Move<P>> sorted() {
        return all.stream()
                .sorted(Comparator.<Move<P>, Integer>comparing(
                                move -> move.from().map(Enum::ordinal).getOrElse(-1))
                        .thenComparing(Move::to)
                        .thenComparing(Move::event));
    }

    private String named(Move<P> move) {
        return byDefault.contains(move) ? move.event() : move.event() + " (by policy)";
    }
}
