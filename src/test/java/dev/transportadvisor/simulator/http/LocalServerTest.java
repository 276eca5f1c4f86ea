package dev.transportadvisor.simulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.simulator.SimulatorSettings;
import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.slack.Limits;
import dev.transportadvisor.simulator.time.Eventually;
import dev.transportadvisor.simulator.time.ManualTimeline;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that do not keep to the rules, or take their time. */
class LocalServerTest {

    /** More than the server has threads. */
    private static final int SLOW_CLIENTS = 250;

    private final SlackSimulator slack = SlackSimulator.start(SimulatorSettings.DEFAULT, new ManualTimeline());
    private final List<Socket> clients = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
        slack.close();
    }

    @Test
    void clientsThatSendTheirBodiesSlowlyKeepNobodyElseWaiting() throws IOException {
        for (int i = 0; i < SLOW_CLIENTS; i++) {
            send("POST /api/auth.test HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{");
        }
        assertEquals("HTTP/1.1 200 OK", status(send("GET /simulator/state HTTP/1.1\r\nHost: localhost\r\n\r\n")));
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedBeforeItComes() throws IOException {
        Socket client = send("POST /api/auth.test HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\n\r\n");
        assertEquals("HTTP/1.1 413 Payload Too Large", status(client));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT"})
    void aRefusedBodyIsAnsweredInJson(String method) throws IOException {
        Socket client =
                send(method + " /simulator/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4194305\r\n\r\n");
        String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(answer.contains("\r\nContent-Type: application/json; charset=utf-8\r\n"), answer);
        assertTrue(answer.endsWith("\r\n\r\n{\"error\":\"Request body is too large: 4194305>4194304\"}"), answer);
    }

    @Test
    void aBodyOfUnknownLengthIsRefusedWhenItIsTooLarge() throws IOException {
        Socket client = send("POST /api/auth.test HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
        String chunk = "x".repeat(1 << 20);
        for (int i = 0; i < Limits.BODY_BYTES >> 20; i++) {
            write(client, "100000\r\n" + chunk + "\r\n");
        }
        write(client, "1\r\nx\r\n"); // no more than that: what is left unread when a line is closed resets it
        assertEquals("HTTP/1.1 413 Payload Too Large", status(client));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: localhost",
                "GET /nothing HTTP/1.1\r\nHost: localhost",
                "GET /simulator/state HTTP/1.1\r\nHost: localhost",
                "GET /simulator/state HTTP/1.1\r\nHost: elsewhere.example",
                "POST /api/api.test HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0",
                "POST /api/api.test HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4194305",
                "POST /response/nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0",
                "GET /link HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "NOT HTTP",
            })
    void everyAnswerIsTakenForWhatItIsSaidToBe(String request) throws IOException {
        Socket client = send(request + (request.startsWith("GET") ? "\r\nConnection: close" : "") + "\r\n\r\n");
        client.shutdownOutput();
        String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(answer.contains("\r\nX-Content-Type-Options: nosniff\r\n"), answer);
    }

    /** Slack answers in JSON whatever comes. */
    @Test
    void aQueryThatCannotBeReadIsRefusedAsSlackDoes() throws IOException {
        Socket client = send("GET /api/api.test?a=%zz HTTP/1.0\r\nHost: localhost\r\n\r\n");
        String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(answer.contains("{\"ok\":false,\"error\":\"invalid_form_data\"}"), answer);
    }

    private Socket send(String request) throws IOException {
        Socket client = new Socket("127.0.0.1", slack.port());
        client.setSoTimeout((int) Eventually.BOUND.toMillis());
        clients.add(client);
        write(client, request);
        return client;
    }

    private static void write(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String status(Socket client) throws IOException {
        InputStream in = client.getInputStream();
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\r'; next = in.read()) {
            line.append((char) next);
        }
        assertTrue(line.length() > 0, "no answer");
        return line.toString();
    }
}
