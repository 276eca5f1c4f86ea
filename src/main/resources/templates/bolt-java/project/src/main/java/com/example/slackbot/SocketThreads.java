package com.example.slackbot;

import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.queue.SocketModeMessageQueue;
import com.slack.api.util.thread.DaemonThreadExecutorServiceProvider;
import com.slack.api.util.thread.DaemonThreadFactory;
import com.slack.api.util.thread.ExecutorServiceProvider;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads behind Bolt's {@link SocketModeClient}, without three weaknesses of its own.
 *
 * <ul>
 *   <li>It polls for messages every 10 ms: each answer waits up to 10 ms, and at most 1,000 messages a second get
 *       through. Here its pollers wait on a blocking queue, and there are so many that a listener that blocks does not
 *       hold up the others.
 *   <li>It connects before anyone can listen, so a quick hello would be missed. Here messages wait for
 *       {@link #release}.
 *   <li>Its session monitor ends for good when apps.connections.open answers ok=false while it reconnects, since a
 *       scheduled executor drops a job that throws. Here it tries again.
 * </ul>
 */
final class SocketThreads implements ExecutorServiceProvider {
    private static final Logger LOG = LoggerFactory.getLogger(SocketThreads.class);

    /** How many Bolt asks for: SocketModeClient.DEFAULT_MESSAGE_PROCESSOR_CONCURRENCY. */
    private static final int POLLERS = 10;

    /** Messages answered side by side. */
    private static final int THREADS = 60;

    private final ExecutorServiceProvider others = DaemonThreadExecutorServiceProvider.getInstance();
    private final CountDownLatch released = new CountDownLatch(1);

    /** Lets the client's messages through, now that listeners are attached. */
    void release(SocketModeClient client) {
        client.setMessageQueue(new WaitingQueue(client.getMessageQueue()));
        released.countDown();
    }

    @Override
    public ExecutorService createThreadPoolExecutor(String name, int size) {
        return others.createThreadPoolExecutor(name, size);
    }

    @Override
    public ScheduledExecutorService createThreadScheduledExecutor(String name) {
        if (name.endsWith("-message-processor")) {
            return new MessageProcessor(name);
        }
        if (name.endsWith("-session-monitor")) {
            return new SessionMonitor(name);
        }
        return others.createThreadScheduledExecutor(name);
    }

    private final class MessageProcessor extends ScheduledThreadPoolExecutor {
        MessageProcessor(String name) {
            super(THREADS, new DaemonThreadFactory(name));
        }

        @Override
        public ScheduledFuture<?> scheduleAtFixedRate(Runnable poll, long delay, long period, TimeUnit unit) {
            for (int i = 1; i < THREADS / POLLERS; i++) {
                execute(() -> pollUntilClosed(poll));
            }
            return schedule(() -> pollUntilClosed(poll), 0, unit);
        }

        private void pollUntilClosed(Runnable poll) {
            try {
                released.await();
                while (!isShutdown()) {
                    poll.run();
                }
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static final class SessionMonitor extends ScheduledThreadPoolExecutor {
        SessionMonitor(String name) {
            super(1, new DaemonThreadFactory(name));
        }

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(Runnable check, long delay, long pause, TimeUnit unit) {
            return super.scheduleWithFixedDelay(() -> checkAndSurvive(check), delay, pause, unit);
        }

        private static void checkAndSurvive(Runnable check) {
            try {
                check.run();
            } catch (RuntimeException e) {
                LOG.warn("Slack gave no new connection, trying again: {}", e.getMessage());
            }
        }
    }

    /** Blocks while there is nothing to do. A message may still reach the client's first queue while they change. */
    private record WaitingQueue(SocketModeMessageQueue first, LinkedBlockingQueue<String> messages)
            implements SocketModeMessageQueue {
        WaitingQueue(SocketModeMessageQueue first) {
            this(first, new LinkedBlockingQueue<>());
        }

        @Override
        public void add(String message) {
            messages.add(message);
        }

        @Override
        public String poll() {
            String early = first.poll();
            try {
                return early != null ? early : messages.poll(1, TimeUnit.SECONDS);
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
    }
}
