package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.cli.console.ExitCode;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What simulate refuses; SimulateIT has what it does. */
class SimulateCommandTest {

    @TempDir
    Path folder;

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
        "--port,       -1,     0 to 65535",
        "--port,       65536,  0 to 65535",
        "--time-scale, 0,      1 to 100000",
        "--time-scale, 100001, 1 to 100000",
    })
    void aNumberOutOfRangeIsRefused(String option, String value, String allowed) {
        assertRefused(
                "error: Invalid value for option '" + option + "': '" + value + "' is no whole number from " + allowed
                        + ".\nSee: transport-advisor simulate --help\n",
                option,
                value);
    }

    @Test
    void anAppThatDidNotOptInIsNotInstalledInAnOrganization() throws Exception {
        Path manifest = Files.writeString(folder.resolve("app.yaml"), "display_information: {name: deploy-bot}\n");
        assertRefused(
                "error: --org-wide: " + manifest + " is of an app that is installed in workspaces only, since"
                        + " settings.org_deploy_enabled is not true.\n",
                "--org-wide",
                "--manifest",
                manifest.toString());
    }

    @Test
    void aManifestThatIsNoneIsRefusedWithPositions() throws Exception {
        Path manifest = Files.writeString(folder.resolve("manifest.yaml"), """
                display_information: {name: deploy-bot}
                features:
                  slash_comands:
                    - {command: /deploy}
                settings:
                  socket_mode_enabled: perhaps
                """);
        Run run = Run.of("simulate", "--port", "0", "--manifest", manifest.toString());
        assertEquals(ExitCode.USAGE.status(), run.status());
        assertEquals(
                List.of(manifest + ":3:3: error:", manifest + ":6:24: error:"),
                run.err()
                        .lines()
                        .filter(line -> line.contains("error:"))
                        .map(line -> line.substring(0, line.indexOf("error:") + 6))
                        .toList());
    }

    @Test
    void aRefusedManifestDoesNotShowItsSecrets() throws Exception {
        String secret = "xoxb-" + "123456789012-123456789012-abcdefghijklmnopqrstuvwx";
        Files.writeString(folder.resolve("manifest.yaml"), "display_information: {name: bot, key: " + secret + "}\n");
        Run run = Run.in(folder, "", "simulate", "--port", "0", "--manifest", "manifest.yaml");
        assertEquals(ExitCode.USAGE.status(), run.status());
        assertTrue(run.err().startsWith("manifest.yaml:1:34: error: Unknown key `key`"), run.err());
        assertTrue(run.err().contains("key: ****"), run.err());
        assertFalse(run.err().contains("abcdefgh"), run.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "absent.yaml | ``          | error: absent.yaml: there is no such file.",
                "-           | settings: { | <stdin>:1:12: error: ",
                "-           | {\"schema\": 1, \"bot\": {}} | error: <stdin> is an answers file, not an app manifest.",
            })
    void aManifestThatCannotBeReadIsRefused(String path, String input, String start) {
        Run run = Run.in(folder, input, "simulate", "--port", "0", "--manifest", path);
        assertEquals(ExitCode.USAGE.status(), run.status());
        assertTrue(run.err().startsWith(start), run.err());
    }

    @Test
    void aFileThatHoldsNoStoryIsRefusedWithItsPlace() throws Exception {
        Files.writeString(folder.resolve("story.json"), "{\"schema\": 1, \"messages\": [{\"channel\": \"C01\"}]}");
        Run run = Run.in(folder, "", "simulate", "--port", "0", "--save", "story.json");
        assertEquals(ExitCode.USAGE.status(), run.status());
        assertTrue(run.err().startsWith("story.json:1:28: error: Missing key `body`"), run.err());
    }

    private static void assertRefused(String message, String... options) {
        Run run = Run.of(Stream.concat(Stream.of("simulate"), Arrays.stream(options)).toArray(String[]::new));
        assertEquals(message, run.err());
        assertEquals(ExitCode.USAGE.status(), run.status());
    }
}
