package dev.transportadvisor.build;

import dev.transportadvisor.build.companion.Companions;
import dev.transportadvisor.build.knowledge.KnowledgeClasses;
import java.nio.file.Path;

/** Makes what is generated, from the compiled program and the files of the project. */
final class Build {

    private Build() {}

    /** @param arguments the folder of the project, the folder to write to, and the version of the program */
    public static void main(String... arguments) throws Exception {
        Path project = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        KnowledgeClasses.make(project, target);
        Companions.make(project, target, arguments[2]);
    }
}
