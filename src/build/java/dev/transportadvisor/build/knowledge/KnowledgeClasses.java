package dev.transportadvisor.build.knowledge;

import dev.transportadvisor.cli.knowledge.Builtin;
import java.io.IOException;
import java.nio.file.Path;

/** The knowledge of the program as classes that join those of the program itself. */
public final class KnowledgeClasses {

    private KnowledgeClasses() {}

    /**
     * @param project the folder that holds {@code rules}
     * @param target the folder that holds the {@code classes} of the program
     */
    public static void make(Path project, Path target) throws IOException, ReflectiveOperationException {
        Path classes = target.resolve("classes");
        JavaSources.compile(
                KnowledgeSource.of(Builtin.class, new ReadKnowledge(project)),
                target.resolve("generated-sources/knowledge"),
                classes,
                classes);
    }
}
