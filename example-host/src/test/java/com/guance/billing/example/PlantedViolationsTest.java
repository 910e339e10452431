package com.guance.billing.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlantedViolationsTest {

    private static final Path ROOT = Path.of(System.getProperty("project.root"));

    @ParameterizedTest(name = "{0} stops the build")
    @CsvSource({
        "enforcer-java, cloud-billing is built by JDK 99 or newer",
        "enforcer-maven, cloud-billing is built by Maven 99 or newer",
        "enforcer-jqwik, net.jqwik:jqwik-api:jar:1.10.0 <--- banned",
        "enforcer-convergence, Dependency convergence error for org.tukaani:xz",
        "enforcer-duplicate, Found 1 duplicate dependency declaration",
        "nullaway, [NullAway] returning @Nullable expression",
        "unmarked, [RequireExplicitNullMarking]",
        "error-prone, [SelfEquals]",
        "lint, found raw type: java.util.List",
        "lint-of-tests, found raw type: java.util.List",
        "doclint, reference not found",
        "unformatted, The following files had format violations",
        "dependency-analysis, Used undeclared dependencies found",
    })
    void a_planted_violation(String plant, String complaint) throws IOException, InterruptedException {
        Path pom = ROOT.resolve("example-host/src/test/planted").resolve(plant).resolve("pom.xml");
        ProcessBuilder builder = new ProcessBuilder(
                mvn(),
                "--batch-mode",
                "-Dmaven.repo.local=" + System.getProperty("maven.repo.local"),
                "-f",
                pom.toString(),
                "verify");
        // halves the time of so short a run
        builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1");
        Process maven =
                builder.directory(ROOT.toFile()).redirectErrorStream(true).start();
        String said = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(maven.waitFor()).as(said).isNotZero();
        assertThat(said).contains(complaint);
    }

    private static String mvn() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return Path.of(System.getProperty("maven.home"), "bin", windows ? "mvn.cmd" : "mvn")
                .toString();
    }
}
