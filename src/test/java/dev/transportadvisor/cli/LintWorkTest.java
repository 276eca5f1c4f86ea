package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.testing.Slow;
import dev.transportadvisor.testing.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file is full of, the work grows with it and no faster. */
@Slow
class LintWorkTest {

    private static final int PARTS = 1_000;

    private static final String NAME = "display_information: {name: x}\n";

    /** What a file is full of: what begins it, what repeats with its number in the place of #, and what ends it. */
    private record Full(String start, String part, String end) {

        private String text(int parts) {
            return IntStream.range(0, parts)
                    .mapToObj(number -> part.replace("#", String.valueOf(number)))
                    .collect(Collectors.joining("", start, end));
        }
    }

    private static final Map<String, Full> FULL = Map.ofEntries(
            Map.entry("keys", new Full(NAME, "k#: x\n", "")),
            Map.entry("keys near others", new Full(NAME + "settings:\n", "  socket_mode_enable#: x\n", "")),
            Map.entry("doubled keys", new Full("", NAME, "")),
            Map.entry("doubled keys on a line", new Full(NAME + "settings: {", "org_deploy_enabled: true, ", "}\n")),
            Map.entry("doubled entries", new Full(NAME + "outgoing_domains: [", "a,", "]\n")),
            Map.entry("scopes", new Full(NAME + "oauth_config:\n  scopes:\n    bot:\n", "    - chat:w#\n", "")),
            Map.entry("scopes on a line", new Full(NAME + "oauth_config: {scopes: {bot: [", "chat:w#, ", "]}}")),
            Map.entry("events", new Full(NAME + "settings: {event_subscriptions: {bot_events: [", "im_open,", "]}}")),
            Map.entry("commands", new Full(NAME + "features:\n  slash_commands:\n", "  - {command: /help #}\n", "")),
            Map.entry("hosts", new Full(
                    NAME + "features:\n  slash_commands:\n", "  - {command: /c#, url: 'http://h#.ngrok.io/a#'}\n", "")),
            Map.entry("placeholders", new Full(
                    NAME + "features:\n  slash_commands:\n", "  - {command: /c#, url: 'https://${HOST_#}/x'}\n", "")),
            Map.entry("secrets", new Full(NAME, "k#: xoxb-1234567890-#-" + "a".repeat(24) + "\n", "")),
            Map.entry("aliases", new Full(NAME + "features: &f {shortcuts: [{a: b}]}\nk: [", "*f, ", "]\n")),
            Map.entry("comments", new Full(NAME, "k#: x # advisor:ignore unknown-key -- mine\n", "")),
            Map.entry("comments alone", new Full(NAME, "# advisor:ignore unknown-key -- mine\n", "")),
            Map.entry("emoji", new Full(NAME + "oauth_config: {scopes: {bot: [", "\uD83D\uDE00#, ", "]}}")),
            Map.entry("functions", new Full(NAME + "functions:\n", "  f#: {}\n", "")),
            Map.entry("what breaks off", new Full(NAME, "k#: x\n", "a: [\n")));

    @TempDir
    Path folder;

    static Stream<Arguments> everyFileAndFixesOfSome() {
        return Stream.concat(
                FULL.keySet().stream().sorted().map(what -> Arguments.of(what, "--format=text")),
                Stream.of("doubled keys", "keys near others").map(what -> Arguments.of(what, "--diff")));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("everyFileAndFixesOfSome")
    void fourTimesAsMuchTakesFarLessThanSixteenTimesAsLong(String what, String option) {
        double times = Work.timesForFourTimes(PARTS, parts -> {
            Path file = folder.resolve(parts + ".yaml");
            write(file, FULL.get(what).text(parts));
            return () -> assertTrue(Run.of("lint", file.toString(), option).status() < 2);
        });

        assertTrue(times < Work.MOST_TIMES, "%.1f times as long".formatted(times));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
