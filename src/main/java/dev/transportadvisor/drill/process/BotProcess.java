package dev.transportadvisor.drill.process;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A process with everything that it starts. When it is closed, or the program ends, nothing of it is left. */
public final class BotProcess implements AutoCloseable {

    /** How often it is looked which processes belong to it. */
    private static final Duration LOOK = Duration.ofMillis(500);

    /** How long its output may take after its end; a child that lives on keeps the pipe open. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    /** How long a process may take to end after it was killed. */
    private static final Duration KILL = Duration.ofSeconds(5);

    /** The status of a process that Ctrl-C has ended: 128 and the number of the signal. */
    private static final int INTERRUPTED = 130;

    /** Ctrl-C reaches this program as well, but on a busy machine it may hear of it later than of the bot's end. */
    private static final Duration OWN_INTERRUPT = Duration.ofSeconds(1);

    private final Process process;
    private final LogTail log;
    private final Thread reader;
    private final ShutdownHook onExit;
    private final ProcessTree tree;

    private BotProcess(Process process, Map<String, String> environment, ShutdownHook onExit) {
        this.process = process;
        this.onExit = onExit;
        log = new LogTail(new SecretMask(environment));
        tree = onExit.tree();
        reader = daemon("drill-log", () -> log.read(process.getInputStream()));
        daemon("drill-tree", this::watch);
    }

    /**
     * A bot, which finds the local Slack in its environment.
     *
     * @throws DrillException if there is no such program
     */
    public static BotProcess start(BotCommand command, Map<String, String> environment) {
        ProcessBuilder builder = builder(command);
        builder.environment().keySet().removeIf(BotProcess::isProxy);
        builder.environment().putAll(environment);
        return start(builder);
    }

    /**
     * What makes a bot from its sources.
     *
     * @throws DrillException if there is no such program
     */
    public static BotProcess build(BotCommand command) {
        return start(builder(command));
    }

    private static ProcessBuilder builder(BotCommand command) {
        ProcessBuilder builder = new ProcessBuilder(command.command())
                .directory(command.directory().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().putAll(command.environment());
        return builder;
    }

    private static BotProcess start(ProcessBuilder builder) {
        ShutdownHook onExit = ShutdownHook.ready();
        try {
            return new BotProcess(onExit.start(builder), builder.environment(), onExit);
        } catch (IOException e) {
            onExit.remove();
            throw new DrillException(
                    "`" + builder.command().get(0) + "` cannot be run in " + builder.directory()
                            + ": there is no such program, or no permission.");
        }
    }

    /** The local Slack is on this machine, and no proxy leads there. */
    private static boolean isProxy(String variable) {
        return Set.of("http_proxy", "https_proxy", "all_proxy").contains(variable.toLowerCase(Locale.ROOT));
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The last lines that it printed; of one that has ended, all that was still on the way. */
    public List<String> log() {
        if (!isAlive()) {
            join(reader);
        }
        return log.lines();
    }

    private static void join(Thread thread) {
        try {
            thread.join(LAST_WORDS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks it to end, with SIGTERM. */
    public void terminate() {
        tree.terminate();
    }

    /** The status of the process, once it has ended within this time. */
    public OptionalInt await(Duration bound) {
        try {
            if (!process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS)) {
                return OptionalInt.empty();
            }
            TimeUnit.MILLISECONDS.sleep(process.exitValue() == INTERRUPTED ? OWN_INTERRUPT.toMillis() : 0);
            return OptionalInt.of(process.exitValue());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    @Override
    public void close() {
        tree.kill();
        await(KILL);
        onExit.remove();
    }

    private void watch() {
        do {
            tree.look();
        } while (await(LOOK).isEmpty() && !Thread.currentThread().isInterrupted());
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
