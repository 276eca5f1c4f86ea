package dev.transportadvisor.cli.console;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicInteger;

/** How far long work is, on one line of a terminal that is gone at the end; nothing for short work or in CI. */
public final class Progress implements AutoCloseable {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration NEXT = Duration.ofMillis(200);
    private static final String CLEAR = "\r\u001b[K";

    private final Console console;
    private final int total;
    private final AtomicInteger done = new AtomicInteger();
    private final Timer timer = new Timer("progress", true);
    private final Duration next;
    private boolean isDrawn;
    private boolean isClosed;

    public Progress(Console console, int total) {
        this(console, total, FIRST, NEXT);
    }

    public Progress(Console console, int total, Duration first, Duration next) {
        this.console = console;
        this.total = total;
        this.next = next;
        timer.schedule(task(this::begin), first.toMillis());
    }

    /** Another one is done; from any thread. */
    public void step() {
        done.incrementAndGet();
    }

    /** Whether somebody watches is asked here, since it takes a moment. */
    private void begin() {
        if (console.watched().getAsBoolean()) {
            drawFromNowOn();
        }
    }

    private synchronized void drawFromNowOn() {
        if (!isClosed) {
            timer.schedule(task(this::draw), 0, next.toMillis());
        }
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

    private static TimerTask task(Runnable action) {
        return new TimerTask() {
            @Override
            public void run() {
                action.run();
            }
        };
    }
}
