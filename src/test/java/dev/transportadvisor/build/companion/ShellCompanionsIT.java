package dev.transportadvisor.build.companion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.cli.Main;
import dev.transportadvisor.cli.help.HelpTopics;
import dev.transportadvisor.report.format.Shell;
import dev.transportadvisor.testing.Finished;
import dev.transportadvisor.testing.Tmux;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;

/** The completion script and the manual pages that the build leaves beside the jar. */
class ShellCompanionsIT {

    private static final Path TARGET = Path.of(System.getProperty("packaged.jar", "target/any.jar"))
            .toAbsolutePath()
            .getParent();
    private static final Path COMPLETION = TARGET.resolve("completion/transport-advisor.bash");

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(TARGET.resolve("man"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void theScriptIsOneForEachShell(String shell) throws Exception {
        assumeTrue(isThere(shell), "Skipped: install " + shell);
        Finished check = run(shell, "-n", COMPLETION.toString());
        assertEquals(new Finished(0, "", ""), check);
    }

    /** What is typed, and what completes it. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "rec,                      recommend",
        "rules ex,                 explain",
        "recommend a.yaml --for,   --format",
        "recommend --format m,     markdown",
        "recommend --format '',    text json markdown svg html",
    })
    void completesCommandsOptionsAndFormats(String typed, String completed) throws Exception {
        assumeTrue(isThere("bash"), "Skipped: install bash");
        List<String> command = new ArrayList<>(List.of(
                "bash",
                "-c",
                "source \"$1\"; shift; COMP_WORDS=(transport-advisor \"$@\"); COMP_CWORD=$#;"
                        + " COMP_LINE=\"${COMP_WORDS[*]}\"; COMP_POINT=${#COMP_LINE};"
                        + " _complete_transport-advisor; echo ${COMPREPLY[@]}",
                "bash",
                COMPLETION.toString()));
        command.addAll(List.of(typed.replace("''", "").split(" ", -1)));
        assertEquals(completed + "\n", run(command.toArray(String[]::new)).out());
    }

    /** What is typed before the Tab key, and what the line is then. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "bash, rec,                            recommend",
        "zsh,  rec,                            recommend",
        "bash, recommend --format js,          recommend --format json",
        "zsh,  recommend --format js,          recommend --format json",
        "bash, lint man,                       lint manifest.yaml",
        "zsh,  lint man,                       lint manifest.yaml",
        "bash, lint --answers ans,             lint --answers answers.yaml",
        "zsh,  lint --answers ans,             lint --answers answers.yaml",
        "bash, lint manifest.yaml a,           lint manifest.yaml answers.yaml",
        "bash, drill dep,                      drill deploy-bot/",
        "zsh,  drill dep,                      drill deploy-bot/",
        "bash, rules check dep,                rules check deploy-bot/",
        "zsh,  rules check dep,                rules check deploy-bot/",
        "bash, rules check o,                  rules check odd\\$\\(touch\\ x\\)",
        "zsh,  rules check o,                  rules check odd\\$\\(touch\\ x\\)",
    })
    void theTabKeyCompletesWordsAndFiles(String shell, String typed, String completed, @TempDir Path folder)
            throws Exception {
        assumeTrue(isThere(shell), "Skipped: install " + shell);
        assumeTrue(Tmux.isThere(), "Skipped: install tmux");
        Files.createDirectory(folder.resolve("deploy-bot"));
        // A name that runs a command where a script takes it for code.
        for (String name : List.of("manifest.yaml", "answers.yaml", "odd$(touch x)")) {
            Files.createFile(folder.resolve(name));
        }
        Tmux terminal = Tmux.open(folder, 120, 20);
        try {
            terminal.press("HOME=. HISTFILE= exec " + shell + (shell.equals("bash") ? " --norc" : " -f"), "Enter");
            terminal.press("source " + Shell.quote(COMPLETION.toString()) + "; echo rea''dy", "Enter");
            terminal.await("ready");
            terminal.press("transport-advisor " + typed, "Tab");
            terminal.await("transport-advisor " + completed);
        } finally {
            terminal.close();
        }
        assertFalse(Files.exists(folder.resolve("x")));
    }

    @Test
    void everyCommandAndEveryTopicHasAPage() throws IOException {
        List<String> names = new ArrayList<>();
        addNames(Main.everyCommand(), names);
        HelpTopics.all().forEach(topic -> names.add("transport-advisor-" + topic.name() + ".7"));
        assertEquals(
                names.stream().sorted().toList(),
                pages().stream()
                        .map(page -> page.getFileName().toString())
                        .sorted()
                        .toList());
    }

    private static void addNames(CommandSpec command, List<String> names) {
        names.add(command.qualifiedName("-") + ".1");
        command.subcommands().values().forEach(below -> addNames(below.getCommandSpec(), names));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void rendersWithoutAComplaint(Path page) throws Exception {
        assumeTrue(isThere("groff"), "Skipped: install groff");
        Finished shown = run("groff", "-man", "-ww", "-Tutf8", "-P-c", page.toString());
        // Bold letters are printed twice, one over the other.
        String text = shown.out().replaceAll(".\\x08", "");
        assertEquals("", shown.err());
        String expected = page.toString().endsWith(".1") ? "EXIT STATUS" : "DESCRIPTION";
        assertTrue(text.contains(expected), text);
    }

    private static boolean isThere(String program) throws Exception {
        return run("sh", "-c", "command -v " + program).status() == 0;
    }

    private static Finished run(String... command) throws Exception {
        return Finished.run(TARGET, Map.of(), 60, List.of(command));
    }
}
