package dev.transportadvisor.build.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import javax.tools.ToolProvider;

/** Compiles sources that were made. */
final class JavaSources {

    private JavaSources() {}

    /**
     * @param sources by the name of the class
     * @param folder where to keep them
     * @param known the classes that they use
     * @param output where the classes go
     */
    static void compile(SortedMap<String, String> sources, Path folder, Path known, Path output) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--release", "17", "-Xlint:all", "-Werror", "-proc:none", "-implicit:none", "-cp", known.toString(),
                "-d", output.toString()));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = file(folder, source.getKey());
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("The sources in " + folder + " do not compile.");
        }
    }

    /** Where the source of a class is kept. */
    static Path file(Path folder, String className) {
        return folder.resolve(className.replace('.', '/') + ".java");
    }
}
