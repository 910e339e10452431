package com.guance.billing.example.guards;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.testkit.StoreContract;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulesTest {

    @Test
    @DisplayName("no package exists in two modules: the module is the layer")
    void noSplitPackages(@TempDir Path folder) throws IOException {
        assertThat(split(House.main())).isEmpty();
        Path planted = new Plant(House.JDBC, "com.guance.billing.workspace", "class Planted { }").compiledBelow(folder);
        assertThat(split(House.with(planted))).containsExactly("com.guance.billing.workspace");
    }

    @Test
    @DisplayName("every contract is implemented by every adapter of its port; stores on H2 and on PostgreSQL")
    void everyContractIsImplemented() {
        JavaClasses all = House.contractsAndTests();
        List<JavaClass> contracts = all.stream()
                .filter(type -> type.getSimpleName().endsWith("Contract") && type.isInterface())
                .filter(type -> House.moduleOf(type).equals(House.TESTKIT))
                .collect(Collectors.toUnmodifiableList());
        assertThat(contracts).hasSizeGreaterThanOrEqualTo(12);
        assertThat(contracts.stream().flatMap(contract -> missing(contract, all)))
                .isEmpty();
        assertThat(missing(contracts.get(0), House.main()))
                .as("the guard bites")
                .isNotEmpty();
    }

    @Test
    @DisplayName("properties run: every module's tests include classes named *Properties, and none is skipped")
    void propertiesRun() throws IOException {
        for (String module : List.of(House.DOMAIN, House.APPLICATION, House.AWS)) {
            Path reports = House.ROOT.resolve(module).resolve("target/surefire-reports");
            try (Stream<Path> files = Files.list(reports)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .as(module)
                        .anyMatch(name -> name.matches("TEST-.*Properties\\.xml"));
            }
        }
    }

    private static Set<String> split(JavaClasses classes) {
        Map<String, Set<String>> modules = classes.stream()
                .collect(Collectors.groupingBy(
                        JavaClass::getPackageName, Collectors.mapping(House::moduleOf, Collectors.toSet())));
        return modules.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The families of suites that must run a contract: each adapter of its port; JDBC on either database. */
    private static Stream<String> missing(JavaClass contract, JavaClasses all) {
        List<String> suites = contract.isAssignableTo(StoreContract.class)
                ? List.of(House.IN_MEMORY + "/", House.JDBC + "/H2", House.JDBC + "/Postgres")
                : List.of(House.IN_MEMORY + "/", House.AWS + "/");
        Set<String> running = running(contract, all);
        return suites.stream()
                .filter(suite -> running.stream().noneMatch(name -> name.startsWith(suite)))
                .map(suite -> contract.getSimpleName() + " in " + suite);
    }

    private static Set<String> running(JavaClass contract, JavaClasses all) {
        return all.stream()
                .filter(type -> type.isAssignableTo(contract.getName()) && !type.isInterface())
                .map(type -> type.getEnclosingClass().orElse(type))
                .flatMap(suite -> Stream.concat(Stream.of(suite), suite.getAllSubclasses().stream()))
                .filter(suite -> !suite.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(suite -> House.moduleOf(suite) + "/" + suite.getSimpleName())
                .collect(Collectors.toUnmodifiableSet());
    }
}
