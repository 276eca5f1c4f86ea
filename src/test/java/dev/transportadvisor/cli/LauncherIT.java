package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.report.format.Shell;
import dev.transportadvisor.testing.Bounded;
import dev.transportadvisor.testing.FileNames;
import dev.transportadvisor.testing.Finished;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher as a process: what it starts, and what it says when it cannot. */
class LauncherIT {

    @TempDir
    Path folder;

    private Launcher launcher;

    @BeforeEach
    void needsAShell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "Skipped: needs a POSIX shell");
        launcher = new Launcher(folder);
    }

    @Test
    void worksTheSameWithoutACache() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        Finished expected = launcher.expected("recommend", "samples/conflict.yaml");
        for (Map<String, String> environment : List.of(
                Map.of("XDG_CACHE_HOME", "", "HOME", ""),
                Map.of("XDG_CACHE_HOME", "", "HOME", file.toString()),
                Map.of("XDG_CACHE_HOME", file.toString()),
                Map.of("XDG_CACHE_HOME", "/dev/full"),
                Map.of("XDG_CACHE_HOME", "/proc/none"),
                Map.of("XDG_CACHE_HOME", "relative", "HOME", ""),
                Map.of("XDG_CACHE_HOME", folder.resolve("a:b").toString()))) {
            Finished run = launcher.run(environment, "recommend", "samples/conflict.yaml");
            assertEquals(expected, run, environment::toString);
        }
        assertTrue(Files.notExists(Launcher.PROJECT.resolve("relative")));
    }

    /** Java would take the first file that it opens for the answers, or write its complaints there. */
    @ParameterizedTest
    @ValueSource(strings = {"<&-", "<&- 2>&-", "<&- >&- 2>&-"})
    void takesNothingElseForAClosedStream(String closed) throws Exception {
        Finished run = Finished.run(
                folder,
                launcher.withoutCache(Map.of()),
                60,
                List.of("sh", "-c", "\"$1\" ask " + closed, "sh", Launcher.FILE.toString()));

        assertEquals(2, run.status(), run.out());
        assertTrue(run.out().length() < 1000, run.out());
        assertTrue(Files.notExists(folder.resolve("answers.yaml")));
    }

    @Test
    void isFoundBehindLinksAndKeepsEveryArgument() throws Exception {
        FileNames.assumeThisLocaleHas("Grüße & mehr");
        Path file = Launcher.installed(folder.resolve("Grüße & mehr/lib"));
        Path bin = Files.createDirectories(folder.resolve("my bin"));
        Files.createSymbolicLink(bin.resolve("inner"), bin.relativize(file));
        Files.createSymbolicLink(bin.resolve("advise"), Path.of("inner"));
        String name = "a 'b' \"c\" $d `e` *.yaml";
        Files.copy(Launcher.PROJECT.resolve("samples/deploy-bot.yaml"), folder.resolve(name));
        Map<String, String> utf8 = Map.of("LC_ALL", "C.UTF-8");

        assertEquals(
                Run.in(folder, "", "recommend", name, "--format", "json").out(),
                launcher.finished(folder, utf8, bin.resolve("advise"), "recommend", name, "--format", "json")
                        .out());
        Path archive = launcher.awaitArchive();
        assertTrue(archive.getFileName().toString().contains("Grüße & mehr+lib"), archive::toString);
        Finished empty = launcher.finished(folder, utf8, bin.resolve("advise"), "recommend", "");
        assertEquals("error: The name of the file is empty.\n", empty.err());
    }

    /** Java would look for the halves of such a path; its own complaint would end with 1, as findings do. */
    @Test
    void saysThatJavaTakesNoPathWithAColon() throws Exception {
        Path file = Launcher.installed(folder.resolve("a:b"));

        Finished run = launcher.run(file, launcher.withoutCache(Map.of()), "--version");

        assertEquals(2, run.status());
        assertTrue(run.err().startsWith("error: Java takes : for the end of a path, so "), run.err());
        assertEquals(1, run.err().lines().count());
    }

    /** What a download leaves that found no room. Java's own complaint would end with 1, as findings do. */
    @Test
    void saysThatTheJarIsEmpty() throws Exception {
        Path file = Launcher.installed(folder.resolve("here"));
        Path jar = Files.write(file.resolveSibling("transport-advisor.jar"), new byte[0]);

        Finished run = launcher.run(file, launcher.withoutCache(Map.of()), "--version");

        assertEquals(new Finished(2, "", "error: " + jar.toRealPath()
                + " is missing or empty; it belongs beside this launcher.\n"), run);
    }

    /** Java's own complaint would end with 1, as findings do, and would be the report. */
    @Test
    void saysThatTheFolderIsGone() throws Exception {
        String line = "mkdir gone && cd gone && rmdir ../gone && \"$1\" rules list";
        Finished run = Finished.run(
                folder,
                launcher.withoutCache(Map.of()),
                60,
                List.of("sh", "-c", line, "sh", Launcher.FILE.toString()));

        assertEquals(2, run.status());
        assertEquals("", run.out());
        assertTrue(run.err().endsWith("error: The current folder is not there any more: change to one that is.\n"));
    }

    /** It would be taken for the report. */
    @Test
    void whatJavaSaysItselfIsNoOutput() throws Exception {
        Map<String, String> environment = launcher.withoutCache(Map.of("JDK_JAVA_OPTIONS", "-Xms64m -Xmx32m"));

        Finished run = launcher.run(environment, "rules", "list");

        assertEquals("", run.out());
        assertTrue(run.err().contains("Error occurred during initialization of VM"), run.err());
    }

    /** Java alone shows such names with replacement characters, or refuses them. */
    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", ""})
    void findsFilesWithAnyNameInALocaleWithoutLetters(String locale) throws Exception {
        FileNames.assumeThisLocaleHas("bän");
        Path manifest = Files.createDirectories(folder.resolve("bän")).resolve("mänifest.yaml");
        Files.writeString(manifest, "display_information: {name: deploy-bot, nmae: ü}\n");
        Map<String, String> environment = launcher.withoutCache(Map.of("LC_ALL", locale, "LC_CTYPE", "", "LANG", ""));
        String expected = Run.in(folder, "", "lint", "bän/mänifest.yaml").out();
        for (String files : List.of("b*", "b*/*")) {
            List<String> lint = List.of("sh", "-c", "\"$1\" lint " + files, "sh", Launcher.FILE.toString());
            assertEquals(new Finished(1, expected, ""), Finished.run(folder, environment, 60, lint));
        }
    }

    /** Java refuses to start with two. */
    @Test
    void leavesTheChoiceOfACollectorToTheUser() throws Exception {
        Map<String, String> environment =
                launcher.withoutCache(Map.of("JAVA_TOOL_OPTIONS", "-XX:+UseParallelGC", "JDK_JAVA_OPTIONS", ""));
        Finished run = launcher.run(environment, "lint", "samples/manifests");
        assertEquals(1, run.status(), run.err());
        assertTrue(run.out().endsWith("\n3 errors, 0 warnings, 0 notes in 1 file\n"), run.out());
    }

    @Test
    void namesItselfAsItCanBeCalledAgain() throws Exception {
        String path = Launcher.FILE.getParent() + ":" + System.getenv("PATH");
        Finished byPath = Finished.run(
                Launcher.PROJECT,
                launcher.withoutCache(Map.of("PATH", path)),
                60,
                List.of("sh", "-c", "exec transport-advisor recommend samples/deploy-bot.yaml"));
        Finished byFile = launcher.run(launcher.withoutCache(Map.of()), "recommend", "samples/deploy-bot.yaml");
        assertTrue(byPath.out().endsWith("\n  transport-advisor scaffold samples/deploy-bot.yaml -d deploy-bot\n"));
        assertTrue(byFile.out()
                .endsWith("\n  " + Shell.quote(Launcher.FILE.toString())
                        + " scaffold samples/deploy-bot.yaml -d deploy-bot\n"));
    }

    @Test
    void saysInOneSentenceWhichJavaIsMissing() throws Exception {
        Path old = Files.createDirectories(folder.resolve("old/bin")).getParent();
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
        Launcher.executable(old.resolve("bin/java"), "exit 1\n");
        String none = folder.resolve("none").toString();

        assertRefusal(Map.of("JAVA_HOME", none), "JAVA_HOME is " + none + ", where there is no bin/java.");
        assertRefusal(Map.of("JAVA_HOME", "", "PATH", none), "there is no java on the PATH");
        assertRefusal(Map.of("JAVA_HOME", old.toString()), "but " + old + "/bin/java is Java 11.0.2.");
    }

    private void assertRefusal(Map<String, String> environment, String reason) throws Exception {
        Finished run = Finished.run(
                Launcher.PROJECT,
                launcher.environment(environment),
                60,
                List.of("/bin/sh", Launcher.FILE.toString(), "--version"));
        assertEquals(2, run.status());
        assertTrue(run.err().startsWith("error: Java 17 or newer is needed"), run.err());
        assertTrue(run.err().contains(reason), run.err());
        assertEquals(1, run.err().lines().count());
    }

    @Test
    void tellsTheShellHowItWent() throws Exception {
        assertEquals(1, launcher.run(launcher.withoutCache(Map.of()), "recommend", "samples/conflict.yaml").status());
        assertEquals(2, launcher.run(launcher.withoutCache(Map.of()), "recommend", "no-such.yaml").status());
        Finished head = Finished.run(
                Launcher.PROJECT,
                launcher.withoutCache(Map.of()),
                60,
                List.of(
                        "sh",
                        "-c",
                        "(\"$1\" rules list; echo \"status $?\" >&2) | head -n 1",
                        "sh",
                        Launcher.FILE.toString()));
        assertEquals(new Finished(0, "Transports\n", "status 0\n"), head);
    }

    @Test
    void anInterruptedRunSaysSo() throws Exception {
        Process asking = Bounded.process(
                launcher.started(
                        launcher.withoutCache(Map.of()),
                        "ask",
                        "-o",
                        folder.resolve("answers.yaml").toString()),
                120);
        try {
            assertTrue(asking.getInputStream().read() >= 0);
            Finished.run(Launcher.PROJECT, Map.of(), 10, List.of("kill", "-INT", String.valueOf(asking.pid())));
            assertTrue(asking.waitFor(60, TimeUnit.SECONDS));
            assertEquals(130, asking.exitValue());
        } finally {
            asking.destroyForcibly();
        }
    }
}
