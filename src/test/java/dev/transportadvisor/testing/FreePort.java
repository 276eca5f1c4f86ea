package dev.transportadvisor.testing;

import java.io.IOException;
import java.net.ServerSocket;

/** For programs that take no port 0, or do not say which one they got. */
public final class FreePort {

    private FreePort() {}

    /** A port on which nobody listens at the moment. */
    public static int find() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
