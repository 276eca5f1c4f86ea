package dev.transportadvisor.cli.console;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Standard output that remembers what went wrong: a {@link java.io.PrintStream} says only that something did, and a job
 * that redirects a report would take half of it for the whole.
 */
public final class StandardOutput extends FilterOutputStream {

    /** What Linux, macOS and Windows say when a reader such as {@code head} has read enough, which is no failure. */
    private static final String READ_ENOUGH = "(?i).*(broken pipe|pipe is being closed|pipe has been ended).*";

    private Optional<String> failure = Optional.empty();

    public StandardOutput(OutputStream out) {
        super(out);
    }

    /** Why the output is not whole. */
    public Optional<String> failure() {
        return failure;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        attempt(() -> out.write(bytes, offset, length));
    }

    @Override
    public void write(int value) throws IOException {
        attempt(() -> out.write(value));
    }

    @Override
    public void flush() throws IOException {
        attempt(out::flush);
    }

    private void attempt(Attempt attempt) throws IOException {
        try {
            attempt.run();
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            if (!reason.matches(READ_ENOUGH)) {
                failure = failure.or(() -> Optional.of(reason));
                throw e;
            }
        }
    }

    private interface Attempt {
        void run() throws IOException;
    }
}
