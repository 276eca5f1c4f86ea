package dev.transportadvisor.build.knowledge;

import dev.transportadvisor.cli.knowledge.Builtin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        if (!areWritten(made, sources) || !areNewest(made, sources, classes)) {
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

    /**
     * Whether each was compiled after its source was written, which a build that was broken off may not have come to,
     * and after the classes of the program: what they make may have another constructor.
     */
    private static boolean areNewest(SortedMap<String, String> made, Path sources, Path classes) throws IOException {
        List<Path> compiled = made.keySet().stream()
                .map(name -> classes.resolve(name.replace('.', '/') + ".class"))
                .toList();
        try (Stream<Path> others = Stream.concat(Files.walk(sources), Files.walk(classes))) {
            long newest = others.filter(file -> Files.isRegularFile(file) && !compiled.contains(file))
                    .mapToLong(file -> file.toFile().lastModified())
                    .max()
                    .orElse(0);
            return compiled.stream().allMatch(file -> file.toFile().lastModified() > newest);
        }
    }
}
