package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What simulate refuses; SimulateIT has what it does. */
class SimulateCommandTest {

    private static final String OTHER_MACHINE = "Allowed: an http or https URL of this machine, such as"
            + " http://localhost:3000/slack/events, since the local Slack sends nothing elsewhere.";

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();
            assertRefused(
                    "error: Port " + port
                            + " is taken by another program. Choose another one, or 0 for a free one.\n",
                    "--port",
                    "" + port);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/slack/events",
        "http://192.168.0.1:3000/",
        "http://localhost.example.com/",
        "http://user@example.com/@localhost",
        "ftp://localhost/",
        "localhost:3000",
        "http://",
        "http://[",
    })
    void aRequestUrlOfAnotherMachineIsRefused(String url) {
        assertRefused(
                "error: --request-url is '" + url + "'. " + OTHER_MACHINE + "\n", "--port", "0", "--request-url", url);
    }

    @ParameterizedTest
    @CsvSource({
        "--port,       -1,     --port is -1. Allowed: 0 to 65535.",
        "--port,       65536,  --port is 65536. Allowed: 0 to 65535.",
        "--time-scale, 0,      --time-scale is 0. Allowed: 1 to 100000.",
        "--time-scale, 100001, --time-scale is 100001. Allowed: 1 to 100000.",
    })
    void aNumberOutOfRangeIsRefused(String option, String value, String message) {
        assertRefused("error: " + message + "\n", option, value);
    }

    @Test
    void itsHelpFitsATerminal() {
        Run help = Run.of("simulate", "--help");
        assertEquals(ExitCode.OK.status(), help.status());
        assertTrue(help.out().lines().allMatch(line -> line.length() <= 80), help.out());
    }

    private static void assertRefused(String message, String... options) {
        Run run = Run.of(Stream.concat(Stream.of("simulate"), Arrays.stream(options)).toArray(String[]::new));
        assertEquals(message, run.err());
        assertEquals(ExitCode.USAGE.status(), run.status());
    }
}
