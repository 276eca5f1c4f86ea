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

/**
 * Slow: bots of many kinds are compiled and run their own tests. With {@code -Dvariants=all} every one of them is; else
 * those that compile are the plain one, each feature with what it needs, the maximal ones, and these without each
 * feature, and those that run their tests the plain one and the maximal ones.
 */
class TemplateVariantsIT {

    private static final Path MAVEN = Path.of(System.getProperty("maven.home", ""), "bin");
    private static final long SECONDS = 420;
    private static final boolean ALL = System.getProperty("variants", "").equals("all");

    @TempDir
    Path folder;

    static Stream<Selection> compiled() {
        Set<Selection> variants = new LinkedHashSet<>(ALL ? Variants.all(Bots.JAVA) : tested().toList());
        for (Selection variant : ALL ? List.<Selection>of() : Variants.all(Bots.JAVA)) {
            boolean isAlone = variant.taken().stream()
                    .anyMatch(feature -> Bots.over(Bots.JAVA, "socket-mode", Set.of(feature.id()))
                            .taken().equals(variant.taken()));
            boolean isNearlyMaximal = Variants.maximal(Bots.JAVA).stream()
                    .anyMatch(maximal -> maximal.choices().equals(variant.choices())
                            && maximal.taken().containsAll(variant.taken())
                            && maximal.taken().size() == variant.taken().size() + 1);
            if (isAlone || isNearlyMaximal) {
                variants.add(variant);
            }
        }
        return withDifferentCode(variants);
    }

    static Stream<Selection> tested() {
        List<Selection> variants = new ArrayList<>();
        if (ALL) {
            variants.addAll(Variants.all(Bots.JAVA));
        } else {
            Bots.TRANSPORTS.forEach(transport -> variants.add(Bots.over(Bots.JAVA, transport, Set.of())));
            variants.addAll(Variants.maximal(Bots.JAVA));
        }
        return withDifferentCode(variants);
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
    @MethodSource("compiled")
    void compiles(Selection variant) throws Exception {
        assertPasses(variant, "mvn -q -B -ntp test-compile");
    }

    @ParameterizedTest
    @MethodSource("tested")
    void passesItsOwnTests(Selection variant) throws Exception {
        assertPasses(variant, Bots.JAVA.commands().get("test"));
    }

    private void assertPasses(Selection variant, String command) throws Exception {
        assumeTrue(Files.isExecutable(MAVEN.resolve("mvn")), "Skipped: needs Maven; run this test with mvn verify");
        ProjectSpec spec = new ProjectSpec("deploy-bot", "org.acme.deploy", "Starts deploys", "Chosen.", 2);
        ProjectWriter.write(
                ProjectWriter.plan(folder.resolve("bot"), Scaffolder.scaffold(Bots.JAVA, spec, variant)));

        Finished run = Finished.run(
                folder.resolve("bot"),
                Map.of("PATH", MAVEN + File.pathSeparator + System.getenv("PATH")),
                SECONDS,
                List.of("sh", "-c", command));

        assertEquals(0, run.status(), () -> variant.features() + ": " + run.out() + run.err());
    }
}
