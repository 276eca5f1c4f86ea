package dev.transportadvisor.cli.simulate;

import dev.transportadvisor.report.drill.SimulateFormatter;
import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.Watcher;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.socket.Connection;
import java.io.PrintStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Tells in a line of each connection and of what has become of each delivery. No delivery waits for the terminal. */
final class TerminalWatcher implements Watcher {

    /** Lines that wait for a terminal that is held up; what comes beyond is not told. */
    private static final int WAITING = 10_000;

    private final PrintStream terminal;
    private final Executor printer;

    /** From now on, tells of what happens. */
    static void tell(SlackSimulator slack, PrintStream terminal) {
        slack.watch(new TerminalWatcher(terminal));
    }

    private TerminalWatcher(PrintStream terminal) {
        this.terminal = terminal;
        printer = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                TerminalWatcher::thread,
                new ThreadPoolExecutor.DiscardPolicy());
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "terminal");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void changed(Connection connection) {
        String line = SimulateFormatter.connection(connection.id(), connection.state());
        printer.execute(() -> terminal.print(line));
    }

    @Override
    public void settled(Delivery delivery) {
        printer.execute(() -> terminal.print(SimulateFormatter.delivery(delivery)));
    }
}
