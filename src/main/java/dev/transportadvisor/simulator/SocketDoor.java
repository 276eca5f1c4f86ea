package dev.transportadvisor.simulator;

import dev.transportadvisor.simulator.http.LocalServer;
import dev.transportadvisor.simulator.http.OriginCheck;
import dev.transportadvisor.simulator.http.WebRequest;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.slack.Limits;
import dev.transportadvisor.simulator.socket.SocketConnection;
import dev.transportadvisor.simulator.socket.SocketMode;
import java.time.Duration;
import java.util.Optional;

/** Where WebSockets come in: the address that {@code apps.connections.open} gives out, and who is let in. */
record SocketDoor(SocketMode socketMode) {

    /** An address for one connection of a process. */
    String url(int port, String process) {
        return "ws://" + LocalServer.HOST + ":" + port + LocalServer.SOCKET_PATH + "?ticket="
                + socketMode.ticket(process) + "&app_id=" + Identity.APP;
    }

    /** The new connection; empty if the request is refused. */
    Optional<SocketConnection> open(WebRequest request) {
        boolean isShort = request.parameter("debug_reconnects").equals("true");
        Duration life = isShort ? Limits.DEBUG_CONNECTION_LIFE : Limits.CONNECTION_LIFE;
        return OriginCheck.passes(request) ? socketMode.redeem(request.parameter("ticket"), life) : Optional.empty();
    }
}
