package dev.transportadvisor.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicInteger;

/** How far long work is, on one line of a terminal that is gone at the end; nothing for short work or in CI. */
final class Progress implements AutoCloseable {

    private static final long FIRST_MILLIS = 1000;
    private static final long NEXT_MILLIS = 200;
    private static final String CLEAR = "\r\u001b[K";

    private final Console console;
    private final int total;
    private final AtomicInteger done = new AtomicInteger();
    private final Timer timer = new Timer("progress", true);
    private boolean isDrawn;
    private boolean isClosed;

    Progress(Console console, int total) {
        this.console = console;
        this.total = total;
        timer.schedule(new Begin(), FIRST_MILLIS);
    }

    /** Another one is done; from any thread. */
    void step() {
        done.incrementAndGet();
    }

    private synchronized void draw() {
        if (!isClosed) {
            isDrawn = true;
            print(String.format(Locale.ROOT, "%sChecked %d of %d files", CLEAR, done.get(), total));
        }
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        timer.cancel();
        if (isDrawn) {
            print(CLEAR);
        }
    }

    private void print(String text) {
        PrintStream err = console.err();
        err.print(text);
        err.flush();
    }

    private final class Begin extends TimerTask {

        @Override
        public void run() {
            if (console.watched().getAsBoolean()) {
                draw();
                timer.schedule(new Again(), NEXT_MILLIS, NEXT_MILLIS);
            }
        }
    }

    private final class Again extends TimerTask {

        @Override
        public void run() {
            draw();
        }
    }
}
