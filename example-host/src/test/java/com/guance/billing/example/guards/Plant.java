package com.guance.billing.example.guards;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A class with a violation in it, to be compiled into what looks like its module's folder. */
record Plant(String name, String module, String packageName, String source) {

    /** What a source calls its class; each plant is compiled under its own name. */
    static final String NAME = "Planted";

    String fullName() {
        return packageName + "." + name;
    }

    /** The folder of classes, to be imported beside the house. */
    Path compiledBelow(Path folder) throws IOException {
        return compiled(List.of(this), folder).get(0);
    }

    /** The folders of classes, one a module: a compiler is started for each of them, and not for each plant. */
    static List<Path> compiled(Collection<Plant> plants, Path folder) throws IOException {
        Map<String, List<Plant>> modules =
                plants.stream().collect(Collectors.groupingBy(Plant::module, Collectors.toUnmodifiableList()));
        List<Path> folders = new ArrayList<>();
        for (Map.Entry<String, List<Plant>> module : modules.entrySet()) {
            folders.add(compiled(module.getValue(), module.getKey(), folder));
        }
        return List.copyOf(folders);
    }

    private static Path compiled(List<Plant> plants, String module, Path folder) throws IOException {
        Path sources = Files.createDirectories(folder.resolve(module).resolve("sources"));
        Path classes = Files.createDirectories(folder.resolve(module).resolve("target/classes"));
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString()));
        for (Plant plant : plants) {
            Path source = sources.resolve(plant.name() + ".java");
            Files.writeString(source, plant.text(), StandardCharsets.UTF_8);
            arguments.add(source.toString());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("a plant does not compile: " + plants);
        }
        return classes;
    }

    private String text() {
        return "package " + packageName + ";\n" + source.replace(NAME + " ", name + " ") + "\n";
    }
}
