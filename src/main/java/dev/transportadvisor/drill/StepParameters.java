package dev.transportadvisor.drill;

import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.ScalarNode;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The parameters of a step, or of a scenario. What is missing or wrong is reported, and something stands in for it. */
record StepParameters(MappingReader reader) {

    static final int MOST = 99_999;

    private static final Pattern DURATION = Pattern.compile("(\\d{1,6}) (ms|s|min)");
    private static final Pattern COUNT = Pattern.compile("\\d{1,5}");

    /** A whole number and its unit: {@code 500 ms}, {@code 3 s}, {@code 2 min}. */
    Duration duration(String key) {
        return reader.requiredScalar(key)
                .flatMap(value -> matched(value, DURATION, "a time such as `500 ms`, `3 s` or `2 min`"))
                .map(StepParameters::duration)
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

    Duration secondsFromOneOn(String key) {
        Duration time = duration(key);
        if (time.toSeconds() < 1) {
            reader.node(key).ifPresent(value -> reader.problems().at(value.span(), "Expected at least `1 s`."));
            return Duration.ofSeconds(1);
        }
        return time;
    }

    int times() {
        return count("times", 1, 1, MOST);
    }

    int count(String key, int otherwise, int least, int most) {
        String wanted = "a whole number from " + least + " to " + most;
        Optional<Integer> count = reader.scalar(key)
                .flatMap(value -> matched(value, COUNT, wanted))
                .map(matcher -> Integer.valueOf(matcher.group()));
        if (count.isPresent() && (count.get() < least || count.get() > most)) {
            reader.node(key).ifPresent(value -> reader.problems().at(value.span(), "Expected " + wanted + "."));
            return otherwise;
        }
        return count.orElse(otherwise);
    }

    boolean flag(String key, boolean otherwise) {
        return reader.scalar(key)
                .flatMap(value -> reader.problems().choose(key, value, List.of(true, false), String::valueOf))
                .orElse(otherwise);
    }

    /** The constant that a word in kebab case names; the first one stands in. */
    <E extends Enum<E>> E choice(String key, E[] constants) {
        return reader.requiredChoice(
                        key, List.of(constants), constant -> constant.name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-'))
                .orElse(constants[0]);
    }

    List<String> texts(String key) {
        reader.requiredNode(key);
        return reader.texts(key);
    }

    Set<Integer> numbers(String key) {
        return reader.items(key).stream()
                .flatMap(item -> number(item).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Optional<Integer> number(Node item) {
        if (item instanceof ScalarNode scalar && COUNT.matcher(scalar.text()).matches()) {
            return Optional.of(Integer.valueOf(scalar.text()));
        }
        reader.problems().at(item.span(), "Expected a whole number.");
        return Optional.empty();
    }

    private Optional<Matcher> matched(ScalarNode value, Pattern pattern, String wanted) {
        Matcher matcher = pattern.matcher(value.text());
        if (matcher.matches()) {
            return Optional.of(matcher);
        }
        reader.problems().at(value.span(), "Expected " + wanted + ".");
        return Optional.empty();
    }
}
