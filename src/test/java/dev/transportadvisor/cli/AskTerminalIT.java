package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.report.format.Shell;
import dev.transportadvisor.testing.SmallTable;
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
    private static final String ASK_AS_USERS_DO =
            Shell.quote(JAVA) + " -jar " + Shell.quote(System.getProperty("packaged.jar")) + " ask";
    private static final String ASK = ASK_AS_USERS_DO + " --rules " + Shell.quote(SmallTable.FOLDER.toString());
    private static final String FIRST_QUESTION = "1. Must the journey begin and end at a door,";
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
    void arrowKeysAndNumbersLeadToARecommendation() throws Exception {
        beginInterview();
        terminal.press("Down", "Down", "Up");
        terminal.await("> 1. must: there is no other way");
        terminal.press("Enter");
        terminal.await("2. Has one of you a driving licence?");
        terminal.press("1", "Enter");
        terminal.await("3. Do you want to read on the way?");
        terminal.press("Up", "Enter");
        terminal.await("Decided after 3 of 5: use the car");
        terminal.press("Enter");
        terminal.await("Write the bot now?");
        terminal.press("q", "Enter");
        terminal.awaitStatus(0);
    }

    @Test
    void defaultsLeadToABot() throws Exception {
        terminal.press(ASK_AS_USERS_DO, "Enter");
        terminal.await("What is the bot called?");
        terminal.press("relay", "Enter");
        terminal.await("Slack shows it beside the bot's name.");
        terminal.answerUntil("files for Socket Mode to relay.", "Enter");
        terminal.awaitStatus(0);
        assertTrue(Files.exists(folder.resolve("relay/pom.xml")));
    }

    @Test
    void aNewWidthLaysTheQuestionOutAnew() throws Exception {
        beginInterview();
        terminal.resize(50, 24);
        terminal.await("\nbus between them has a timetable of its own.\n");
        terminal.await("\n     not meet it is out\n");
        terminal.resize(120, 30);
        terminal.await("1. must: there is no other way, so what does not meet it is out");
        terminal.awaitOnce(FIRST_QUESTION);
        terminal.press("Up");
        terminal.await("> 4. no: it does not matter");
    }

    @Test
    void backShowsTheAnswerThatWasGivenAndExplainItsSource() throws Exception {
        beginInterview();
        terminal.press("should", "Enter");
        terminal.await("2. Has one of you a driving licence?");
        terminal.press("?", "Enter");
        terminal.await("source: https://example.org/law");
        terminal.press("<", "Enter");
        terminal.await("> 2. should: important, but not at any price (default)");
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
        terminal.await("2. Has one of you a driving licence?");
        terminal.press("C-c");
        terminal.await("Your answers are in answers.yaml.");
        terminal.awaitStatus(130);
        assertEquals(
                "schema: 1\nbot:\n  name: relay\nneeds:\n  door-to-door: nice\n",
                Files.readString(folder.resolve("answers.yaml")));
        terminal.press("clear; " + ASK, "Enter");
        terminal.await("Resuming answers.yaml: 1 answered.");
        terminal.await("What is the bot called?");
        terminal.press("Enter");
        terminal.await("What does it do");
        terminal.press("Enter");
        terminal.await("> 3. nice: welcome (default)");
    }

    @Test
    void controlDEndsWithTwo() throws Exception {
        beginInterview();
        terminal.press("C-d");
        terminal.await("Your answers are in answers.yaml.");
        terminal.awaitStatus(2);
        assertTrue(terminal.screen().contains("still open: needs.reading, needs.door-to-door, "), terminal.screen());
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
