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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher as a process: what it starts, and what it says when it cannot. */
class LauncherIT {

    @TempDir
    Path folder;

    @BeforeAll
    static void needsAShell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "Skipped: needs a POSIX shell");
    }

    @Test
    void printsAndEndsAsTheProgramDoes() throws Exception {
        for (String line :
                List.of("recommend samples/deploy-bot.yaml --why", "recommend samples/conflict.yaml", "rules")) {
            String[] arguments = line.split(" ");
            assertEquals(Launcher.expected(arguments), Launcher.run(Map.of(), arguments), line);
        }
    }

    /** Whoever else may write there could have code of theirs run. */
    @Test
    void keepsNothingInTheHomeOfTheUser() throws Exception {
        Map<String, String> home = Map.of("HOME", folder.toString(), "XDG_CACHE_HOME", folder.toString());

        Launcher.run(home, "--version");

        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    /** Java would take the first file that it opens for the answers, or write its complaints there. */
    @ParameterizedTest
    @ValueSource(strings = {"<&-", "<&- 2>&-", "<&- >&- 2>&-"})
    void takesNothingElseForAClosedStream(String closed) throws Exception {
        Finished run = Launcher.shell(folder, Map.of(), "\"$1\" ask " + closed);

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
                Launcher.run(bin.resolve("advise"), folder, utf8, "recommend", name, "--format", "json")
                        .out());
        Finished empty = Launcher.run(bin.resolve("advise"), folder, utf8, "recommend", "");
        assertEquals("error: The name of the file is empty.\n", empty.err());
    }

    /** Java would look for the halves of such a path; its own complaint would end with 1, as findings do. */
    @Test
    void saysThatJavaTakesNoPathWithAColon() throws Exception {
        Path file = Launcher.installed(folder.resolve("a:b"));

        Finished run = Launcher.run(file, folder, Map.of(), "--version");

        assertEquals(2, run.status());
        assertTrue(run.err().startsWith("error: Java takes : for the end of a path, so "), run.err());
        assertEquals(1, run.err().lines().count());
    }

    /** What a download leaves that found no room. Java's own complaint would end with 1, as findings do. */
    @Test
    void saysThatTheJarIsEmpty() throws Exception {
        Path file = Launcher.installed(folder.resolve("here"));
        Path jar = Files.write(file.resolveSibling("transport-advisor.jar"), new byte[0]);

        Finished run = Launcher.run(file, folder, Map.of(), "--version");

        assertEquals(new Finished(2, "", "error: " + jar.toRealPath()
                + " is missing or empty; it belongs beside this launcher.\n"), run);
    }

    /** Java's own complaint would end with 1, as findings do, and would be the report. */
    @Test
    void saysThatTheFolderIsGone() throws Exception {
        String line = "mkdir gone && cd gone && rmdir ../gone && \"$1\" rules list";
        Finished run = Launcher.shell(folder, Map.of(), line);

        assertEquals(2, run.status());
        assertEquals("", run.out());
        assertTrue(run.err().endsWith("error: The current folder is not there any more: change to one that is.\n"));
    }

    /** It would be taken for the report. */
    @Test
    void whatJavaSaysItselfIsNoOutput() throws Exception {
        Finished run = Launcher.run(Map.of("JDK_JAVA_OPTIONS", "-Xms64m -Xmx32m"), "rules", "list");

        assertEquals("", run.out());
        assertTrue(run.err().contains("Error occurred during initialization of VM"), run.err());
    }

    /** With two of them Java would not start. */
    @Test
    void takesTheCollectorThatSomebodyHasChosen() throws Exception {
        Finished run = Launcher.run(Map.of("JAVA_TOOL_OPTIONS", "-XX:+UseParallelGC"), "rules", "list");

        assertEquals(0, run.status(), run.err());
    }

    /** Java alone shows such names with replacement characters, or refuses them. */
    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", ""})
    void findsFilesWithAnyNameInALocaleWithoutLetters(String locale) throws Exception {
        FileNames.assumeThisLocaleHas("bän");
        Path manifest = Files.createDirectories(folder.resolve("bän")).resolve("mänifest.yaml");
        Files.writeString(manifest, "display_information: {name: deploy-bot, nmae: ü}\n");
        Map<String, String> environment = Map.of("LC_ALL", locale, "LC_CTYPE", "", "LANG", "");
        String expected = Run.in(folder, "", "lint", "bän/mänifest.yaml").out();
        for (String files : List.of("b*", "b*/*")) {
            Finished run = Launcher.shell(folder, environment, "\"$1\" lint " + files);
            assertEquals(new Finished(1, expected, ""), run);
        }
    }

    @Test
    void namesItselfAsItCanBeCalledAgain() throws Exception {
        String path = Launcher.FILE.getParent() + ":" + System.getenv("PATH");
        Finished byPath = Launcher.shell(
                Launcher.PROJECT, Map.of("PATH", path), "exec transport-advisor recommend samples/deploy-bot.yaml");
        Finished byFile = Launcher.run(Map.of(), "recommend", "samples/deploy-bot.yaml");
        assertTrue(byPath.out()
                .endsWith("\nNext          transport-advisor scaffold samples/deploy-bot.yaml -d deploy-bot\n"));
        // A long command goes on behind a backslash.
        assertTrue(byFile.out()
                .replace(" \\\n" + " ".repeat(16), " ")
                .endsWith("\nNext          " + Shell.quote(Launcher.FILE.toString())
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
        Finished run = Launcher.shell(Launcher.PROJECT, environment, "\"$1\" --version");
        assertEquals(2, run.status());
        assertTrue(run.err().startsWith("error: Java 17 or newer is needed"), run.err());
        assertTrue(run.err().contains(reason), run.err());
        assertEquals(1, run.err().lines().count());
    }

    @Test
    void tellsTheShellHowItWent() throws Exception {
        assertEquals(1, Launcher.run(Map.of(), "recommend", "samples/conflict.yaml").status());
        assertEquals(2, Launcher.run(Map.of(), "recommend", "no-such.yaml").status());
        Finished head = Launcher.shell(
                Launcher.PROJECT, Map.of(), "(\"$1\" rules list; echo \"status $?\" >&2) | head -n 1");
        assertEquals(new Finished(0, "Criteria\n", "status 0\n"), head);
    }

    @Test
    void anInterruptedRunSaysSo() throws Exception {
        Path answers = folder.resolve("answers.yaml");
        ProcessBuilder ask = new ProcessBuilder(Launcher.FILE.toString(), "ask", "-o", answers.toString());
        ask.environment().putAll(Launcher.environment(Map.of()));
        Process asking = Bounded.process(ask.redirectErrorStream(true).start(), 120);
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
