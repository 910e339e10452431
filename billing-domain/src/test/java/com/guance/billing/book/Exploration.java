package com.guance.billing.book;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Everything that commands lead to, breadth first. Of states that are alike only the first is followed, so that it comes to an end.
 *
 * @param commands what is tried on every state; a command that is refused answers the state as it was
 * @param alike what makes two states alike
 * @param deepest how many commands follow each other at most
 */
record Exploration<S>(List<UnaryOperator<S>> commands, Function<S, Object> alike, int deepest) {

    /** Tells of every birth, and of every state after every command, be it alike or not. */
    void from(List<S> births, Consumer<S> told) {
        Set<Object> known = new HashSet<>();
        List<S> level = fresh(births, known);
        births.forEach(told);
        for (int depth = 0; depth < deepest && !level.isEmpty(); depth++) {
            List<S> next = level.stream()
                    .flatMap(state -> commands.stream().map(command -> command.apply(state)))
                    .toList();
            next.forEach(told);
            level = fresh(next, known);
        }
    }

    private List<S> fresh(List<S> states, Set<Object> known) {
        List<S> fresh = new ArrayList<>();
        for (S state : states) {
            if (known.add(alike.apply(state))) {
                fresh.add(state);
            }
        }
        return fresh;
    }
}
