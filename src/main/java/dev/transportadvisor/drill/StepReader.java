package dev.transportadvisor.drill;

import dev.transportadvisor.simulator.events.Forgery;
import dev.transportadvisor.simulator.socket.DisconnectReason;
import dev.transportadvisor.simulator.web.Fault;
import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.ScalarNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the step that a scenario names, with the parameters that it gives. */
final class StepReader {

    private static final String DO = "do";

    private static final Pattern DURATION = Pattern.compile("(\\d{1,6}) (ms|s|min)");

    private static final Pattern COUNT = Pattern.compile("\\d{1,5}");
    static final int MOST = 99_999;

    /** The closed set of kinds. */
    private static final Map<String, Function<MappingReader, Step>> KINDS = new TreeMap<>(Map.ofEntries(
            Map.entry("send", reader -> new Act.Send(what(reader), times(reader))),
            Map.entry("stream", reader -> new Act.Stream(
                    what(reader), times(reader), duration(reader, "every"))),
            Map.entry("all-sent", reader -> new Act.AllSent()),
            Map.entry("repeat", reader -> new Act.Repeat()),
            Map.entry("replay", reader -> new Act.Replay()),
            Map.entry("forge", reader -> new Act.Forge(choice(reader, "as", Forgery.values()))),
            Map.entry("challenge", reader -> new Act.Challenge()),
            Map.entry("disconnect", reader -> new Act.Disconnect(choice(reader, "reason", DisconnectReason.values()))),
            Map.entry("silence", reader -> new Act.Silence()),
            Map.entry("cut", reader -> new Act.Cut()),
            Map.entry("slow-api", reader -> new Act.SlowApi(texts(reader, "methods"), duration(reader, "by"))),
            Map.entry("limit-api", reader -> new Act.LimitApi(
                    texts(reader, "methods"), times(reader), retryAfter(reader))),
            Map.entry("break-api", reader -> new Act.BreakApi(
                    texts(reader, "methods"),
                    count(reader, "status", 503, Fault.Broken.LOWEST, Fault.Broken.HIGHEST))),
            Map.entry("repair-api", reader -> new Act.RepairApi()),
            Map.entry("terminate", reader -> new Act.Terminate()),
            Map.entry("start", reader -> new Act.Start(flag(reader, "watched", false))),
            Map.entry("start-second", reader -> new Act.StartSecond(duration(reader, "within"))),
            Map.entry("pause", reader -> new Act.Pause(duration(reader, "time"))),
            Map.entry("acknowledged", reader -> new Expectation.Acknowledged(
                    duration(reader, "within"), count(reader, "retries", 0, 0, MOST))),
            Map.entry("refused", reader -> new Expectation.Refused(duration(reader, "within"))),
            Map.entry("handled", reader -> new Expectation.Handled(
                    duration(reader, "within"), flag(reader, "once", true))),
            Map.entry("quiet", reader -> new Expectation.Quiet(duration(reader, "time"))),
            Map.entry("connected", reader -> new Expectation.Connected(duration(reader, "within"))),
            Map.entry("ready", reader -> new Expectation.Ready(duration(reader, "within"))),
            Map.entry("unready", reader -> new Expectation.Unready(duration(reader, "within"))),
            Map.entry("ended", reader -> new Expectation.Ended(
                    duration(reader, "within"), numbers(reader, "statuses")))));

    /** Over a socket, nothing is signed and no address checked; over HTTP, there is no connection to lose. */
    private static final Map<String, Transport> ONLY = Map.of(
            "replay", Transport.EVENTS_API,
            "forge", Transport.EVENTS_API,
            "challenge", Transport.EVENTS_API,
            "disconnect", Transport.SOCKET_MODE,
            "silence", Transport.SOCKET_MODE,
            "cut", Transport.SOCKET_MODE,
            "start-second", Transport.SOCKET_MODE,
            "connected", Transport.SOCKET_MODE);

    private StepReader() {}

