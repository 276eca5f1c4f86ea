package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.report.format.Shell;
import dev.transportadvisor.testing.Tmux;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged program in a pseudo-terminal, with the keys that a person would press. */
@Timeout(600)
class AskTerminalIT {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String ASK =
            Shell.quote(JAVA) + " -jar " + Shell.quote(System.getProperty("packaged.jar")) + " ask";
    private static final String FIRST_QUESTION = "1. Must the bot work without a public HTTPS endpoint?";
    private static final String MARKED = "> 5. unknown: don't know (default)";

    @TempDir
    Path folder;

    private Tmux terminal;

    @BeforeEach
    void openTerminal() throws Exception {
        assumeTrue(Tmux.isThere(), "Skipped: needs tmux");
        terminal = Tmux.open(folder, 90, 40);
    }

    @AfterEach
    void closeTerminal() throws Exception {
        if (terminal != null) {
            terminal.close();
        }
    }

    @Test
    void arrowKeysAndNumbersLeadToARecommendationAndABot() throws Exception {
        beginInterview();
        terminal.press("Down", "Down", "Up");
        terminal.await("> 1. must: a hard constraint");
        terminal.press("Enter");
        terminal.await("2. May the bot open a WebSocket");
        terminal.press("1", "Enter");
        terminal.await("3. Must the number of replicas");
        terminal.press("no", "Enter");
        terminal.await("4. Will the app be listed");
        terminal.press("4", "Enter");
        terminal.await("5. Must the bot run serverless");
        terminal.press("Up", "Enter");
        terminal.await("Decided after 5 of 17: use Socket Mode");
        terminal.press("Enter");
        terminal.await("Write the bot now?");
        terminal.press("mine", "Enter");
        terminal.await("files for Socket Mode to mine.");
        terminal.awaitStatus(0);
        assertTrue(Files.exists(folder.resolve("mine/pom.xml")));
    }

    @Test
    void aNewWidthLaysTheQuestionOutAnew() throws Exception {
        beginInterview();
        terminal.resize(50, 24);
        terminal.await("\nyours from the internet; over Socket Mode the bot\ndials out.\n");
        terminal.await("\n     does not meet it is out\n");
        terminal.resize(120, 30);
        terminal.await("1. must: a hard constraint: a transport that does not meet it is out");
        terminal.awaitOnce(FIRST_QUESTION);
        terminal.press("Up");
        terminal.await("> 4. no: it does not matter");
    }

    @Test
    void backShowsTheAnswerThatWasGivenAndExplainItsSource() throws Exception {
        beginInterview();
        terminal.press("should", "Enter");
        terminal.await("2. May the bot open a WebSocket");
        terminal.press("?", "Enter");
        terminal.await("source: https://github.com/slackapi/bolt-python/issues/898");
        terminal.press("<", "Enter");
        terminal.await("> 2. should: important, but it can be traded for something else (default)");
        terminal.press("what", "Enter");
        terminal.await("`what` is no answer. Allowed: a number from 1 to 5, or must");
        terminal.press("q", "Enter");
        terminal.await("Your answers are in answers.yaml.");
        terminal.awaitStatus(0);
    }

    @Test
    void controlCKeepsTheAnswersAndTheNextStartOffersThem() throws Exception {
        beginInterview();
        terminal.press("nice", "Enter");
        terminal.await("2. May the bot open a WebSocket");
        terminal.press("C-c");
        terminal.await("Your answers are in answers.yaml.");
        terminal.awaitStatus(130);
        assertEquals(
                "schema: 1\nbot:\n  name: relay\nneeds:\n  no-public-endpoint: nice\n",
                Files.readString(folder.resolve("answers.yaml")));
        terminal.press("clear; " + ASK, "Enter");
        terminal.await("Resuming answers.yaml: 1 answered.");
        terminal.await("What is the bot called?");
        terminal.press("Enter");
        terminal.await("What does it do");
        terminal.press("Enter");
        terminal.await("> 3. nice: welcome, but never worth much effort (default)");
    }

    @Test
    void controlDEndsWithTwo() throws Exception {
        beginInterview();
        terminal.press("C-d");
        terminal.await("Your answers are in answers.yaml.");
        terminal.awaitStatus(2);
        assertTrue(terminal.screen().contains("still open: needs.no-public-endpoint, "), terminal.screen());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--plain", "TERM=dumb", "ACCESSIBLE=1"})
    void asksLineByLineWhereNothingMayBeRedrawn(String how) throws Exception {
        terminal.press((how.startsWith("--") ? ASK + " " + how : how + " " + ASK), "Enter");
        terminal.await("What is the bot called?");
        terminal.press("relay", "Enter");
        terminal.await("What does it do");
        terminal.press("Enter");
        terminal.await("  5. unknown: don't know (default)\nAnswer [unknown]:");
        assertFalse(terminal.screen().contains(MARKED), terminal.screen());
        terminal.press("C-c");
        terminal.await("Your answers are in answers.yaml.");
        terminal.awaitStatus(130);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void coloursAreLeftOutWithNoColor(boolean coloured) throws Exception {
        terminal.press((coloured ? "" : "NO_COLOR=1 ") + ASK, "Enter");
        terminal.await("What is the bot called?");
        assertEquals(coloured, terminal.colours().contains("\u001b[1m"), terminal.colours());
    }

    private void beginInterview() throws Exception {
        terminal.press(ASK, "Enter");
        terminal.await("What is the bot called?");
        terminal.press("relay", "Enter");
        terminal.await("What does it do");
        terminal.press("Enter");
        terminal.await(MARKED);
    }
}
