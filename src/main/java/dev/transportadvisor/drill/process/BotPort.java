package dev.transportadvisor.drill.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for bots. A bot gets its number before it starts and keeps it while it starts again, so nobody holds the port
 * for a while: it must not be one that the system gives to outgoing connections, and no two bots may share one.
 */
public final class BotPort {

    /** Above the well-known services. */
    private static final int FIRST = 20_000;

    /** Linux gives 32768 and more to outgoing connections (ip(7)), other systems 49152 and more (RFC 6335). */
    private static final int END = 32_768;

    /** A start at random keeps two drills on a machine apart. */
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(END - FIRST));

    private BotPort() {}

    /** A port that nobody listens on, and that no other bot of this program has been given. */
    public static int free() {
        for (int tried = FIRST; tried < END; tried++) {
            int port = FIRST + NEXT.getAndUpdate(last -> (last + 1) % (END - FIRST));
            if (isFree(port)) {
                return port;
            }
        }
        throw new DrillException("No port from " + FIRST + " to " + (END - 1) + " is free for the bot.");
    }

    /** @throws DrillException if another program has the port */
    public static int wanted(int port) {
        if (!isFree(port)) {
            throw new DrillException(
                    "Port " + port + " is taken by another program. End it, or leave --port out for a free one.");
        }
        return port;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