    /** A pause of no time stands for a step that could not be read, which is reported. */
    static Scenario.Part read(MappingReader reader, Set<Transport> all) {
        Optional<String> kind = reader.requiredChoice(DO, KINDS.keySet(), name -> name);
        List<Transport> only = reader.choices("only", all, Transport::word);
        Set<Transport> transports = only.isEmpty() ? all : Set.copyOf(only);
        kind.filter(ONLY::containsKey)
                .filter(name -> !Set.of(ONLY.get(name)).containsAll(transports))
                .ifPresent(name -> reader.problems().at(reader.span(), onlyOver(name, ONLY.get(name).word())));
        Step step = kind.map(name -> KINDS.get(name).apply(reader)).orElse(new Act.Pause(Duration.ZERO));
        if (kind.isPresent()) {
            reader.rejectUnknownKeys();
        }
        return new Scenario.Part(step, transports);
    }

    private static String onlyOver(String kind, String transport) {
        return "`" + kind + "` is for " + transport + " only. Add `only: " + transport + "`.";
    }

    /** A whole number and its unit: {@code 500 ms}, {@code 3 s}, {@code 2 min}. */
    private static Duration duration(MappingReader reader, String key) {
        return reader.requiredScalar(key)
                .flatMap(value -> matched(reader, value, DURATION, "a time such as `500 ms`, `3 s` or `2 min`"))
                .map(StepReader::duration)
                .orElse(Duration.ZERO);
    }

    private static Duration duration(Matcher matcher) {
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        };
    }

    /** The header is in whole seconds: docs.slack.dev/apis/web-api/rate-limits. */
    private static Duration retryAfter(MappingReader reader) {
        Duration time = duration(reader, "retry-after");
        if (time.toSeconds() < 1) {
            reader.node("retry-after").ifPresent(value -> reader.problems()
                    .at(value.span(), "Expected at least `1 s`."));
            return Duration.ofSeconds(1);
        }
        return time;
    }

    private static int times(MappingReader reader) {
        return count(reader, "times", 1, 1, MOST);
    }

    static int count(MappingReader reader, String key, int otherwise, int least, int most) {
        String wanted = "a whole number from " + least + " to " + most;
        Optional<Integer> count = reader.scalar(key)
                .flatMap(value -> matched(reader, value, COUNT, wanted))
                .map(matcher -> Integer.valueOf(matcher.group()));
        if (count.isPresent() && (count.get() < least || count.get() > most)) {
            reader.node(key).ifPresent(value -> reader.problems().at(value.span(), "Expected " + wanted + "."));
            return otherwise;
        }
        return count.orElse(otherwise);
    }

    static boolean flag(MappingReader reader, String key, boolean otherwise) {
        return reader.scalar(key)
                .flatMap(value -> reader.problems().choose(key, value, List.of(true, false), String::valueOf))
                .orElse(otherwise);
    }

    private static Optional<Matcher> matched(MappingReader reader, ScalarNode value, Pattern pattern, String wanted) {
        Matcher matcher = pattern.matcher(value.text());
        if (matcher.matches()) {
            return Optional.of(matcher);
        }
        reader.problems().at(value.span(), "Expected " + wanted + ".");
        return Optional.empty();
    }

    private static Step.What what(MappingReader reader) {
        return choice(reader, "what", Step.What.values());
    }

    /** The constant that a word names; the first one stands for a word that is missing or wrong, which is reported. */
    private static <E extends Enum<E>> E choice(MappingReader reader, String key, E[] constants) {
        return reader.requiredChoice(
                        key, List.of(constants), constant -> constant.name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-'))
                .orElse(constants[0]);
    }

    private static List<String> texts(MappingReader reader, String key) {
        reader.requiredNode(key);
        List<String> texts = new ArrayList<>();
        for (Node item : reader.items(key)) {
            if (item instanceof ScalarNode scalar) {
                texts.add(scalar.text());
            } else {
                reader.problems().at(item.span(), "Expected text, not " + item.kindName() + ".");
            }
        }
        return List.copyOf(texts);
    }

    private static Set<Integer> numbers(MappingReader reader, String key) {
        Set<Integer> numbers = new LinkedHashSet<>();
        for (Node item : reader.items(key)) {
            if (item instanceof ScalarNode scalar && COUNT.matcher(scalar.text()).matches()) {
                numbers.add(Integer.valueOf(scalar.text()));
            } else {
                reader.problems().at(item.span(), "Expected a whole number.");
            }
        }
        return numbers;
    }
}
