package com.guance.billing.micrometer;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.ports.driving.AskHealth;
import com.guance.billing.ports.faults.LibraryTooOld;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host whose dependency management chooses a Micrometer that is too old. */
class OldMicrometerTest {

    private static final String PROPERTIES = "META-INF/maven/io.micrometer/micrometer-core/pom.properties";

    @TempDir
    private Path folder;

    @Test
    @DisplayName(
            "outside: a Micrometer that is too old is named when counters or gauges are made, with the version needed")
    void tooOld() throws Exception {
        Class<?> metrics = metricsOn("1.11.12");

        assertThatThrownBy(() ->
                        metrics.getMethod("counters", MeterRegistry.class).invoke(null, new SimpleMeterRegistry()))
                .cause()
                .isInstanceOf(LibraryTooOld.class)
                .hasMessageContaining(
                        "io.micrometer:micrometer-core 1.11.12 is on the class path, 1.12 or newer is needed");
        assertThatThrownBy(() -> metrics.getMethod("gauges", AskHealth.class, InstantSource.class, Duration.class)
                        .invoke(null, null, InstantSource.system(), Duration.ofSeconds(1)))
                .cause()
                .isInstanceOf(LibraryTooOld.class);
    }

    @Test
    @DisplayName("outside: the lowest Micrometer is not too old, nor is the one of these tests")
    void newEnough() throws Exception {
        Class<?> metrics = metricsOn("1.12.0");

        assertThatCode(() -> metrics.getMethod("counters", MeterRegistry.class).invoke(null, new SimpleMeterRegistry()))
                .doesNotThrowAnyException();
        assertThatCode(() -> BillingMetrics.counters(new SimpleMeterRegistry())).doesNotThrowAnyException();
    }

    private Class<?> metricsOn(String version) throws IOException, ClassNotFoundException {
        Path properties = folder.resolve("pom.properties");
        Files.writeString(properties, "version=" + version + "\n");
        return Class.forName(
                BillingMetrics.class.getName(),
                true,
                new Host(properties.toUri().toURL()));
    }

    /** Loads the meters itself; its class path says another version of Micrometer. */
    private static final class Host extends ClassLoader {

        private final URL properties;

        Host(URL properties) {
            super(BillingMetrics.class.getClassLoader());
            this.properties = properties;
        }

        @Override
        public URL getResource(String name) {
            return name.equals(PROPERTIES) ? properties : Objects.requireNonNull(super.getResource(name));
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            boolean own = name.startsWith("com.guance.billing.micrometer.");
            return own && findLoadedClass(name) == null ? defined(name) : super.loadClass(name, resolve);
        }

        private Class<?> defined(String name) {
            try (InputStream bytes =
                    Objects.requireNonNull(getParent().getResourceAsStream(name.replace('.', '/') + ".class"))) {
                byte[] read = bytes.readAllBytes();
                return defineClass(name, read, 0, read.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
