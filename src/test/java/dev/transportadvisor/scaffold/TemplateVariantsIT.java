package dev.transportadvisor.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.testing.Finished;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Slow: bots of many kinds run their own tests; with {@code -Dvariants=all} every one of them. */
class TemplateVariantsIT {

    private static final Path MAVEN = Path.of(System.getProperty("maven.home", ""), "bin");
    private static final long SECONDS = 900;
    private static final boolean ALL = System.getProperty("variants", "").equals("all");

    @TempDir
    Path folder;

    /** In CI the plain bot, and the richest over each transport. No other lacks a name: TemplateProofTest. */
    static Stream<Selection> tested() {
        List<Selection> maximal = Variants.maximal(Bots.JAVA);
        return withDifferentCode(
                ALL
                        ? Variants.all(Bots.JAVA)
                        : List.of(
                                Bots.over(Bots.JAVA, "socket-mode", Set.of()),
                                maximal.get(0),
                                maximal.get(maximal.size() - 1)));
    }

    /** What a bot is deployed with is neither compiled nor started. */
    private static Stream<Selection> withDifferentCode(Iterable<Selection> variants) {
        Set<Map<String, String>> seen = new LinkedHashSet<>();
        List<Selection> different = new ArrayList<>();
        for (Selection variant : variants) {
            Map<String, String> code = Bots.texts(Scaffolder.scaffold(Bots.JAVA, Bots.JAVA.own(), variant));
            code.keySet().removeIf(path -> path.startsWith("deploy/") || path.startsWith(".github/")
                    || path.endsWith(".md"));
            if (seen.add(code)) {
                different.add(variant);
            }
        }
        return different.stream();
    }

    @ParameterizedTest
    @MethodSource("tested")
    void passesItsOwnTests(Selection variant) throws Exception {
        assumeTrue(Files.isExecutable(MAVEN.resolve("mvn")), "Skipped: needs Maven; run this test with mvn verify");
        ProjectSpec spec = new ProjectSpec("deploy-bot", "org.acme.deploy", "Starts deploys", "Chosen.", 2);
        ProjectWriter.write(
                ProjectWriter.plan(folder.resolve("bot"), Scaffolder.scaffold(Bots.JAVA, spec, variant)));

        Finished run = Finished.run(
                folder.resolve("bot"),
                Map.of("PATH", MAVEN + File.pathSeparator + System.getenv("PATH")),
                SECONDS,
                List.of("sh", "-c", Bots.JAVA.commands().get("test")));

        assertEquals(0, run.status(), () -> variant.features() + ": " + run.out() + run.err());
    }
}
