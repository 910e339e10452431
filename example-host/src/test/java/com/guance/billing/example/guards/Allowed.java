package com.guance.billing.example.guards;

import static com.guance.billing.example.guards.House.ADAPTERS;
import static com.guance.billing.example.guards.House.APPLICATION;
import static com.guance.billing.example.guards.House.moduleOf;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.guance.billing.ports.faults.RequiredLibrary;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The allow-lists behind the guards. */
final class Allowed {

    private static final String[] LANGUAGE = {
        "java.lang..",
        "java.util",
        "java.util.function",
        "java.util.stream",
        "java.util.regex",
        "java.time..",
        "java.math",
        "java.nio.charset",
        "java.security",
        "io.vavr.control",
        "io.vavr",
        "org.jspecify.annotations",
        "org.immutables.value"
    };
    private static final String[] OF_TESTS = {
        "java.io", "java.util.concurrent..", "org.junit.jupiter..", "org.assertj.core..", "net.jqwik.api.."
    };
    private static final Pattern HIDDEN_INPUT = Pattern.compile(
            ".*\\.now\\(.*|java\\.lang\\.System\\.(currentTimeMillis|nanoTime)\\(.*|java\\.util\\.UUID\\.randomUUID\\(.*"
                    + "|java\\.lang\\.Math\\.random\\(.*|java\\.util\\.Random\\.<init>\\(.*|java\\.security\\.SecureRandom\\.<init>\\(.*"
                    + "|java\\.time\\.ZoneId\\.systemDefault\\(.*|java\\.time\\.Clock\\.system.*|java\\.util\\.Locale\\.getDefault\\(.*"
                    + "|java\\.util\\.TimeZone\\.getDefault\\(.*|java\\.lang\\.String\\.to(Lower|Upper)Case\\(\\)"
                    + "|java\\.lang\\.String\\.format\\(java\\.lang\\.String, .*|java\\.lang\\.String\\.(getBytes\\(\\)|formatted\\(.*)"
                    + "|java\\.lang\\.Thread\\.sleep\\(.*");

    private Allowed() {}

    static DescribedPredicate<JavaClass> inDomain() {
        return itselfOrItsElements(
                "the language, vavr's control types, or the domain",
                resideInAnyPackage(LANGUAGE)
                        .or(equivalentTo(Normalizer.class)) // of texts; the same in every locale
                        .or(equivalentTo(Normalizer.Form.class))
                        .or(House.in(House.DOMAIN)));
    }

    static DescribedPredicate<JavaClass> inApplication() {
        return itselfOrItsElements(
                "the language, vavr's control types, a logger's interface, the domain, the ports, or the application",
                resideInAnyPackage(LANGUAGE)
                        .or(resideInAnyPackage("org.slf4j", "org.slf4j.event", "org.slf4j.spi"))
                        .or(House.in(House.DOMAIN, House.PORTS, House.APPLICATION)
                                .and(not(inMeters()))));
    }

    /** The one package that is of use to hosts with Micrometer only. */
    static DescribedPredicate<JavaClass> inMeters() {
        return resideInAnyPackage("com.guance.billing.micrometer..");
    }

    static DescribedPredicate<JavaClass> inMetersOrWhatTheyMeasure() {
        return itselfOrItsElements(
                "the language, vavr's control types, Micrometer, the domain, the ports, or the meters",
                resideInAnyPackage(LANGUAGE)
                        .or(resideInAnyPackage("java.util.concurrent", "io.micrometer.core.."))
                        .or(House.in(House.DOMAIN, House.PORTS))
                        .or(inMeters()));
    }

    static DescribedPredicate<JavaClass> inPorts() {
        return itselfOrItsElements(
                "the language, vavr's control types, the domain, or the ports",
                resideInAnyPackage(LANGUAGE).or(House.in(House.DOMAIN, House.PORTS)));
    }

    /** What every module with libraries of the host's asks at start stands once, below them all; it opens a file of a jar. */
    static DescribedPredicate<JavaClass> readsTheClassPath() {
        return equivalentTo(RequiredLibrary.class);
    }

    static DescribedPredicate<JavaClass> inTestkit() {
        return itselfOrItsElements(
                "the language, vavr's control types, the test libraries, the domain, the ports, or the testkit",
                resideInAnyPackage(LANGUAGE)
                        .or(resideInAnyPackage(OF_TESTS))
                        .or(House.in(House.DOMAIN, House.PORTS, House.TESTKIT)));
    }

    static ArchCondition<JavaClass> beInterfaceRecordEnumOrException() {
        return condition(
                "be an interface, a record, an enum or an exception",
                type -> type.isInterface() || type.isRecord() || type.isEnum() || type.isAssignableTo(Throwable.class)
                        ? Stream.empty()
                        : Stream.of(type.getName() + " is a class"));
    }

    /**
     * A method of an interface is a promise: no {@code default}, no {@code static}, no {@code private} one. Only a choice among
     * records of its own may tell them apart.
     */
    static ArchCondition<JavaClass> haveNoBodiesInInterfaces() {
        return condition(
                "have no bodies in interfaces",
                type -> type.isInterface()
                        ? type.getMethods().stream()
                                .filter(method -> !method.getModifiers().contains(JavaModifier.ABSTRACT))
                                .filter(method -> !(method.getName().equals("fold") && isChoice(type)))
                                .map(method -> method.getFullName() + " has a body")
                        : Stream.empty());
    }

