package com.guance.billing.book;

import com.guance.billing.DomainEvent;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A closed family of records.
 *
 * @param type the sealed interface
 */
record Family(Class<?> type) {

    private static final List<String> NOES = List.of("Refusal", "Problem", "Obstacle");

    static List<Family> refusals() {
        return sealed().filter(Family::saysNo).map(Family::new).toList();
    }

    /** A family of families is not one itself. */
    static List<Family> events() {
        return sealed().filter(DomainEvent.class::isAssignableFrom)
                .map(Family::new)
                .filter(family -> !family.cases().isEmpty())
                .toList();
    }

    /** What holds several of a family at once. */
    static List<Class<?>> collected() {
        return Compiled.all().stream()
                .filter(type -> type.isRecord() && !type.isMemberClass() && saysNo(type))
                .toList();
    }

    static boolean saysNo(Class<?> type) {
        return NOES.stream().anyMatch(type.getSimpleName()::endsWith);
    }

    /** Its records, in the order of the source. */
    List<Class<?>> cases() {
        return Stream.of(type.getPermittedSubclasses())
                .filter(Class::isRecord)
                .sorted(Comparator.comparingInt(Javadoc::position))
                .toList();
    }

    private static Stream<Class<?>> sealed() {
        return Compiled.all().stream().filter(type -> type.isInterface() && type.isSealed());
    }
}
