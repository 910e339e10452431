package com.guance.billing.example.guards;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.application.CloudBilling;
import com.guance.billing.aws.AwsMarketplace;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.jdbc.JdbcBilling;
import com.guance.billing.ports.driving.RunDue;
import com.guance.billing.testkit.StoreContract;
import com.guance.billing.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What each module's jar carries. */
class ArtifactsTest {

    private static final Path ROOT = Path.of(System.getProperty("project.root"));
    private static final Pattern MODULE = Pattern.compile("<java.module>(.+)</java.module>");

    @Test
    @DisplayName("each module has a module name of its own, which begins with the root package")
    void moduleNames() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            List<Path> poms = folders.map(folder -> folder.resolve("pom.xml"))
                    .filter(Files::exists)
                    .toList();
            List<String> names = poms.stream().map(ArtifactsTest::moduleName).toList();
            assertThat(names)
                    .hasSize(9)
                    .doesNotHaveDuplicates()
                    .allMatch(name -> name.startsWith("com.guance.billing."));
        }
    }

    @Test
    @DisplayName("each published module carries the license")
    void licenses() throws IOException {
        for (Class<?> ofModule : List.of(
                Workspace.class,
                RunDue.class,
                CloudBilling.class,
                InMemoryBilling.class,
                JdbcBilling.class,
                AwsMarketplace.class,
                StoreContract.class)) {
            String file = ofModule.getName().replace('.', '/') + ".class";
            String here = ofModule.getResource("/" + file).toString();
            URL license = URI.create(here.substring(0, here.length() - file.length()) + "META-INF/LICENSE")
                    .toURL();
            assertThat(new String(license.openStream().readAllBytes(), StandardCharsets.UTF_8))
                    .as(here)
                    .isEqualTo(Files.readString(ROOT.resolve("LICENSE")));
        }
    }

    private static String moduleName(Path pom) {
        try {
            Matcher found = MODULE.matcher(Files.readString(pom));
            return found.find() ? found.group(1) : "none in " + pom;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