    /** A class of one of these features depends on no feature of the domain but its own and those before it. */
    static ArchCondition<JavaClass> lookBackOnly(List<String> features) {
        return condition(
                "of " + features + ", look at those before only",
                type -> type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> features.contains(feature(type)))
                        .filter(dependency ->
                                moduleOf(dependency.getTargetClass()).equals(House.DOMAIN))
                        .filter(dependency -> !features.subList(0, features.indexOf(feature(type)) + 1)
                                .contains(feature(dependency.getTargetClass())))
                        .map(Dependency::getDescription));
    }

    private static String feature(JavaClass type) {
        String below = type.getPackageName().substring("com.guance.billing".length());
        return below.isEmpty() ? below : below.substring(1);
    }

    static ArchCondition<JavaClass> dependOnNoOtherAdapterNorTheApplication() {
        return condition(
                "depend on no other adapter, nor the application",
                type -> type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isForeign(moduleOf(type), moduleOf(dependency.getTargetClass())))
                        .map(Dependency::getDescription));
    }

    static ArchCondition<JavaClass> notBePublicUnlessListed(Set<String> entries) {
        return condition(
                "not be public unless listed",
                type -> type.getModifiers().contains(JavaModifier.PUBLIC)
                                && type.isTopLevelClass()
                                && !type.getSimpleName().equals("package-info")
                                && !entries.contains(type.getSimpleName())
                        ? Stream.of(type.getName() + " is public")
                        : Stream.empty());
    }

    static ArchCondition<JavaClass> callAnyHiddenInput() {
        return condition(
                "read a clock, chance, the default zone or locale",
                true,
                type -> type.getAccessesFromSelf().stream()
                        .filter(access -> HIDDEN_INPUT
                                .matcher(access.getTarget().getFullName())
                                .matches())
                        .map(access -> access.getDescription()));
    }

    /** By whatever type of vavr it is called, and by reference too. */
    static ArchCondition<JavaClass> takeNullOutOfVavr() {
        return condition(
                "take null out of a type of vavr",
                true,
                type -> type.getAccessesFromSelf().stream()
                        .filter(access -> access.getTarget().getName().equals("getOrNull"))
                        .filter(access -> access.getTargetOwner().getName().startsWith("io.vavr."))
                        .map(access -> access.getDescription()));
    }

    static ArchCondition<JavaClass> haveNoFloatingPoint() {
        return condition(
                "have no float or double",
                type -> Stream.concat(
                                type.getFields().stream()
                                        .filter(field -> isFloating(field.getRawType()))
                                        .map(field -> field.getFullName()),
                                type.getCodeUnits().stream()
                                        .filter(Allowed::isFloating)
                                        .map(JavaCodeUnit::getFullName))
                        .map(name -> name + " is floating-point"));
    }

    static ArchCondition<JavaCodeUnit> notSpeakVavrCollections() {
        return new ArchCondition<>("not speak vavr's collections") {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream())
                        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                        .filter(type -> type.getPackageName().startsWith("io.vavr.collection"))
                        .forEach(type -> events.add(
                                SimpleConditionEvent.violated(unit, unit.getFullName() + " speaks " + type.getName())));
            }
        };
    }

    private static boolean isChoice(JavaClass type) {
        return !type.getSubclasses().isEmpty()
                && type.getSubclasses().stream()
                        .allMatch(
                                one -> one.isRecord() && one.getEnclosingClass().equals(Optional.of(type)));
    }

    private static boolean isForeign(String own, String target) {
        return !own.equals(target) && (ADAPTERS.contains(target) || target.equals(APPLICATION));
    }

    private static boolean isFloating(JavaCodeUnit unit) {
        return isFloating(unit.getRawReturnType())
                || unit.getRawParameterTypes().stream().anyMatch(Allowed::isFloating);
    }

    private static boolean isFloating(JavaClass type) {
        return Set.of("float", "double", "java.lang.Float", "java.lang.Double")
                .contains(type.getBaseComponentType().getName());
    }

    /** An array is allowed where its elements are; a primitive always is. */
    private static DescribedPredicate<JavaClass> itselfOrItsElements(
            String description, DescribedPredicate<JavaClass> allowed) {
        return DescribedPredicate.describe(description, type -> {
            JavaClass element = type.getBaseComponentType();
            return element.isPrimitive() || allowed.test(element);
        });
    }

    private static ArchCondition<JavaClass> condition(String sentence, Function<JavaClass, Stream<String>> violations) {
        return condition(sentence, false, violations);
    }

    /** A condition whose findings are violations, or, under {@code noClasses()}, what the rule looks for. */
    private static ArchCondition<JavaClass> condition(
            String sentence, boolean found, Function<JavaClass, Stream<String>> findings) {
        return new ArchCondition<>(sentence) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                findings.apply(type).forEach(message -> events.add(new SimpleConditionEvent(type, found, message)));
            }
        };
    }
}
