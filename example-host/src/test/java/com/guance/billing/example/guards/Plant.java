package com.guance.billing.example.guards;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A class with a violation in it, compiled into what looks like a module's folder. */
record Plant(String module, String packageName, String members) {

    static final String NAME = "Planted";

    /** The folder of classes, to be imported beside the house. */
    Path compiledBelow(Path folder) throws IOException {
        Path source = folder.resolve(NAME + ".java");
        Files.writeString(source, source(), StandardCharsets.UTF_8);
        Path classes = Files.createDirectories(folder.resolve(module).resolve("target/classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int failed = compiler.run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                source.toString());
        if (failed != 0) {
            throw new IllegalStateException("the plant does not compile: " + source());
        }
        return classes;
    }

    private String source() {
        return "package " + packageName + ";\n" + members + "\n";
    }
}
