package com.example.slackbot.runtime;

import com.slack.api.Slack;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import com.slack.api.util.thread.DaemonThreadFactory;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The SDK's client for Socket Mode, without three weaknesses of its own.
 *
 * <ul>
 *   <li>It puts messages into a queue and looks there every 10 ms: each answer waits up to 10 ms, and at most 1,000
 *       messages a second get through. Here each message goes to a thread at once.
 *   <li>Its session monitor ends for good when apps.connections.open answers ok=false while it reconnects, since a
 *       scheduled executor drops a job that throws. Here it tries again.
 *   <li>Turned away from each new connection, it asks for the next one at once, of which Slack allows few. Here it
 *       waits, each time longer.
 * </ul>
 */
final class SocketClient extends SocketModeClientJavaWSImpl {
    private static final Logger LOG = LoggerFactory.getLogger(SocketClient.class);

    /** Messages answered side by side: a listener that blocks does not hold up the others. */
    private static final int THREADS = 60;

    private static final long PAUSE_MILLIS = 5_000;

    private static final long FIRST_WAIT_MILLIS = 1_000;
    private static final long LONGEST_WAIT_MILLIS = 60_000;

    /** A connection that was asked for this long ago has lasted: the next one need not wait. */
    private static final long LASTED_NANOS = TimeUnit.MINUTES.toNanos(2);

    private final AtomicInteger asked = new AtomicInteger();
    private long lastAsked = System.nanoTime() - LASTED_NANOS;
    private long pauseMillis;

    /** @param url from apps.connections.open, good for one connection */
    SocketClient(Slack slack, String appToken, String url) throws URISyntaxException {
        super(slack, appToken, url);
    }

    /** Called by the SDK's constructor: the threads, and none of them polls. */
    @Override
    public void initializeMessageProcessorExecutor(int concurrency) {
        setMessageProcessorExecutor(new ScheduledThreadPoolExecutor(
                THREADS,
                new DaemonThreadFactory("socket-mode"),
                new ThreadPoolExecutor.DiscardPolicy())); // what comes while it closes, Slack delivers again
    }

    /** Called by the WebSocket's one thread, which must not wait. */
    @Override
    public void enqueueMessage(String message) {
        getMessageProcessorExecutor().execute(() -> process(message));
    }

    private void process(String message) {
        try {
            processMessage(message);
        } catch (Exception e) { // Bolt and listeners may throw anything
            LOG.error("A message failed", e);
        }
    }

    /** Called by the session monitor, and on Slack's wish: when both come together, one is enough. */
    @Override
    public void connectToNewEndpoint() throws IOException {
        int before = asked.get();
        synchronized (asked) {
            if (before == asked.get() && waitForMyTurn()) {
                asked.incrementAndGet();
                super.connectToNewEndpoint();
            }
        }
    }

    /** @return false when the bot ends meanwhile */
    private boolean waitForMyTurn() {
        boolean lasted = System.nanoTime() - lastAsked >= LASTED_NANOS;
        pauseMillis = lasted ? 0 : Math.min(LONGEST_WAIT_MILLIS, Math.max(FIRST_WAIT_MILLIS, 2 * pauseMillis));
        try {
            Thread.sleep(pauseMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lastAsked = System.nanoTime();
        return isAutoReconnectEnabled();
    }

    /** Called by the session monitor. */
    @Override
    public long maintainCurrentSession() {
        try {
            return super.maintainCurrentSession();
        } catch (RuntimeException e) {
            LOG.warn("Slack gave no new connection, trying again: {}", e.getMessage());
            return System.currentTimeMillis() + PAUSE_MILLIS;
        }
    }
}
