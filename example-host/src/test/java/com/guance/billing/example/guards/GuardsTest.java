package com.guance.billing.example.guards;

import static com.guance.billing.example.guards.House.APPLICATION;
import static com.guance.billing.example.guards.House.AWS;
import static com.guance.billing.example.guards.House.DOMAIN;
import static com.guance.billing.example.guards.House.IN_MEMORY;
import static com.guance.billing.example.guards.House.JDBC;
import static com.guance.billing.example.guards.House.PORTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuardsTest {

    private static final JavaClasses MAIN = House.main();

    private static final Map<Guards, Plant> PLANTS = Map.ofEntries(
            plant(Guards.DOMAIN_IS_PURE, DOMAIN, "workspace", "class Planted { java.io.File file; }"),
            plant(Guards.PORTS_HOLD_NO_LOGIC, PORTS, "ports.driven", "class Planted { }"),
            plant(
                    Guards.APPLICATION_SEES_NO_ADAPTER,
                    APPLICATION,
                    "application",
                    "class Planted { com.guance.billing.inmemory.InMemoryBilling adapter; }"),
            plant(
                    Guards.ADAPTERS_SEE_NEITHER_APPLICATION_NOR_EACH_OTHER,
                    JDBC,
                    "jdbc",
                    "class Planted { com.guance.billing.inmemory.InMemoryBilling other; }"),
            plant(Guards.SQL_ONLY_IN_JDBC, IN_MEMORY, "inmemory", "class Planted { javax.sql.DataSource source; }"),
            plant(
                    Guards.AWS_ONLY_IN_ADAPTER_AWS,
                    IN_MEMORY,
                    "inmemory",
                    "class Planted { software.amazon.awssdk.regions.Region region; }"),
            plant(Guards.ADAPTERS_SHOW_LITTLE, AWS, "aws", "public class Planted { }"),
            plant(
                    Guards.FEATURES_FORM_NO_CYCLE,
                    DOMAIN,
                    "site",
                    "class Planted { com.guance.billing.workspace.Workspace above; }"),
            plant(
                    Guards.NO_CLOCK_CHANCE_OR_DEFAULTS,
                    DOMAIN,
                    "workspace",
                    "class Planted { java.time.Instant at = java.time.Instant.now(); }"),
            plant(Guards.NO_FLOATING_POINT, DOMAIN, "metering", "class Planted { double units; }"),
            plant(
                    Guards.NO_NULL_OUT_OF_OPTIONS,
                    DOMAIN,
                    "workspace",
                    "class Planted { Object it = io.vavr.control.Option.none().getOrNull(); }"),
            plant(
                    Guards.VAVR_COLLECTIONS_STAY_INSIDE,
                    DOMAIN,
                    "workspace",
                    "public class Planted { public io.vavr.collection.List<String> names() { return null; } }"));

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("the house holds")
    void holds(Guards guard) {
        guard.rule().check(MAIN);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("a planted violation is reported")
    void bites(Guards guard, @TempDir Path folder) throws IOException {
        Plant plant = PLANTS.get(guard);
        assertThat(plant).as("every guard has its plant").isNotNull();
        JavaClasses withPlant = House.with(plant.compiledBelow(folder));
        assertThatThrownBy(() -> guard.rule().check(withPlant))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(Plant.NAME);
    }

    private static Map.Entry<Guards, Plant> plant(Guards guard, String module, String feature, String source) {
        return Map.entry(guard, new Plant(module, "com.guance.billing." + feature, source));
    }
}
