package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that hold what a terminal obeys, and what breaks a line, are shown with escapes. */
class OddNameTest {

    private static final String ODD = "odd\u001b[31m\nname";

    private static final String SHOWN = "odd\\u001b[31m\\u000aname";

    @TempDir
    Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        assumeTrue(File.separatorChar == '/', "Skipped: needs a system whose file names may hold any character");
        copy("samples/deploy-bot.yaml", ODD + ".yaml");
        copy("samples/conflict.yaml", "conflict" + ODD + ".yaml");
        copy("samples/manifests/deploy-bot.yaml", "manifest" + ODD + ".yaml");
        Files.createDirectory(folder.resolve(ODD));
        copy("samples/deploy-bot.yaml", ODD + "/transport.yaml");
    }

    private void copy(String sample, String name) throws IOException {
        Files.copy(Path.of(sample), folder.resolve(name));
    }

    /** A line in which ODD stands for the name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "scaffold ODD.yaml -d ODDbot",
                "scaffold ODD.yaml -d ODDbot --dry-run",
                "scaffold conflictODD.yaml -d ODDbot",
                "recommend ODD.yaml",
                "recommend ODD.yaml --format markdown",
                "recommend ODD.yaml -o no/ODD",
                "recommend conflictODD.yaml",
                "recommend conflictODD.yaml --format markdown",
                "recommend ODD.yaml --rules ODD",
                "recommend noODD.yaml",
                "recommend ODD.yaml --format ODD",
                "recommend ODD.yaml --date ODD",
                "recommend ODD.yaml --expect ODD",
                "recommend ODD.yaml more ODD",
                "recommend ODD.yaml --ODD",
                "ODD",
                "ask -o newODD.yaml",
                "ask -o ODD.yaml",
                "ask -o ODD.txt",
                "ask -o no/ODD.yaml",
                "lint ODD.yaml",
                "lint manifestODD.yaml",
                "lint manifestODD.yaml --format github",
                "lint manifestODD.yaml --answers conflictODD.yaml",
                "lint manifestODD.yaml --baseline newODD --write-baseline",
                "lint manifestODD.yaml --baseline noODD",
                "lint manifestODD.yaml --config noODD",
                "lint manifestODD.yaml --set ODD=x",
                "lint manifestODD.yaml --fix",
                "lint manifestODD.yaml --diff",
                "rules explain ODD",
                "rules check ODD",
                "drill ODD",
                "drill --transport events-api -- ODD",
                "drill --transport events-api --request-path ODD -- x",
                "drill --transport events-api --readiness ODD -- x",
                "drill --transport ODD -- x",
                "simulate --manifest noODD",
                "simulate --request-url ODD",
                "simulate --port ODD",
            })
    void showsNoNameThatATerminalObeys(String line) {
        Run run = run(line);
        String shown = run.out() + run.err();
        assertAll(
                () -> assertTrue(shown.indexOf('\u001b') < 0, shown),
                () -> assertTrue(!shown.contains("\nname"), shown));
    }

    @Test
    void saysWhereTheBotIs() {
        String out = run("scaffold ODD.yaml -d ODDbot").out();
        String bot = Pattern.quote(SHOWN + "bot.");
        assertTrue(Pattern.compile("(?m)^Wrote \\d+ files for Socket Mode to " + bot + "$").matcher(out).find(), out);
        assertTrue(out.contains("\n  1. cd $'odd\\033[31m\\012namebot' && mvn -q package\n"), out);
    }

    @Test
    void namesTheAnswersOfARecord() {
        String out = run("recommend ODD.yaml --format markdown").out();
        assertTrue(out.contains("\nThe answers are in `" + SHOWN + ".yaml`; "), out);
    }

    @Test
    void showsAnAnswerOfAnInterviewAsItCanBeRead() {
        Run run = Run.in(folder, "\u001b[31m\n\u0007\nmy-bot\n", "ask", "-o", ODD + "2.yaml");
        assertEquals(-1, (run.out() + run.err()).indexOf('\u001b'), run.out());
    }

    private Run run(String line) {
        String[] arguments = line.split(" ");
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = arguments[i].replace("ODD", ODD);
        }
        return Run.in(folder, "", arguments);
    }
}
