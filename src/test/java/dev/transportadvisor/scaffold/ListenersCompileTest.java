package dev.transportadvisor.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.testing.Slow;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compiles what a bot does, with Bolt on the class path; its web server needs libraries that are not here. */
@Slow
class ListenersCompileTest {

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"b", "org.record._x1.var__y"})
    void theListenersCompileInAnyPackage(String packageName) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assumeTrue(compiler != null, "Needs a JDK, not a JRE.");
        ProjectSpec spec = new ProjectSpec("deploy-bot", packageName, "Starts \"deploys\"", "Chosen.", 1);
        Path bot = home.resolve("bot");
        ProjectWriter.write(ProjectWriter.plan(bot, Bots.plain(spec, "socket-mode")));

        String folder = packageName.replace('.', '/');
        assertEquals("", errors(compiler, bot.resolve("src/main/java"), folder + "/Listeners.java"));
        assertTrue(Files.isRegularFile(home.resolve(folder + "/Listeners.class")));
    }

    private String errors(JavaCompiler compiler, Path sources, String file) throws Exception {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
            // Classes of its own package that it names are found and compiled through the source path.
            List<String> options = List.of(
                    "--release",
                    "17",
                    "-proc:none",
                    "-implicit:class",
                    "-d",
                    home.toString(),
                    "-sourcepath",
                    sources.toString(),
                    "-classpath",
                    System.getProperty("java.class.path"));
            compiler.getTask(null, files, found, options, null, files.getJavaFileObjects(sources.resolve(file)))
                    .call();
        }
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .collect(Collectors.joining("\n"));
    }
}
