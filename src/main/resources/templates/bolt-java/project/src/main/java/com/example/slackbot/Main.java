package com.example.slackbot;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process: environment in, exit status out. Nothing else ends the JVM. */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private Main() {}

    /**
     * Runs the bot until SIGTERM or Ctrl-C. Exit status: 0 after a drained stop, 1 when the start failed or
     * work was left unfinished, 2 when a setting or a token is wrong.
     *
     * @param args not used; everything is set in the environment
     */
    public static void main(String[] args) {
        try {
            Bot bot = new Bot(Settings.read(System.getenv(), Settings.defaultTransport()));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(bot), "shutdown"));
            bot.start();
        } catch (StartupException e) {
            e.problems().forEach(System.err::println);
            end(e.status());
        } catch (RuntimeException e) {
            LOG.error("The bot cannot start", e);
            end(1);
        }
    }

    /** A JVM that SIGTERM ended exits with 143, which supervisors take for a failure, unless its hook halts it. */
    private static void stop(Bot bot) {
        int status = 1;
        try {
            status = bot.close() ? 0 : 1;
        } finally {
            end(status);
        }
    }

    /** Halt, not exit: exit would wait for the shutdown hook, or run it and take its status. */
    private static void end(int status) {
        Runtime.getRuntime().halt(status);
    }
}
