package com.guance.billing.example.guards;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.Request;
import com.guance.billing.WorkspaceId;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.vavr.control.Either;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command checks its actor, and to those who may not it says only that (SET-11). */
class ActorsGuardTest {

    private static final String DRIVING = "com.guance.billing.ports.driving";
    private static final Set<String> ACTING = Set.of(Request.class.getName(), Actor.class.getName());

    static Stream<Command> commands() {
        return Command.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    @DisplayName("ARR-3 FIN-1 LOCK-7 SET-2 SET-11 who may is as the table says, and the others are told only that")
    void whoMay(Command command) {
        assertThat(command.wrongly()).isEmpty();
    }

    @Test
    @DisplayName("every method of a driving port that takes an actor is in the table, and nothing else is")
    void everyCommandIsListed() {
        assertThat(acting(new ClassFileImporter()
                        .importPath(House.classes(House.PORTS)).stream()
                                .filter(type -> type.getPackageName().equals(DRIVING))))
                .isEqualTo(commands().map(Command::name).collect(Collectors.toUnmodifiableSet()));
    }

    @Test
    @DisplayName("a planted command that the table lacks is found")
    void bitesWhatIsNotListed() {
        assertThat(acting(Stream.of(new ClassFileImporter().importClass(Planted.class))))
                .containsExactly("Planted.act(WorkspaceId, Request)");
    }

    @Test
    @DisplayName("a planted command without a check of its actor is found, and one that checks amiss")
    void bitesWhatDoesNotCheck() {
        Command careless = new Command("Planted.act", EnumSet.of(Who.STAFF), (on, by) -> Either.right("done"));
        Command telltale = new Command(
                "Planted.act",
                EnumSet.noneOf(Who.class),
                (on, by) -> Either.left("NotForThisActor[actor=Clock[]], but of account " + Ground.ACCOUNT));

        assertThat(careless.wrongly()).isEqualTo(EnumSet.complementOf(EnumSet.of(Who.STAFF)));
        assertThat(telltale.wrongly()).isEqualTo(EnumSet.allOf(Who.class));
    }

    private static Set<String> acting(Stream<JavaClass> types) {
        return types.flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getOwner().isInterface())
                .filter(method ->
                        method.getRawParameterTypes().stream().anyMatch(taken -> ACTING.contains(taken.getName())))
                .map(ActorsGuardTest::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName() + "("
                + method.getRawParameterTypes().stream()
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.joining(", "))
                + ")";
    }

    /** What somebody may add. */
    private interface Planted {
        @SuppressWarnings("UnusedMethod") // only its signature is looked at
        Object act(WorkspaceId workspace, Request by);
    }
}
