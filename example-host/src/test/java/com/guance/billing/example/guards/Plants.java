package com.guance.billing.example.guards;

import static com.guance.billing.example.guards.House.APPLICATION;
import static com.guance.billing.example.guards.House.AWS;
import static com.guance.billing.example.guards.House.DOMAIN;
import static com.guance.billing.example.guards.House.IN_MEMORY;
import static com.guance.billing.example.guards.House.JDBC;
import static com.guance.billing.example.guards.House.PORTS;
import static com.guance.billing.example.guards.House.TESTKIT;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The planted violations: for every part of a guard at least one, and in each nothing else that its guard could report. */
enum Plants {
    FILE_IN_DOMAIN(Guards.DOMAIN_IS_PURE, DOMAIN, "workspace", "class Planted { java.io.File it; }"),
    URL_IN_DOMAIN(Guards.DOMAIN_IS_PURE, DOMAIN, "workspace", "class Planted { java.net.URL it; }"),
    SQL_TIME_IN_DOMAIN(Guards.DOMAIN_IS_PURE, DOMAIN, "workspace", "class Planted { java.sql.Timestamp it; }"),
    JSON_IN_DOMAIN(
            Guards.DOMAIN_IS_PURE, DOMAIN, "workspace", "class Planted { com.fasterxml.jackson.core.JsonFactory it; }"),
    LOGGER_IN_DOMAIN(Guards.DOMAIN_IS_PURE, DOMAIN, "workspace", "class Planted { org.slf4j.Logger it; }"),
    TEST_LIBRARY_IN_DOMAIN(
            Guards.DOMAIN_IS_PURE, DOMAIN, "workspace", "class Planted { org.assertj.core.api.Assertions it; }"),
    VAVR_COLLECTION_IN_DOMAIN(
            Guards.DOMAIN_IS_PURE, DOMAIN, "workspace", "class Planted { io.vavr.collection.List<String> it; }"),
    PORT_IN_DOMAIN(
            Guards.DOMAIN_IS_PURE, DOMAIN, "workspace", "class Planted { com.guance.billing.ports.faults.Fault it; }"),
    CLASS_IN_PORTS(Guards.PORTS_HOLD_NO_LOGIC, PORTS, "ports.driven", "class Planted { }"),
    DEFAULT_METHOD_IN_PORT(
            Guards.PORTS_HOLD_NO_LOGIC,
            PORTS,
            "ports.driven",
            "interface Planted { default int logic() { return 1; } }"),
    FOLD_WITHOUT_CASES_IN_PORT(
            Guards.PORTS_HOLD_NO_LOGIC,
            PORTS,
            "ports.driven",
            "interface Planted { default int fold() { return 1; } }"),
    LOGIC_IN_CHOICE_IN_PORT(
            Guards.PORTS_HOLD_NO_LOGIC,
            PORTS,
            "ports.driven",
            "interface Planted { record One() implements Planted { } default int logic() { return 1; } }"),
    STATIC_METHOD_IN_PORT(
            Guards.PORTS_HOLD_NO_LOGIC,
            PORTS,
            "ports.driven",
            "interface Planted { static int logic() { return 1; } }"),
    PRIVATE_METHOD_IN_PORT(
            Guards.PORTS_HOLD_NO_LOGIC,
            PORTS,
            "ports.driven",
            "interface Planted { private int logic() { return 1; } }"),
    FILE_IN_PORTS(Guards.PORTS_SEE_ONLY_THE_DOMAIN, PORTS, "ports.driven", "interface Planted { java.io.File it(); }"),
    DATA_SOURCE_IN_PORTS(
            Guards.PORTS_SEE_ONLY_THE_DOMAIN,
            PORTS,
            "ports.driven",
            "interface Planted { javax.sql.DataSource it(); }"),
    VAVR_COLLECTION_IN_PORTS(
            Guards.PORTS_SEE_ONLY_THE_DOMAIN,
            PORTS,
            "ports.driven",
            "interface Planted { io.vavr.collection.List<String> it(); }"),
    JSON_IN_PORTS(
            Guards.PORTS_SEE_ONLY_THE_DOMAIN,
            PORTS,
            "ports.driven",
            "interface Planted { com.fasterxml.jackson.core.JsonFactory it(); }"),
    ADAPTER_IN_PORTS(
            Guards.PORTS_SEE_ONLY_THE_DOMAIN,
            PORTS,
            "ports.driven",
            "interface Planted { com.guance.billing.inmemory.InMemoryBilling it(); }"),
    APPLICATION_IN_PORTS(
            Guards.PORTS_SEE_ONLY_THE_DOMAIN,
            PORTS,
            "ports.driven",
            "interface Planted { com.guance.billing.application.CloudBilling it(); }"),
    ADAPTER_IN_TESTKIT(
            Guards.TESTKIT_SEES_ONLY_PORTS_AND_TEST_LIBRARIES,
            TESTKIT,
            "testkit",
            "class Planted { com.guance.billing.inmemory.InMemoryBilling it; }"),
    APPLICATION_IN_TESTKIT(
            Guards.TESTKIT_SEES_ONLY_PORTS_AND_TEST_LIBRARIES,
            TESTKIT,
            "testkit",
            "class Planted { com.guance.billing.application.CloudBilling it; }"),
    DATA_SOURCE_IN_TESTKIT(
            Guards.TESTKIT_SEES_ONLY_PORTS_AND_TEST_LIBRARIES,
            TESTKIT,
            "testkit",
            "class Planted { javax.sql.DataSource it; }"),
    JSON_IN_TESTKIT(
            Guards.TESTKIT_SEES_ONLY_PORTS_AND_TEST_LIBRARIES,
            TESTKIT,
            "testkit",
            "class Planted { com.fasterxml.jackson.core.JsonFactory it; }"),
    ARCHUNIT_IN_TESTKIT(
            Guards.TESTKIT_SEES_ONLY_PORTS_AND_TEST_LIBRARIES,
            TESTKIT,
            "testkit",
            "class Planted { com.tngtech.archunit.core.domain.JavaClass it; }"),
    IN_MEMORY_IN_APPLICATION(
            Guards.APPLICATION_SEES_NO_ADAPTER,
            APPLICATION,
            "application",
            "class Planted { com.guance.billing.inmemory.InMemoryBilling it; }"),
    JDBC_IN_APPLICATION(
            Guards.APPLICATION_SEES_NO_ADAPTER,
            APPLICATION,
            "application",
            "class Planted { com.guance.billing.jdbc.JdbcBilling it; }"),
    AWS_IN_APPLICATION(
            Guards.APPLICATION_SEES_NO_ADAPTER,
            APPLICATION,
            "application",
            "class Planted { com.guance.billing.aws.AwsMarketplace it; }"),
    METERS_IN_APPLICATION(
            Guards.APPLICATION_SEES_NO_ADAPTER,
            APPLICATION,
            "application",
            "class Planted { com.guance.billing.micrometer.BillingMetrics it; }"),
    JSON_IN_APPLICATION(
            Guards.APPLICATION_SEES_NO_ADAPTER,
            APPLICATION,
            "application",
            "class Planted { com.fasterxml.jackson.core.JsonFactory it; }"),
    APPLICATION_IN_METERS(
            Guards.METERS_STAND_APART,
            APPLICATION,
            "micrometer",
            "class Planted { com.guance.billing.application.CloudBilling it; }"),
    LOGGER_IN_METERS(Guards.METERS_STAND_APART, APPLICATION, "micrometer", "class Planted { org.slf4j.Logger it; }"),
    IN_MEMORY_IN_JDBC(
            Guards.ADAPTERS_SEE_NEITHER_APPLICATION_NOR_EACH_OTHER,
            JDBC,
            "jdbc",
            "class Planted { com.guance.billing.inmemory.InMemoryBilling it; }"),
    JDBC_IN_AWS(
            Guards.ADAPTERS_SEE_NEITHER_APPLICATION_NOR_EACH_OTHER,
            AWS,
            "aws",
            "class Planted { com.guance.billing.jdbc.JdbcBilling it; }"),
    AWS_IN_IN_MEMORY(
            Guards.ADAPTERS_SEE_NEITHER_APPLICATION_NOR_EACH_OTHER,
            IN_MEMORY,
            "inmemory",
            "class Planted { com.guance.billing.aws.AwsMarketplace it; }"),
    APPLICATION_IN_IN_MEMORY(
            Guards.ADAPTERS_SEE_NEITHER_APPLICATION_NOR_EACH_OTHER,
            IN_MEMORY,
            "inmemory",
            "class Planted { com.guance.billing.application.CloudBilling it; }"),
    APPLICATION_IN_JDBC(
            Guards.ADAPTERS_SEE_NEITHER_APPLICATION_NOR_EACH_OTHER,
            JDBC,
            "jdbc",
            "class Planted { com.guance.billing.application.CloudBilling it; }"),
    APPLICATION_IN_AWS(
            Guards.ADAPTERS_SEE_NEITHER_APPLICATION_NOR_EACH_OTHER,
            AWS,
            "aws",
            "class Planted { com.guance.billing.application.CloudBilling it; }"),
    JAVA_SQL_IN_MEMORY(Guards.SQL_ONLY_IN_JDBC, IN_MEMORY, "inmemory", "class Planted { java.sql.Connection it; }"),
    JAVAX_SQL_IN_MEMORY(Guards.SQL_ONLY_IN_JDBC, IN_MEMORY, "inmemory", "class Planted { javax.sql.DataSource it; }"),
    JDBI_IN_MEMORY(Guards.SQL_ONLY_IN_JDBC, IN_MEMORY, "inmemory", "class Planted { org.jdbi.v3.core.Jdbi it; }"),
    FLYWAY_IN_MEMORY(Guards.SQL_ONLY_IN_JDBC, IN_MEMORY, "inmemory", "class Planted { org.flywaydb.core.Flyway it; }"),
    AWS_SDK_IN_MEMORY(
            Guards.AWS_ONLY_IN_ADAPTER_AWS,
            IN_MEMORY,
            "inmemory",
            "class Planted { software.amazon.awssdk.regions.Region it; }"),
    AWS_SDK_IN_JDBC(
            Guards.AWS_ONLY_IN_ADAPTER_AWS,
            JDBC,
            "jdbc",
            "class Planted { software.amazon.awssdk.regions.Region it; }"),
    PUBLIC_IN_IN_MEMORY(Guards.ADAPTERS_SHOW_LITTLE, IN_MEMORY, "inmemory", "public class Planted { }"),
    PUBLIC_IN_JDBC(Guards.ADAPTERS_SHOW_LITTLE, JDBC, "jdbc", "public class Planted { }"),
    PUBLIC_IN_AWS(Guards.ADAPTERS_SHOW_LITTLE, AWS, "aws", "public class Planted { }"),
    SITE_SEES_WORKSPACE(
            Guards.FEATURES_FORM_NO_CYCLE,
            DOMAIN,
            "site",
            "class Planted { com.guance.billing.workspace.Workspace it; }"),
    INSTANT_NOW(
            Guards.NO_CLOCK_CHANCE_OR_DEFAULTS,
            DOMAIN,
            "workspace",
            "class Planted { Object it = java.time.Instant.now(); }"),
    CURRENT_TIME_MILLIS(
            Guards.NO_CLOCK_CHANCE_OR_DEFAULTS,
            DOMAIN,
            "workspace",
            "class Planted { Object it = System.currentTimeMillis(); }"),
    NANO_TIME(
            Guards.NO_CLOCK_CHANCE_OR_DEFAULTS,
            DOMAIN,
            "workspace",
            "class Planted { Object it = System.nanoTime(); }"),
    RANDOM_UUID(
            Guards.NO_CLOCK_CHANCE_OR_DEFAULTS,
            DOMAIN,
            "workspace",
            "class Planted { Object it = java.util.UUID.randomUUID(); }"),
    MATH_RANDOM(
            Guards.NO_CLOCK_CHANCE_OR_DEFAULTS, DOMAIN, "workspace", "class Planted { Object it = Math.random(); }"),
    NEW_RANDOM(
            Guards.NO_CLOCK_CHANCE_OR_DEFAULTS,
            DOMAIN,
            "workspace",
            "class Planted { Object it = new java.util.Random(); }"),
    SECURE_RANDOM(
            Guards.NO_CLOCK_CHANCE_OR_DEFAULTS,
            DOMAIN,
            "workspace",
            "class Planted { Object it = new java.security.SecureRandom(); }"),
    SYSTEM_ZONE(
            Guards.NO_CLOCK_CHANCE_OR_DEFAULTS,
            DOMAIN,
            "workspace",
            "class Planted { Object it = java.time.ZoneId.systemDefault(); }"),
    SYSTEM_CLOCK(
            Guards.NO_CLOCK_CHANCE_OR_DEFAULTS,
            DOMAIN,
            "workspace",
            "class Planted { Object it = java.time.Clock.systemUTC(); }"),
    DEFAULT_LOCALE(
            Guards.NO_CLOCK_CHANCE_OR_DEFAULTS,
            DOMAIN,
            "workspace",
            "class Planted { Object it = java.util.Locale.getDefault(); }"),
    DEFAULT_TIME_ZONE(
            Guards.NO_CLOCK_CHANCE_OR_DEFAULTS,
            DOMAIN,
            "workspace",
            "class Planted { Object it = java.util.TimeZone.getDefault(); }"),
    LOWER_CASE(
            Guards.NO_CLOCK_CHANCE_OR_DEFAULTS,
            DOMAIN,
            "workspace",
            "class Planted { Object it = \"I\".toLowerCase(); }"),
    UPPER_CASE(
            Guards.NO_CLOCK_CHANCE_OR_DEFAULTS,
            DOMAIN,
            "workspace",
            "class Planted { Object it = \"i\".toUpperCase(); }"),
    FORMAT(
            Guards.NO_CLOCK_CHANCE_OR_DEFAULTS,
            DOMAIN,
            "workspace",
            "class Planted { Object it = String.format(\"%d\", 1); }"),
    FORMATTED(
            Guards.NO_CLOCK_CHANCE_OR_DEFAULTS,
            DOMAIN,
            "workspace",
            "class Planted { Object it = \"%d\".formatted(1); }"),
    BYTES(Guards.NO_CLOCK_CHANCE_OR_DEFAULTS, DOMAIN, "workspace", "class Planted { Object it = \"it\".getBytes(); }"),
    SLEEP(
            Guards.NO_CLOCK_CHANCE_OR_DEFAULTS,
            DOMAIN,
            "workspace",
            "class Planted { void it() throws Exception { Thread.sleep(1); } }"),
    REFERENCE_TO_NOW(
            Guards.NO_CLOCK_CHANCE_OR_DEFAULTS,
            DOMAIN,
            "workspace",
            "class Planted { java.util.function.Supplier<Object> it = java.time.Instant::now; }"),
    NOW_IN_PORTS(
            Guards.NO_CLOCK_CHANCE_OR_DEFAULTS,
            PORTS,
            "ports.driven",
            "class Planted { Object it = java.time.Instant.now(); }"),
    NOW_IN_APPLICATION(
            Guards.NO_CLOCK_CHANCE_OR_DEFAULTS,
            APPLICATION,
            "application",
            "class Planted { Object it = java.time.Instant.now(); }"),
    LATER_FEATURE_IN_FEATURE(
            Guards.FEATURES_STAND_IN_ORDER,
            DOMAIN,
            "site",
            "class Planted { com.guance.billing.workspace.Workspace it; }"),
    FEATURE_IN_ARREARS(
            Guards.FEATURES_STAND_IN_ORDER, DOMAIN, "arrears", "class Planted { com.guance.billing.site.Cloud it; }"),
    ARREARS_IN_FEATURE(
            Guards.FEATURES_STAND_IN_ORDER,
            DOMAIN,
            "workspace",
            "class Planted { com.guance.billing.arrears.Arrears it; }"),
    DOUBLE_FIELD(Guards.NO_FLOATING_POINT, DOMAIN, "metering", "class Planted { double it; }"),
    FLOAT_PARAMETER(Guards.NO_FLOATING_POINT, PORTS, "ports.driven", "interface Planted { void it(float units); }"),
    BOXED_DOUBLES(Guards.NO_FLOATING_POINT, APPLICATION, "application", "interface Planted { Double[] it(); }"),
    NULL_OUT_OF_OPTION(
            Guards.NO_NULL_OUT_OF_OPTIONS,
            DOMAIN,
            "workspace",
            "class Planted { Object it = io.vavr.control.Option.none().getOrNull(); }"),
    NULL_OUT_OF_EITHER(
            Guards.NO_NULL_OUT_OF_OPTIONS,
            DOMAIN,
            "workspace",
            "class Planted { Object it = io.vavr.control.Either.right(1).getOrNull(); }"),
    NULL_OUT_OF_TRY(
            Guards.NO_NULL_OUT_OF_OPTIONS,
            DOMAIN,
            "workspace",
            "class Planted { Object it = io.vavr.control.Try.success(1).getOrNull(); }"),
    NULL_OUT_OF_VALIDATION(
            Guards.NO_NULL_OUT_OF_OPTIONS,
            DOMAIN,
            "workspace",
            "class Planted { Object it = io.vavr.control.Validation.valid(1).getOrNull(); }"),
    REFERENCE_TO_GET_OR_NULL(
            Guards.NO_NULL_OUT_OF_OPTIONS,
            JDBC,
            "jdbc",
            "class Planted { java.util.function.Function<io.vavr.control.Option<Object>, Object> it = io.vavr.control.Option::getOrNull; }"),
    NULL_IN_A_VALUE(
            Guards.VALUES_HOLD_NO_NULL, DOMAIN, "workspace", "public record Planted (String name, int size) { }"),
    NULL_IN_AN_OPTION(
            Guards.VALUES_HOLD_NO_NULL,
            PORTS,
            "ports.driving",
            "public record Planted (io.vavr.control.Option<String> name, int size) {"
                    + " public Planted { java.util.Objects.requireNonNull(name, \"name\"); } }"),
    NULL_REFUSED_WITHOUT_NAME(
            Guards.VALUES_HOLD_NO_NULL,
            DOMAIN,
            "workspace",
            "public record Planted (String name, int size) { public Planted { java.util.Objects.requireNonNull(name); } }"),
    SHARED_LIST_IN_A_VALUE(
            Guards.VALUES_HOLD_NO_NULL,
            DOMAIN,
            "workspace",
            "public record Planted (java.util.List<String> names, int size) { public Planted {"
                    + " for (String name : java.util.Objects.requireNonNull(names, \"names\")) {"
                    + " java.util.Objects.requireNonNull(name, \"names\"); } } }"),
    RETURNED_COLLECTION(
            Guards.VAVR_COLLECTIONS_STAY_INSIDE,
            DOMAIN,
            "workspace",
            "public interface Planted { io.vavr.collection.List<String> it(); }"),
    TAKEN_COLLECTION(
            Guards.VAVR_COLLECTIONS_STAY_INSIDE,
            DOMAIN,
            "workspace",
            "public interface Planted { void it(io.vavr.collection.List<String> given); }"),
    COLLECTION_IN_RETURNED_OPTION(
            Guards.VAVR_COLLECTIONS_STAY_INSIDE,
            DOMAIN,
            "workspace",
            "public interface Planted { io.vavr.control.Option<io.vavr.collection.List<String>> it(); }"),
    COLLECTION_IN_TAKEN_OPTION(
            Guards.VAVR_COLLECTIONS_STAY_INSIDE,
            DOMAIN,
            "workspace",
            "public interface Planted { void it(io.vavr.control.Option<io.vavr.collection.List<String>> given); }"),
    COLLECTION_IN_CONSTRUCTOR(
            Guards.VAVR_COLLECTIONS_STAY_INSIDE,
            DOMAIN,
            "workspace",
            "public class Planted { public Planted (io.vavr.collection.List<String> given) { } }");

    private final Guards guard;
    private final String module;
    private final String feature;
    private final String source;

    Plants(Guards guard, String module, String feature, String source) {
        this.guard = guard;
        this.module = module;
        this.feature = feature;
        this.source = source;
    }

    static List<Plant> all() {
        return Stream.of(values()).map(Plants::plant).collect(Collectors.toUnmodifiableList());
    }

    Guards guard() {
        return guard;
    }

    Plant plant() {
        return new Plant(Plant.NAME + "_" + name(), module, "com.guance.billing." + feature, source);
    }

    @Override
    public String toString() {
        return guard + " — " + name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
