package com.example.slackbot.feature.privatesystems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemClientTest {
    private PretendSystem system;
    private SystemClient client;

    @BeforeEach
    void start() throws IOException {
        system = new PretendSystem();
        client = system.client("Mill");
    }

    @AfterEach
    void stop() {
        system.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void readsOnceMoreWhatFailedOnItsWay(int status) throws Exception {
        system.answers("GET /x", status, "").answers("GET /x", 200, "{}");

        assertEquals(200, client.get("/x").statusCode());
        assertEquals(2, system.calls.size());
    }

    @Test
    void neverRepeatsAChange() throws Exception {
        system.answers("POST /x", 503, "");

        assertTrue(assertThrows(SystemTrouble.class, () -> client.post("/x", "application/json", "{}"))
                .getMessage().contains("status 503; look there whether it was done"));
        assertEquals(1, system.calls.size());
    }

    @Test
    void readsNoAnswerOfAnySize() throws Exception {
        SystemClient strict = system.client("Mill", 1_000);
        system.answers("GET /x", 200, "[" + "1,".repeat(500) + "1]")
                .answers("GET /y", 200, "\"" + "y".repeat(998) + "\"")
                .answers("POST /x", 200, "[" + "1,".repeat(500) + "1]");

        assertEquals("Mill answers more than the bot reads.",
                assertThrows(SystemTrouble.class, () -> strict.get("/x")).getMessage());
        assertTrue(assertThrows(SystemTrouble.class, () -> strict.post("/x", "text/plain", ""))
                .getMessage().contains("whether it was done"));
        assertEquals(1_000, strict.get("/y").body().length());
    }

    @Test
    void followsNoRedirect() throws Exception {
        try (PretendSystem other = new PretendSystem()) {
            system.answers("GET /x", 302, Map.of("Location", other.address() + "/x"), "");

            assertEquals(302, client.get("/x").statusCode());
            assertTrue(other.calls.isEmpty());
        }
    }

    @Test
    void waitsForNoEndlessAnswer() throws Exception {
        try (ServerSocket dripping = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> drip(dripping));
            server.setDaemon(true);
            server.start();
            SystemClient slow = new SystemClient("Mill", "http://127.0.0.1:" + dripping.getLocalPort(),
                    SystemCredentials.NONE);

            assertTimeout(Duration.ofMinutes(1),
                    () -> assertThrows(SystemTrouble.class, () -> slow.post("/x", "text/plain", "")));
        }
    }

    /** Sends headers at once and a byte now and then, without end. */
    private static void drip(ServerSocket server) {
        try (Socket socket = server.accept()) {
            String headers = "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n";
            socket.getOutputStream().write(headers.getBytes(StandardCharsets.US_ASCII));
            while (true) {
                socket.getOutputStream().write('x');
                Thread.sleep(200);
            }
        } catch (IOException | InterruptedException e) {
            // the client has hung up, as it should
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Please log in</html>", "", "ok", "{"})
    void takesNothingButJsonForAnAnswer(String page) throws Exception {
        system.answers("GET /x", 200, page);

        assertThrows(SystemTrouble.class, () -> client.json(client.get("/x")));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 403, 500})
    void tellsNeitherItsTokenNorTheAnswer(int status) throws Throwable {
        system.answers("GET /x", status, "{\"message\":\"secret-token\n<!channel>\"}");

        AtomicReference<String> told = new AtomicReference<>();
        String log = WrittenLog.during(() -> told.set(
                assertThrows(SystemTrouble.class, () -> client.json(client.get("/x"))).getMessage()));
        String sentence = told.get();
        assertTrue(log.contains("Mill answered " + status + ": {\"message\":\"... <!channel>\"}"), log);
        assertFalse(sentence.contains("secret") || sentence.contains("<!channel>"), sentence);
        assertTrue(sentence.startsWith("Mill ") && sentence.endsWith("."), sentence);
        assertFalse(client.toString().contains("secret"));
    }

    @Test
    void saysThatNobodyKnowsWhetherAChangeWasMade() {
        system.close();

        assertTrue(assertThrows(SystemTrouble.class, () -> client.post("/x", "text/plain", ""))
                .getMessage().contains("whether it was done"));
        assertEquals("Mill does not answer.",
                assertThrows(SystemTrouble.class, () -> client.get("/x")).getMessage());
    }
}
