package dev.transportadvisor.build.knowledge;

import dev.transportadvisor.cli.knowledge.Builtin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/** The knowledge of the program as classes that join those of the program itself. */
public final class KnowledgeClasses {

    private KnowledgeClasses() {}

    /**
     * Makes them, unless they are there already.
     *
     * @param project the folder that holds {@code rules}
     * @param target the folder that holds the {@code classes} of the program
     */
    public static void make(Path project, Path target) throws IOException, ReflectiveOperationException {
        Path sources = target.resolve("generated-sources/knowledge");
        Path classes = target.resolve("classes");
        SortedMap<String, String> made = KnowledgeSource.of(Builtin.class, new ReadKnowledge(project));
        if (!areWritten(made, sources) || !areNewest(classes)) {
            JavaSources.compile(made, sources, classes, classes);
        }
    }

    private static boolean areWritten(SortedMap<String, String> made, Path sources) throws IOException {
        for (Map.Entry<String, String> source : made.entrySet()) {
            Path file = JavaSources.file(sources, source.getKey());
            if (!Files.exists(file) || !Files.readString(file).equals(source.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** Whether no other class was compiled since: what they make may have another constructor. */
    private static boolean areNewest(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .filter(newest -> newest.endsWith(GeneratedClass.NAME + ".class"))
                    .isPresent();
        }
    }
}
