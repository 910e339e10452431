package com.guance.billing.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.application.CloudBilling;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Micrometer is optional: a host that has none loads all of the library but this package. */
class WithoutMicrometerTest {

    private static final String APPLICATION = "com.guance.billing.application.";

    @Test
    @DisplayName("without Micrometer every class of the application is loaded and linked; the meters are not")
    void loads() throws IOException, URISyntaxException {
        ClassLoader host = new WithoutMicrometer();
        List<String> names = names();
        assertThat(names).contains(CloudBilling.class.getName()).allSatisfy(name -> {
            Class<?> loaded = Class.forName(name, true, host);
            assertThat(loaded.getClassLoader()).isSameAs(host);
            assertThat(loaded.getDeclaredMethods()).isNotNull();
            assertThat(loaded.getDeclaredFields()).isNotNull();
        });
        assertThatThrownBy(() -> Class.forName(BillingMetrics.class.getName(), true, host)
                        .getDeclaredMethods())
                .isInstanceOf(NoClassDefFoundError.class);
    }

    private static List<String> names() throws IOException, URISyntaxException {
        Path folder = Path.of(CloudBilling.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolve(APPLICATION.replace('.', '/'));
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
                    .map(file -> APPLICATION + file.substring(0, file.length() - ".class".length()))
                    .toList();
        }
    }

    /** Loads application and meters itself, and knows no Micrometer. */
    private static final class WithoutMicrometer extends ClassLoader {

        WithoutMicrometer() {
            super(CloudBilling.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("io.micrometer.")) {
                throw new ClassNotFoundException(name);
            }
            boolean own = name.startsWith(APPLICATION) || name.startsWith("com.guance.billing.micrometer.");
            return own && findLoadedClass(name) == null ? defined(name) : super.loadClass(name, resolve);
        }

        private Class<?> defined(String name) throws ClassNotFoundException {
            try (InputStream bytes = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] read = bytes.readAllBytes();
                return defineClass(name, read, 0, read.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
