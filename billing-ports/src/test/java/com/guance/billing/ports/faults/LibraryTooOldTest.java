package com.guance.billing.ports.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vavr.control.Option;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("outside: libraries of the host that are too old")
class LibraryTooOldTest {

    private static final RequiredLibrary CORE = new RequiredLibrary("org.example", "core", "2.16", "org.example.Core");
    private static final RequiredLibrary DATA = new RequiredLibrary("org.example", "data", "10.10", "org.example.Data");

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} is too old: {1}")
    @CsvSource({
        "2.15.4, true",
        "2.9, true",
        "1.99.99, true",
        "2.16, false",
        "2.16.0, false",
        "2.16.0-rc1, false",
        "2.100.1, false",
        "3.0, false"
    })
    @DisplayName("outside: versions are compared number by number")
    void versions(String found, boolean isTooOld) throws IOException {
        try (URLClassLoader host = host(jar("core", found))) {
            assertThat(CORE.problem(host).isDefined()).isEqualTo(isTooOld);
        }
    }

    @Test
    @DisplayName("outside: all that is too old is named at once, with the version found and the one needed")
    void all() throws IOException {
        try (URLClassLoader host = host(jar("core", "2.15.4"), jar("data", "9.22.3"))) {
            assertThatThrownBy(() -> LibraryTooOld.check(List.of(CORE, DATA), host))
                    .isInstanceOf(Fault.GiveUp.class)
                    .hasMessage("org.example:core 2.15.4 is on the class path, 2.16 or newer is needed; "
                            + "org.example:data 9.22.3 is on the class path, 10.10 or newer is needed: "
                            + "raise the versions that this application's dependency management chooses");
        }
    }

    @Test
    @DisplayName("outside: a library that is absent, or does not say its version, is no problem")
    void unknown() throws IOException {
        try (URLClassLoader host = host(jar("core", "not a version"))) {
            assertThatCode(() -> LibraryTooOld.check(List.of(CORE, DATA), host)).doesNotThrowAnyException();
        }
    }

    @Test
    @DisplayName("outside: where Maven's files were removed the manifest says the version")
    void manifest() {
        RequiredLibrary junit = new RequiredLibrary("none", "none", "99", "org.junit.jupiter.api.Test");
        assertThat(junit.problem(LibraryTooOldTest.class.getClassLoader()))
                .isEqualTo(Option.some("none:none "
                        + Test.class.getPackage().getImplementationVersion()
                        + " is on the class path, 99 or newer is needed"));
    }

    private URLClassLoader host(URL... jars) {
        return new URLClassLoader(jars, null);
    }

    private URL jar(String artifactId, String version) throws IOException {
        Path jar = folder.resolve(artifactId + ".jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new ZipEntry("META-INF/maven/org.example/" + artifactId + "/pom.properties"));
            out.write(("version=" + version + "\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        return jar.toUri().toURL();
    }
}
