package com.guance.billing.workspace;

import com.guance.billing.Required;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everyone who ever paid for a workspace, in order and without overlap (SET-10).
 *
 * @param all oldest first; only the last may still be in force
 */
public record Bindings(List<Binding> all) {

    /** Takes a copy. */
    public Bindings {
        all = Required.list(all, "all");
    }

    /** Nobody yet. */
    static Bindings none() {
        return new Bindings(List.of());
    }

    /** Who pays now, if anyone does (SET-1). */
    public Option<SettlementMethod> inForce() {
        return last().filter(binding -> binding.until().isEmpty()).map(Binding::method);
    }

    /**
     * Who paid at an instant, as known now.
     *
     * @param at any instant
     * @return the method, or none if nobody paid then
     */
    public Option<SettlementMethod> at(Instant at) {
        for (Binding binding : all) {
            if (binding.covers(at)) {
                return Option.some(binding.method());
            }
        }
        return Option.none();
    }

    /** The last payer, in force or not. */
    public Option<Binding> last() {
        return all.isEmpty() ? Option.none() : Option.some(all.get(all.size() - 1));
    }

    /** The first instant at which a new binding may start, or end. */
    Instant notBefore(Instant wanted) {
        Instant earliest =
                last().map(binding -> binding.until().getOrElse(binding.from())).getOrElse(wanted);
        return wanted.isBefore(earliest) ? earliest : wanted;
    }

    Bindings starting(SettlementMethod method, Instant from) {
        Bindings before = inForce().isDefined() ? endingAt(from) : this;
        return new Bindings(Stream.concat(before.all.stream(), Stream.of(new Binding(method, from, Option.none())))
                .collect(Collectors.toList()));
    }

    Bindings ifInForceEndingAt(Instant until) {
        return inForce().isDefined() ? endingAt(until) : this;
    }

    Bindings endingAt(Instant until) {
        int before = all.size() - 1;
        return new Bindings(Stream.concat(
                        all.stream().limit(before), Stream.of(all.get(before).endingAt(until)))
                .collect(Collectors.toList()));
    }
}
