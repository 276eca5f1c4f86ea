package dev.transportadvisor.cli.drill;

import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.drill.DrillListener;
import dev.transportadvisor.drill.Scenario;
import dev.transportadvisor.drill.Transport;

/** What the drill is doing, on one line of a terminal that is gone at the end; nothing where nobody watches. */
final class DrillProgress implements DrillListener, AutoCloseable {

    private static final String CLEAR = "\r\u001b[K";

    private final Console console;
    private final boolean isWatched;

    DrillProgress(Console console) {
        this.console = console;
        this.isWatched = console.watched().getAsBoolean();
    }

    @Override
    public void begins(Scenario scenario, Transport transport) {
        says(scenario.id() + " over " + transport.word());
    }

    /** It stays, watched or not: somebody may read it in the log of a CI. */
    @Override
    public synchronized void notes(String sentence) {
        console.err().print((isWatched ? CLEAR : "") + "note: " + sentence + "\n");
        console.err().flush();
    }

    /** @param doing what takes some time now */
    synchronized void says(String doing) {
        print(CLEAR + doing + " …");
    }

    @Override
    public void close() {
        print(CLEAR);
    }

    private void print(String text) {
        if (isWatched) {
            console.err().print(text);
            console.err().flush();
        }
    }
}
