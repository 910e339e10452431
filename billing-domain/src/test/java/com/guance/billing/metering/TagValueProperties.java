package com.guance.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Text;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TagValueProperties {

    @Property
    @Label("MET-5 a tag's value is what a marketplace takes, whatever the text")
    void allowed(@ForAll("texts") String text) {
        assertThat(TagValue.of(text)).matches("[A-Za-z0-9 +\\-=._:/@]{1,256}").isEqualTo(TagValue.of(text));
    }

    @Property
    @Label("MET-5 different texts have different values: it refuses the same tags twice")
    void different(@ForAll("texts") String one, @ForAll("texts") String other) {
        assertThat(TagValue.of(one).equals(TagValue.of(other))).isEqualTo(one.equals(other));
    }

    @Example
    @Label("MET-5 ids as they are given out stay as they are, others can be read back")
    void examples() {
        assertThat(TagValue.of("wksp_4f-A.9:/@ +x")).isEqualTo("wksp_4f-A.9:/@ +x");
        assertThat(TagValue.of("租a")).isEqualTo("=E7=A7=9Fa");
        assertThat(TagValue.of("=")).isEqualTo("=3D");
        assertThat(TagValue.of("🙂".repeat(21))).hasSize(252);
        assertThat(TagValue.of("🙂".repeat(22))).hasSize(256).contains("=.");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.strings()
                                .withChars("a=.3D租 _")
                                .ofMinLength(1)
                                .ofMaxLength(4),
                        Arbitraries.strings().all().ofMinLength(1).ofMaxLength(64),
                        Arbitraries.strings()
                                .withCharRange('一', '鿿')
                                .ofMinLength(20)
                                .ofMaxLength(64))
                .filter(Text::isWellFormed); // as ids are
    }
}
