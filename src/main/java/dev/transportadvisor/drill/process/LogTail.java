package dev.transportadvisor.drill.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** The last lines that a process printed, however much it prints and however long its lines are. */
final class LogTail {

    /** Enough to see why a bot ended, on one screen. */
    private static final int LINES = 20;

    private static final int COLUMNS = 400;

    /** What is kept of a line is longer, so that a secret at the end is whole when it is masked. */
    private static final int KEPT = 8_192;

    /** Colours, titles and movements of the cursor: ECMA-48, sections 5.3 to 5.6, and OSC as xterm ends it. */
    private static final Pattern TERMINAL_CONTROL =
            Pattern.compile("\\e(?:\\[[0-?]*[ -/]*[@-~]|][^\\a\\e]*(?:\\a|\\e\\\\)|[ -/]*[0-Z\\\\^-~])");

    private final SecretMask secrets;
    private final Deque<String> lines = new ArrayDeque<>(LINES);
    private final StringBuilder line = new StringBuilder();

    LogTail(SecretMask secrets) {
        this.secrets = secrets;
    }

    /** Reads until the stream ends, so that the process never waits for a reader. */
    void read(InputStream output) {
        char[] chunk = new char[8192];
        try (Reader reader = new InputStreamReader(output, StandardCharsets.UTF_8)) {
            for (int count = reader.read(chunk); count >= 0; count = reader.read(chunk)) {
                add(chunk, count);
            }
        } catch (IOException e) {
            // The process is gone, and its output with it.
        }
    }

    private synchronized void add(char[] chunk, int count) {
        for (int i = 0; i < count; i++) {
            if (chunk[i] == '\n') {
                endLine();
            } else if (line.length() < KEPT && chunk[i] != '\r') {
                line.append(chunk[i]);
            }
        }
    }

    private void endLine() {
        if (lines.size() == LINES) {
            lines.remove();
        }
        lines.add(line.toString());
        line.setLength(0);
    }

    private static String shortened(String text) {
        return text.length() > COLUMNS ? text.substring(0, COLUMNS) : text;
    }

    /** Before secrets are looked for, since a colour may begin in the middle of one. */
    private static String withoutControls(String text) {
        return TERMINAL_CONTROL.matcher(text).replaceAll("");
    }

    /** The last lines, without secrets. */
    synchronized List<String> lines() {
        if (line.length() > 0) {
            endLine();
        }
        return lines.stream()
                .map(LogTail::withoutControls)
                .map(secrets::masked)
                .map(LogTail::shortened)
                .toList();
    }
}
