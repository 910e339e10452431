package host;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/** Which versions of the libraries that hosts bring are on the class path. */
final class ClassPath {

    private static final List<String> LIBRARIES = List.of(
            "com.fasterxml.jackson.core/jackson-core",
            "com.fasterxml.jackson.core/jackson-databind",
            "org.flywaydb/flyway-core",
            "org.slf4j/slf4j-api",
            "software.amazon.awssdk/sdk-core",
            "software.amazon.awssdk/marketplacemetering");

    private ClassPath() {}

    static String versions() {
        String h2 = org.h2.engine.Constants.VERSION;
        String micrometer = io.micrometer.core.instrument.MeterRegistry.class.getPackage().getImplementationVersion();
        return LIBRARIES.stream().map(ClassPath::version).collect(Collectors.joining(", "))
                + ", h2 " + h2 + ", micrometer-core " + micrometer;
    }

    /** The jars of AWS's SDK, such as {@code sdk-core-2.57.8}. */
    static List<String> sdkJars() {
        return List.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator)).stream()
                .filter(jar -> jar.contains("awssdk"))
                .map(jar -> jar.substring(jar.lastIndexOf(java.io.File.separatorChar) + 1, jar.length() - ".jar".length()))
                .toList();
    }

    private static String version(String library) {
        try (InputStream in =
                ClassPath.class.getResourceAsStream("/META-INF/maven/" + library + "/pom.properties")) {
            Properties read = new Properties();
            if (in != null) {
                read.load(in);
            }
            return library.substring(library.indexOf('/') + 1) + " " + read.getProperty("version");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
