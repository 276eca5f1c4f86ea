package dev.transportadvisor.drill;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A kind of step. Each kind stands in one place, with the parameters that it takes and what it does.
 *
 * @param name the word behind {@code do} in a scenario
 * @param isExpectation whether a bot can fail it
 * @param transports those over which it makes sense
 * @param reader makes a step of what a scenario says about it
 */
record StepKind(
        String name, boolean isExpectation, Set<Transport> transports, Function<StepParameters, Step> reader) {

    private static final Set<Transport> ALL = Set.copyOf(EnumSet.allOf(Transport.class));

    /** Something that happens to the bot. */
    static StepKind action(String name, Function<StepParameters, Step> reader) {
        return new StepKind(name, false, ALL, reader);
    }

    /** Something that is expected of the bot. */
    static StepKind expectation(String name, Function<StepParameters, Step> reader) {
        return new StepKind(name, true, ALL, reader);
    }

    StepKind only(Transport transport) {
        return new StepKind(name, isExpectation, Set.of(transport), reader);
    }

    /** The closed set of kinds, by their names. */
    static Map<String, StepKind> all() {
        Stream<StepKind> kinds = Stream.of(
                        SendingSteps.kinds(),
                        RequestSteps.kinds(),
                        ConnectionSteps.kinds(),
                        WebApiSteps.kinds(),
                        ProcessSteps.kinds(),
                        SocketLimitSteps.kinds(),
                        InstallationSteps.kinds(),
                        AnswerSteps.kinds())
                .flatMap(Function.identity());
        return new TreeMap<>(kinds.collect(Collectors.toMap(StepKind::name, Function.identity())));
    }
}
