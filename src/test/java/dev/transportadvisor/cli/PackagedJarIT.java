package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.report.format.Shell;
import dev.transportadvisor.testing.FileNames;
import dev.transportadvisor.testing.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged jar as a process, as a user starts it. */
class PackagedJarIT {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String JAR = System.getProperty("packaged.jar");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Duser.language=tr",
                "-Dfile.encoding=US-ASCII",
                "-Duser.timezone=Asia/Kolkata",
                "-Dline.separator=\r\n"
            })
    void printsTheSameBytesUnderAnyLocale(String setting) throws Exception {
        FileNames.assumeJavaOpensInAnyLocale(JAR);
        Finished run = jar(
                Map.of("LC_ALL", "C", "HOME", ""),
                List.of(setting),
                "recommend",
                "samples/contradiction.yaml",
                "--format",
                "json");
        assertEquals(
                Run.of("recommend", "samples/contradiction.yaml", "--format", "json")
                        .out(),
                run.out());
        assertEquals("", run.err());
    }

    @Test
    void tellsTheShellHowItWent() throws Exception {
        assertEquals(0, jar("recommend", "samples/deploy-bot.yaml").status());
        assertEquals(1, jar("recommend", "samples/conflict.yaml").status());
        assertEquals(2, jar("recommend", "no-such.yaml").status());
        assertEquals(0, jar("--version").status());
    }

    @Test
    void namesTheCurrentFolder() throws Exception {
        assertTrue(jar("drill", ".").err().startsWith("error: . has no .slack/hooks.json, "));
    }

    @Test
    void namesACommandThatCanBePasted() throws Exception {
        // A long command goes on behind a backslash.
        assertTrue(jar("recommend", "samples/deploy-bot.yaml")
                .out()
                .replace(" \\\n" + " ".repeat(16), " ")
                .endsWith("\nNext          java -jar " + Shell.quote(JAR)
                        + " scaffold samples/deploy-bot.yaml -d deploy-bot\n"));
    }

    @Test
    void writesNumbersAlikeUnderALocaleWithOtherDigits() throws Exception {
        List<String> arabic = List.of("-Duser.language=ar", "-Duser.country=EG");
        Finished dryRun = jar(
                Map.of(),
                arabic,
                "scaffold",
                "samples/deploy-bot.yaml",
                "-d",
                folder.resolve("bot").toString(),
                "--dry-run");
        Finished slip = jar(Map.of(), arabic, "recommend", "src/test/resources/golden/input/twice.yaml");
        assertEquals(
                Run.of(
                                "scaffold",
                                "samples/deploy-bot.yaml",
                                "-d",
                                folder.resolve("bot").toString(),
                                "--dry-run")
                        .out(),
                dryRun.out());
        assertEquals(
                Run.of("recommend", "src/test/resources/golden/input/twice.yaml")
                        .err(),
                slip.err());
    }

    @Test
    void doesNotTakeALostReportForAWrittenOne() throws Exception {
        assumeTrue(Files.isWritable(Path.of("/dev/full")), "Skipped: needs /dev/full");
        Finished run = Finished.run(
                Path.of("").toAbsolutePath(),
                Map.of(),
                60,
                List.of("sh", "-c", "\"$1\" -jar \"$2\" rules list > /dev/full", "sh", JAVA, JAR));
        assertEquals(2, run.status());
        assertEquals("error: Standard output cannot be written: No space left on device.\n", run.err());
    }

    @Test
    void namesTheLocaleThatCannotExpressAPath() throws Exception {
        FileNames.assumeJavaOpensInAnyLocale(JAR);
        Finished run = jar(Map.of("LC_ALL", "C", "LANG", ""), List.of(), "recommend", "zä.yaml");
        assertEquals(2, run.status());
        assertTrue(run.err().startsWith("error: "), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    @Test
    void survivesAReaderThatStopsReading() throws Exception {
        Finished run = Finished.run(
                Path.of("").toAbsolutePath(),
                Map.of(),
                60,
                List.of(
                        "sh",
                        "-c",
                        "(\"$1\" -jar \"$2\" rules list; echo \"status $?\" >&2) | head -n 1",
                        "sh",
                        JAVA,
                        JAR));
        assertEquals("Criteria\n", run.out());
        assertEquals("status 0\n", run.err());
    }

    @Test
    void aReportThatNobodyReadsToItsEndKeepsItsStatus() throws Exception {
        for (int i = 0; i < 300; i++) {
            Files.copy(Path.of("samples/manifests/deploy-bot.yaml"), folder.resolve("m" + i + ".yaml"));
        }
        Finished run = Finished.run(
                folder,
                Map.of(),
                60,
                List.of(
                        "sh",
                        "-c",
                        "(\"$1\" -jar \"$2\" lint .; echo \"status $?\" >&2) | head -n 1",
                        "sh",
                        JAVA,
                        JAR));
        assertTrue(run.out().startsWith("m0.yaml:8:3 error "), run.out());
        assertEquals("status 1\n", run.err());
    }

    @Test
    void onlyTheInterviewLoadsWhatATerminalNeeds() throws Exception {
        Finished run = jar(Map.of(), List.of("-Xlog:class+load"), "recommend", "samples/deploy-bot.yaml");
        assertTrue(run.out().contains("dev.transportadvisor.cli.recommend.RecommendCommand"));
        // Java has a copy of its own, in a package whose name ends alike.
        assertFalse(run.out().contains(" org.jline."));
    }

    @Test
    void endsAtOnceWhereNobodyAnswers() throws Exception {
        Finished run = Finished.run(folder, Map.of("CI", "true"), 60, List.of(JAVA, "-jar", JAR, "ask"));
        assertEquals(2, run.status());
        assertTrue(run.err().contains("  bot.name: What is the bot called?\n"), run.err());
    }

    @Test
    void carriesTheWholeTemplate() throws Exception {
        FileNames.assumeThisLocaleHas("Größe 1");
        Finished run = jar(
                "scaffold",
                "samples/deploy-bot.yaml",
                "-d",
                folder.resolve("Größe 1").toString());
        assertEquals("", run.err());
        assertTrue(Files.exists(folder.resolve("Größe 1/.gitignore")));
    }

    private static Finished jar(String... arguments) throws IOException, InterruptedException {
        return jar(Map.of(), List.of(), arguments);
    }

    private static Finished jar(Map<String, String> environment, List<String> settings, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(settings);
        command.addAll(List.of("-jar", JAR));
        command.addAll(List.of(arguments));
        return Finished.run(Path.of("").toAbsolutePath(), environment, 60, command);
    }
}
