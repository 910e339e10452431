package com.guance.billing.ports.faults;

import com.guance.billing.Required;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/**
 * A library that must not be older than a version on the host's class path, where the host's own dependency management may choose it.
 *
 * @param groupId Maven's group, such as {@code com.fasterxml.jackson.core}
 * @param artifactId Maven's artifact, such as {@code jackson-core}
 * @param lowest the lowest version that was tried, such as {@code 2.16}
 * @param anchor the name of a public class of it, by which it is found where a packaging removed Maven's own files
 */
public record RequiredLibrary(String groupId, String artifactId, String lowest, String anchor) {

    /** Refuses nulls. */
    public RequiredLibrary {
        Required.value(groupId, "groupId");
        Required.value(artifactId, "artifactId");
        Required.value(lowest, "lowest");
        Required.value(anchor, "anchor");
    }

    /**
     * Compares the version on the class path with the lowest one.
     *
     * @param classPath whose class path is looked at
     * @return a sentence that names both versions if the library is too old; none if it is new enough, is not there, or does not say
     *     which version it is
     */
    public Option<String> problem(ClassLoader classPath) {
        return version(classPath)
                .filter(this::isOlder)
                .map(found -> groupId + ":" + artifactId + " " + found + " is on the class path, " + lowest
                        + " or newer is needed");
    }

    private Option<String> version(ClassLoader classPath) {
        return Option.of(classPath.getResource(properties()))
                .flatMap(file -> {
                    try (InputStream in = file.openStream()) {
                        Properties read = new Properties();
                        read.load(in);
                        return Option.of(read.getProperty("version"));
                    } catch (IOException | IllegalArgumentException unreadable) {
                        return Option.none();
                    }
                })
                .orElse(() -> implementationVersion(classPath));
    }

    private Option<String> implementationVersion(ClassLoader classPath) {
        try {
            return Option.of(Class.forName(anchor, false, classPath).getPackage())
                    .flatMap(of -> Option.of(of.getImplementationVersion()));
        } catch (ClassNotFoundException | LinkageError absent) {
            return Option.none();
        }
    }

    private String properties() {
        return "META-INF/maven/" + groupId + "/" + artifactId + "/pom.properties";
    }

    private boolean isOlder(String found) {
        int[] numbers = numbers(found);
        return numbers.length > 0 && Arrays.compare(numbers, numbers(lowest)) < 0;
    }

    /** The leading numbers of a version; qualifiers such as {@code -rc1} are left out, for they are of no release. */
    private static int[] numbers(String version) {
        return List.of(version.split("[.]", 0)).stream()
                .takeWhile(part -> part.matches("[0-9]{1,9}.*"))
                .mapToInt(part -> Integer.parseInt(part.replaceAll("[^0-9].*", "")))
                .toArray();
    }
}
