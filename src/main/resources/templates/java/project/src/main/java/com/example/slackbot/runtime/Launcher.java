package com.example.slackbot.runtime;

import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import org.slf4j.LoggerFactory;

/** The process around a bot: its exit status, and nothing else ends the JVM. Bolt leaves SIGTERM to others. */
public final class Launcher {

    /** Puts a bot together from its settings. */
    public interface Maker {
        Service make() throws StartupException;
    }

    private Launcher() {}

    /**
     * Runs a service until SIGTERM or Ctrl-C. Exit status: 0 after a drained stop, 1 when the start failed or work was
     * left unfinished, 2 when a setting or a token is wrong.
     */
    public static void run(Maker maker) {
        readCertificates();
        try {
            Service service = maker.make();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service), "shutdown"));
            service.start();
        } catch (StartupException e) {
            e.problems().forEach(System.err::println);
            end(e.status());
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Launcher.class).error("The bot cannot start", e);
            end(1);
        }
    }

    /**
     * Begins to read Java's root certificates, on a thread of its own: it takes a third of the start, and the first
     * call to Slack needs them. Even the logger comes later.
     */
    public static void readCertificates() {
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
    private static void stop(Service service) {
        int status = 1;
        try {
            status = service.close() ? 0 : 1;
        } finally {
            end(status);
        }
    }

    /** Halt, not exit: exit would wait for the shutdown hook, or run it and take its status. */
    private static void end(int status) {
        Runtime.getRuntime().halt(status);
    }
}
