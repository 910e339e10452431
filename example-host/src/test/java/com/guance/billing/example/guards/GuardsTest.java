package com.guance.billing.example.guards;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardsTest {

    private static final Set<String> PLANTED =
            Plants.all().stream().map(Plant::fullName).collect(Collectors.toUnmodifiableSet());

    /** The house and all plants, imported once; every test looks at its part. */
    @SuppressWarnings("NullAway.Init")
    private JavaClasses everything;

    @BeforeAll
    void importEverything(@TempDir Path folder) throws IOException {
        everything = House.with(Plant.compiled(Plants.all(), folder));
        assertThat(PLANTED).hasSize(Plants.values().length).allMatch(everything::contain);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("the house holds")
    void holds(Guards guard) {
        guard.rule().check(everything.that(describe("stand in the house", type -> !PLANTED.contains(type.getName()))));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("a planted violation is reported")
    void bites(Plants planted) {
        String name = planted.plant().fullName();
        JavaClasses classes = everything.that(describe(name, type -> isIn(planted, type)));
        assertThatThrownBy(() -> planted.guard().rule().check(classes))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(name);
    }

    @Test
    @DisplayName("every guard has a plant")
    void everyGuardHasAPlant() {
        assertThat(Stream.of(Plants.values()).map(Plants::guard)).contains(Guards.values());
    }

    /** A cycle needs the rest of the house; every other rule looks at one class, and what that refers to. */
    private static boolean isIn(Plants planted, JavaClass type) {
        return type.getName().equals(planted.plant().fullName())
                || (planted.guard() == Guards.FEATURES_FORM_NO_CYCLE && !PLANTED.contains(type.getName()));
    }
}
