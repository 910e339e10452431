package com.guance.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NotesProperties {

    @Property(tries = 200)
    @Label("MET-9 notes are one line, and read from it again, whatever their order was")
    void oneLine(@ForAll("notes") Map<String, String> byName) {
        Notes notes = new Notes(byName);
        assertThat(Notes.parse(notes.toString())).isEqualTo(notes);
        assertThat(notes.byName()).isEqualTo(byName);
    }

    @Example
    @Label("MET-9 what is no note is told")
    void malformed() {
        Map<String, String> nine =
                IntStream.range(0, 9).boxed().collect(Collectors.toMap(number -> "n" + number, number -> "text"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Notes(nine));
        assertThatIllegalArgumentException().isThrownBy(() -> new Notes(Map.of("a=b", "text")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Notes(Map.of("", "text")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Notes(Map.of("n".repeat(33), "text")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Notes(Map.of("name", "one;two")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Notes(Map.of("name", " ")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Notes(Map.of("name", "x".repeat(129))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Notes(Map.of("name", "two\nlines")));
        assertThatIllegalArgumentException().isThrownBy(() -> Notes.parse("name"));
        assertThat(Notes.parse("")).isEqualTo(Notes.NONE);
    }

    @Provide
    Arbitrary<Map<String, String>> notes() {
        Arbitrary<String> names = Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars(" ._-")
                .ofMinLength(1)
                .ofMaxLength(32);
        Arbitrary<String> texts = Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars('费', '=', '"')
                .ofMinLength(1)
                .ofMaxLength(128)
                .filter(text -> !text.isBlank() && text.indexOf(';') < 0);
        return Arbitraries.maps(names, texts).ofMaxSize(8);
    }
}
