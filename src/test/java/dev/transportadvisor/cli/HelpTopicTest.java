package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.cli.help.HelpTopics;
import dev.transportadvisor.report.help.HelpTopic;
import dev.transportadvisor.simulator.SlackSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code help}: the topics say what is so. */
class HelpTopicTest {

    private static final Path FILES = Path.of("src/main/resources/help");

    @TempDir
    static Path folder;

    static List<String> names() {
        return HelpTopics.all().stream().map(HelpTopic::name).toList();
    }

    static List<ConsoleExample> examples() throws IOException {
        List<ConsoleExample> examples = new ArrayList<>();
        for (String name : names()) {
            examples.addAll(ConsoleExample.in(file(name)));
        }
        return examples;
    }

    @Test
    void theListHasALineForEachTopic() {
        Run run = Run.of("help");
        assertEquals(0, run.status());
        assertEquals(
                names(),
                Pattern.compile("(?m)^  ([a-z-]+)  +[A-Z]")
                        .matcher(run.out())
                        .results()
                        .map(line -> line.group(1))
                        .toList());
    }

    @Test
    void everyFileIsListed() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            assertEquals(
                    Stream.concat(Stream.of("topics"), names().stream().map(name -> name + ".md"))
                            .sorted()
                            .toList(),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void aTopicFitsATerminal(String name) {
        Run run = Run.of("help", name);
        assertAll(
                () -> assertEquals(0, run.status()),
                () -> assertEquals("", run.err()),
                () -> assertFalse(Main.everyCommand().subcommands().containsKey(name), "this is a command's name"),
                // What a program prints may be wider, as lint's findings are.
                () -> assertEquals(
                        List.of(),
                        run.out().lines()
                                .filter(line -> line.length() > 80 && !line.contains(": error: "))
                                .toList()));
    }

    @ParameterizedTest
    @CsvSource({"help lint, lint --help", "help rules explain, rules explain --help", "help help, help --help"})
    void aCommandHasItsOwnHelp(String asked, String shown) {
        assertEquals(Run.of(shown.split(" ")), Run.of(asked.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "formts     | There is no topic `formts`. Did you mean `formats`? See: transport-advisor help",
                "recomend   | There is no topic `recomend`. Did you mean `recommend`? See: transport-advisor help",
                "rules chek | There is no topic `rules chek`. See: transport-advisor help",
                "lint more  | There is no topic `lint more`. See: transport-advisor help",
            })
    void whatThereIsNotIsRefused(String words, String message) {
        assertEquals(new Run(2, "", "error: " + message + "\n"), Run.of(("help " + words).split(" ")));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsWhatTheProgramPrints(ConsoleExample example) throws IOException {
        example.check(folder);
    }

    /** As a word of its own, in backticks. */
    @Test
    void everyFormatIsExplained() throws IOException {
        String topic = Files.readString(file("formats"));
        assertEquals(
                List.of(),
                formats(Main.everyCommand())
                        .filter(format -> !topic.contains("`" + format + "`"))
                        .toList());
    }

    private static Stream<String> formats(CommandSpec command) {
        OptionSpec format = command.findOption("--format");
        Stream<String> own = format == null
                ? Stream.of()
                : StreamSupport.stream(format.completionCandidates().spliterator(), false);
        return Stream.concat(
                own, command.subcommands().values().stream().flatMap(sub -> formats(sub.getCommandSpec())));
    }

    /** An option that a topic names is one of a command. */
    @ParameterizedTest
    @MethodSource("names")
    void everyOptionIsThere(String name) throws IOException {
        Set<String> known = options(Main.everyCommand()).collect(Collectors.toSet());
        List<String> named = Pattern.compile("`(--?[a-z][a-z-]*)")
                .matcher(Files.readString(file(name)))
                .results()
                .map(option -> option.group(1))
                .filter(option -> !known.contains(option))
                .toList();
        assertEquals(List.of(), named);
    }

    private static Stream<String> options(CommandSpec command) {
        return Stream.concat(
                command.options().stream().flatMap(option -> Stream.of(option.names())),
                command.subcommands().values().stream().flatMap(sub -> options(sub.getCommandSpec())));
    }

    @Test
    void theSuppressionsAreUnderstood() throws IOException {
        List<String> blocks = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$")
                .matcher(Files.readString(file("suppressions")))
                .results()
                .map(block -> block.group(1))
                .toList();
        Files.writeString(folder.resolve("suppressed.yaml"), blocks.get(0));
        Files.writeString(folder.resolve(".transport-advisor.yaml"), blocks.get(1));
        Run run = Run.in(folder, "", "lint", "suppressed.yaml");
        assertTrue(run.out().contains(" in 1 file\n"), run.err());
        assertFalse(run.out().contains("[invalid-suppression]"), run.out());
    }

    /** The local Slack says itself what can be asked of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing     | {}",
                "forgeries   | {\"forgery\": \"?\"}",
                "checks      | {\"check\": \"?\"}",
                "faults      | {\"method\": \"chat.postMessage\", \"fault\": \"?\"}",
            })
    void allThatTheControlApiKnowsIsExplained(String name, String body) throws Exception {
        String topic = Files.readString(file("control-api"));
        Set<String> unexplained = new TreeSet<>();
        try (SlackSimulator slack = SlackSimulator.start()) {
            Pattern.compile("[a-z_]+")
                    .matcher(post(slack, name, body).replaceFirst("(?s).*(Allowed: |post to )", ""))
                    .results()
                    .map(word -> word.group())
                    .filter(word -> !topic.contains("`" + word + "`") && !topic.contains("\"" + word + "\""))
                    .forEach(unexplained::add);
        }
        assertEquals(Set.of(), unexplained);
    }

    static List<String> controls() throws IOException {
        return Pattern.compile("(?m)^- (`[a-z]+` `\\{.*?\\}`): ")
                .matcher(Files.readString(file("control-api")))
                .results()
                .map(item -> item.group(1))
                .toList();
    }

    /** As far as it can be without a bot. */
    @ParameterizedTest
    @MethodSource("controls")
    void anExampleOfTheControlApiIsUnderstood(String control) throws Exception {
        String[] parts = control.split("`");
        try (SlackSimulator slack = SlackSimulator.start()) {
            String answer = post(slack, parts[1], parts[3]);
            assertFalse(answer.matches("(?s).*(is missing|is to be|Allowed:|There is nothing at).*"), answer);
        }
    }

    @Test
    void theTestInJavaCompiles() throws IOException {
        String example = Pattern.compile("(?ms)^```java\n(.*?)^```$")
                .matcher(Files.readString(file("simulator-in-tests")))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining());
        Path source = Files.writeString(
                folder.resolve("Example.java"),
                """
                import static org.junit.jupiter.api.Assertions.*;
                import dev.transportadvisor.simulator.*;
                import dev.transportadvisor.simulator.delivery.*;
                import java.time.Duration;
                class Example {
                    interface Bot { void start(java.util.Map<String, String> environment); }
                    void test(Bot bot) {
                """
                        + example + "}}");
        String classPath = System.getProperty("java.class.path");
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", classPath, "-d", folder.toString(), source.toString());
        assertEquals(0, status);
    }

    private static String post(SlackSimulator slack, String name, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(slack.url() + "simulator/" + name))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        String answer = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        return answer.replaceAll("^\\{\\s*\"error\"\\s*:\\s*\"|\"\\s*}\\s*$", "");
    }

    private static Path file(String name) {
        return FILES.resolve(name + ".md");
    }
}
