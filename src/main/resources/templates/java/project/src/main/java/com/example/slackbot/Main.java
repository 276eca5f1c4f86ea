package com.example.slackbot;

import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import org.slf4j.LoggerFactory;

/** The process: environment in, exit status out. Nothing else ends the JVM. */
public final class Main {
    private Main() {}

    /**
     * Runs the bot until SIGTERM or Ctrl-C. Exit status: 0 after a drained stop, 1 when the start failed or
     * work was left unfinished, 2 when a setting or a token is wrong.
     *
     * @param args not used; everything is set in the environment
     */
    public static void main(String[] args) {
        readCertificates();
        try {
            Bot bot = new Bot(Settings.read(System.getenv(), Settings.defaultTransport()));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(bot), "shutdown"));
            bot.start();
        } catch (StartupException e) {
            e.problems().forEach(System.err::println);
            end(e.status());
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Main.class).error("The bot cannot start", e);
            end(1);
        }
    }

    /**
     * Begins to read Java's root certificates, on a thread of its own: it takes a third of the start, and the first
     * call to Slack needs them. Even the logger comes later.
     */
    static void readCertificates() {
        Thread reader = new Thread(
                () -> {
                    try {
                        SSLContext.getDefault();
                    } catch (NoSuchAlgorithmException e) {
                        throw new IllegalStateException("Every JDK has TLS", e);
                    }
                },
                "certificates");
        reader.setDaemon(true);
        reader.start();
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
