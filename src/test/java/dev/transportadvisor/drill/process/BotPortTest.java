package dev.transportadvisor.drill.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class BotPortTest {

    @Test
    void noTwoBotsShareAPort() {
        Set<Integer> ports = IntStream.range(0, 200).mapToObj(i -> BotPort.free()).collect(Collectors.toSet());
        assertEquals(200, ports.size());
    }

    /** While a bot starts again its port is free, and an outgoing connection would take it. */
    @Test
    void isNoneOfThoseThatLinuxGivesToOutgoingConnections() throws IOException {
        Path range = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
        Assumptions.assumeTrue(Files.exists(range), "Skipped: needs the settings of Linux in /proc");
        int first = Integer.parseInt(line(range).split("\\s+")[0]);
        Assumptions.assumeTrue(first >= 32_768, "Skipped: this machine has a range of its own");
        assertTrue(IntStream.range(0, 200).allMatch(i -> BotPort.free() < first));
    }

    @Test
    void whatAnotherProgramHasIsPassedOver() throws IOException {
        try (ServerSocket taken = taken()) {
            int next = taken.getLocalPort();
            assertTrue(BotPort.free() != next);
            assertEquals(
                    "Port " + next + " is taken by another program. End it, or leave --port out for a free one.",
                    assertThrows(DrillException.class, () -> BotPort.wanted(next)).getMessage());
        }
    }

    /** On the port that would be the next one for a bot. */
    private static ServerSocket taken() throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), BotPort.free() + 1));
            return socket;
        } catch (BindException e) { // another program was faster
            socket.close();
            return taken();
        }
    }

    /** With room for all of it: Linux gives a setting once, and no more than is asked for. */
    private static String line(Path setting) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(setting)) {
            return reader.readLine();
        }
    }
}
