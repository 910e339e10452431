package com.guance.billing.example.guards;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The modules of the project as they were compiled. A class belongs to the module in whose folder it lies, whatever its package. */
final class House {

    static final String DOMAIN = "billing-domain";
    static final String PORTS = "billing-ports";
    static final String APPLICATION = "billing-application";
    static final String TESTKIT = "billing-testkit";
    static final String IN_MEMORY = "adapter-inmemory";
    static final String JDBC = "adapter-jdbc";
    static final String AWS = "adapter-aws";
    static final List<String> ADAPTERS = List.of(IN_MEMORY, JDBC, AWS);
    static final List<String> PUBLISHED = List.of(DOMAIN, PORTS, APPLICATION, TESTKIT, IN_MEMORY, JDBC, AWS);

    static final Path ROOT = Path.of(System.getProperty("project.root"));

    private House() {}

    /** The main classes of all published modules. */
    static JavaClasses main() {
        return imported(PUBLISHED.stream().map(House::classes));
    }

    /** The same with more folders of classes. */
    static JavaClasses with(List<Path> planted) {
        return imported(Stream.concat(PUBLISHED.stream().map(House::classes), planted.stream()));
    }

    /** The main and test classes of the adapters, and the contracts. */
    static JavaClasses contractsAndTests() {
        return imported(Stream.concat(
                Stream.of(classes(TESTKIT)),
                ADAPTERS.stream().map(module -> ROOT.resolve(module).resolve("target/test-classes"))));
    }

    static Path classes(String module) {
        return ROOT.resolve(module).resolve("target/classes");
    }

    static String moduleOf(JavaClass type) {
        String uri = type.getSource().map(source -> source.getUri().toString()).orElse("");
        return Stream.concat(PUBLISHED.stream(), Stream.of("example-host", "benchmarks"))
                .filter(module -> uri.contains("/" + module + "/target/"))
                .findFirst()
                .orElse("");
    }

    static DescribedPredicate<JavaClass> in(String... modules) {
        List<String> wanted = List.of(modules);
        return DescribedPredicate.describe("in " + wanted, type -> wanted.contains(moduleOf(type)));
    }

    private static JavaClasses imported(Stream<Path> folders) {
        return new ClassFileImporter().importPaths(folders.collect(Collectors.toUnmodifiableList()));
    }
}
