package dev.transportadvisor.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A shell in a pseudo-terminal: tmux types, and shows what a person would see. */
public final class Tmux {

    private static final long SECONDS = 60;

    /** What Java says of a process that was killed: 128 and the number of the signal. */
    private static final int KILLED = 137;

    private final String socket;

    private Tmux(String socket) {
        this.socket = socket;
    }

    public static boolean isThere() {
        try {
            return Bounded.process(new ProcessBuilder("tmux", "-V").start(), SECONDS).waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Tmux open(Path folder, int columns, int rows) throws Exception {
        Tmux tmux = new Tmux("ask-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
        tmux.tmux(
                "-f",
                "/dev/null",
                "new-session",
                "-d",
                "-x",
                "" + columns,
                "-y",
                "" + rows,
                "-c",
                folder.toString(),
                "env",
                "PS1=status=$?> ",
                "sh");
        tmux.await("status=0>");
        return tmux;
    }

    /** Waits until the program has ended and the shell is back, with the status of the program. */
    public void awaitStatus(int status) throws Exception {
        await("\nstatus=" + status + ">\n");
    }

    /** Presses keys by tmux's names for them; other words are typed letter by letter. */
    public void press(String... keys) throws Exception {
        List<String> command = new ArrayList<>(List.of("send-keys"));
        command.addAll(List.of(keys));
        tmux(command.toArray(String[]::new));
    }

    /** Answers each question with a key until the screen shows a text; a key too many would go to the shell. */
    public void answerUntil(String text, String key) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        String answered = "";
        String screen = screen();
        while (!screen.contains(text) && System.nanoTime() < end) {
            if (!screen.equals(answered) && isQuestion(screen)) {
                press(key);
                answered = screen;
            }
            TimeUnit.MILLISECONDS.sleep(20);
            screen = screen();
        }
        await(text);
    }

    /** Whether the cursor waits behind the words that ask for an answer. */
    private boolean isQuestion(String screen) throws Exception {
        String stripped = screen.stripTrailing();
        boolean isAsked = stripped.substring(stripped.lastIndexOf('\n') + 1).startsWith("Answer");
        return isAsked && !tmux("display-message", "-p", "#{cursor_x}").strip().equals("0");
    }

    public void resize(int columns, int rows) throws Exception {
        tmux("resize-window", "-x", "" + columns, "-y", "" + rows);
    }

    public String screen() throws Exception {
        return tmux("capture-pane", "-p");
    }

    /** The screen with its escape sequences. */
    public String colours() throws Exception {
        return tmux("capture-pane", "-p", "-e");
    }

    /** Waits until the screen shows a text. */
    public String await(String text) throws Exception {
        return await(text, screen -> screen.contains(text));
    }

    /** Waits until the screen shows a text just once: while it is drawn anew, old and new may be there. */
    public String awaitOnce(String text) throws Exception {
        return await(text + " once", screen -> screen.split(Pattern.quote(text), -1).length == 2);
    }

    private String await(String what, Predicate<String> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        String screen = screen();
        while (!condition.test(screen) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(20);
            screen = screen();
        }
        assertTrue(condition.test(screen), "no " + what + " in\n" + screen);
        return screen;
    }

    private String tmux(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("tmux", "-L", socket));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out =
                new String(Bounded.process(process, SECONDS).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor() != KILLED, "tmux hangs: " + command);
        return out;
    }

    /** Ends the shell and everything in it. */
    public void close() throws Exception {
        tmux("kill-server");
    }
}
