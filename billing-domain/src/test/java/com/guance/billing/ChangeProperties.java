package com.guance.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.testing.World;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

class ChangeProperties {

    /** Something that happened to a text. */
    record Written(String subject, Request request) implements DomainEvent {}

    @Property(tries = 100)
    @Label("INV-4 a change is the fold of its events, in order")
    void folds(@ForAll List<String> texts) {
        List<Written> events = texts.stream().map(ChangeProperties::written).toList();

        Change<String> change = Change.of("", (before, event) -> before + event.subject(), events);

        assertThat(change.after()).isEqualTo(String.join("", texts));
        assertThat(change.events()).isEqualTo(events);
        assertThat(change.isNone()).isEqualTo(texts.isEmpty());
    }

    @Property(tries = 100)
    @Label("INV-4 one change then another are their events in order and the last state")
    void then(@ForAll List<String> first, @ForAll List<String> second) {
        List<String> both = new ArrayList<>(first);
        both.addAll(second);
        Change<String> one = change("", first);

        assertThat(one.then(change(one.after(), second))).isEqualTo(change("", both));
    }

    @Example
    @Label("INV-6 no change has no events and the same state; events do not change behind its back")
    void none() {
        List<DomainEvent> events = new ArrayList<>(List.of(written("a")));
        Change<String> change = new Change<>("a", events);

        events.clear();

        assertThat(change.events()).hasSize(1);
        assertThat(Change.none("same")).isEqualTo(new Change<>("same", List.of()));
        assertThat(Change.none("same").isNone()).isTrue();
    }

    @Example
    @Label("an event names who caused it and when")
    void event() {
        Written event = written("a");

        assertThat(event.by()).isEqualTo(new Actor.Clock());
        assertThat(event.at()).isEqualTo(World.START);
    }

    private static Change<String> change(String before, List<String> texts) {
        return Change.of(
                before,
                (text, event) -> text + event.subject(),
                texts.stream().map(ChangeProperties::written).toList());
    }

    private static Written written(String text) {
        return new Written(text, World.byClock(World.START));
    }
}
