package com.guance.billing.example.guards;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.testkit.StoreContract;
import com.tngtech.archunit.base.DescribedPredicate;
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
        Path planted = new Plant(Plant.NAME, House.JDBC, "com.guance.billing.workspace", "class Planted { }")
                .compiledBelow(folder);
        assertThat(split(House.with(List.of(planted)))).containsExactly("com.guance.billing.workspace");
    }

    @Test
    @DisplayName("every contract is implemented by every adapter of its port; stores on H2 and on PostgreSQL")
    void everyContractIsImplemented() {
        JavaClasses all = House.contractsAndTests();
        assertThat(contracts(all))
                .hasSizeGreaterThanOrEqualTo(12)
                .extracting(JavaClass::getSimpleName)
                .contains("AgreementsContract", "ArrearsContract");
        assertThat(missing(all)).isEmpty();
        assertThat(missing(without("InMemoryBooksTest", all))).containsExactly("BooksContract in adapter-inmemory/");
        assertThat(missing(without("PostgresHistoriesProperties", all)))
                .containsExactly("HistoriesContract in adapter-jdbc/Postgres");
        assertThat(missing(without("PostgresTest", all)))
                .contains("BooksContract in adapter-jdbc/Postgres", "WorkspacesContract in adapter-jdbc/Postgres")
                .allMatch(report -> report.endsWith(" in adapter-jdbc/Postgres"));
        assertThat(missing(without("AwsMarketplaceContractTest", all)))
                .containsExactly("LegacyMarketplaceContract in adapter-aws/");
        assertThat(missing(without("AwsLicensedMarketplaceContractTest", all)))
                .containsExactly("LicensedMarketplaceContract in adapter-aws/");
        assertThat(missing(without("AwsAccountMarketplaceContractTest", all)))
                .containsExactly("AccountMarketplaceContract in adapter-aws/");
        assertThat(missing(without(
                        "AwsAccountMarketplaceContractTest",
                        without("AwsLicensedMarketplaceContractTest", without("AwsMarketplaceContractTest", all)))))
                .contains("MarketplaceContract in adapter-aws/")
                .allMatch(report -> report.endsWith(" in adapter-aws/"));
    }

    @Test
    @DisplayName(
            "properties run: for every class named *Properties of every module there is a report of tests that ran")
    void propertiesRun() {
        assertThat(House.PUBLISHED.stream()
                        .filter(module -> !Reports.of(module).properties().isEmpty()))
                .contains(House.DOMAIN, House.APPLICATION, House.TESTKIT, House.IN_MEMORY, House.JDBC, House.AWS);
        assertThat(House.PUBLISHED.stream().flatMap(module -> Reports.of(module).unproved().stream()))
                .isEmpty();
    }

    @Test
    @DisplayName("properties that did not run are reported")
    void propertiesThatDidNotRun(@TempDir Path folder) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("test-classes/planted"));
        Path reports = Files.createDirectories(folder.resolve("surefire-reports"));
        for (String name : List.of("Sound", "Empty", "Skipped", "Silent")) {
            Files.createFile(classes.resolve(name + "Properties.class"));
        }
        Files.createFile(classes.resolve("SoundProperties$Nested.class"));
        report(reports, "Sound", "tests=\"2\" errors=\"0\" skipped=\"1\"");
        report(reports, "Empty", "tests=\"0\" errors=\"0\" skipped=\"0\"");
        report(reports, "Skipped", "tests=\"2\" errors=\"0\" skipped=\"2\"");
        assertThat(new Reports(folder).unproved())
                .containsExactlyInAnyOrder(
                        "planted.EmptyProperties", "planted.SkippedProperties", "planted.SilentProperties");
    }

    private static void report(Path reports, String name, String counts) throws IOException {
        Files.writeString(
                reports.resolve("TEST-planted." + name + "Properties.xml"),
                "<?xml version=\"1.0\"?>\n<testsuite name=\"planted\" time=\"0.1\" " + counts + ">\n</testsuite>\n");
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

    private static List<JavaClass> contracts(JavaClasses all) {
        return all.stream()
                .filter(type -> type.getSimpleName().endsWith("Contract") && type.isInterface())
                .filter(type -> House.moduleOf(type).equals(House.TESTKIT))
                .collect(Collectors.toUnmodifiableList());
    }

    private static JavaClasses without(String suite, JavaClasses all) {
        JavaClasses others = all.that(DescribedPredicate.describe(
                "are not " + suite, type -> !type.getSimpleName().equals(suite)));
        assertThat(others).hasSize(all.size() - 1);
        return others;
    }

    private static Set<String> missing(JavaClasses all) {
        return contracts(all).stream()
                .flatMap(contract -> missing(contract, all))
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
                .filter(suite -> all.contain(suite.getName()))
                .filter(suite -> !suite.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(suite -> House.moduleOf(suite) + "/" + suite.getSimpleName())
                .collect(Collectors.toUnmodifiableSet());
    }
}
