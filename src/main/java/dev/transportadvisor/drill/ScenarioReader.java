package dev.transportadvisor.drill;

import dev.transportadvisor.drill.advice.Advice;
import dev.transportadvisor.drill.advice.Cause;
import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Problems;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SourceFile;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads scenarios, one from each file. */
public final class ScenarioReader {

    /**
     * How much faster than Slack's the retries come, unless a scenario says otherwise: Slack's six minutes of retries
     * (docs.slack.dev/apis/events-api) pass in 18 seconds, which leaves a bot on the JVM time for a restart.
     */
    private static final int TIME_SCALE = 20;

    private ScenarioReader() {}

    /**
     * The scenarios in the order of the drill.
     *
     * @throws InputException if a file is no scenario
     */
    public static List<Scenario> read(List<SourceFile> files) {
        return files.stream()
                .map(ScenarioReader::read)
                .sorted(Comparator.comparingInt(Scenario::order).thenComparing(Scenario::id))
                .toList();
    }

    static Scenario read(SourceFile file) {
        Problems problems = new Problems(file);
        MappingReader reader = new MappingReader("the scenario", DocumentReader.read(file), problems);
        StepParameters settings = new StepParameters(reader);
        Set<Transport> transports = EnumSet.noneOf(Transport.class);
        String id = id(reader, file);
        reader.requiredNode("transports");
        transports.addAll(reader.choices("transports", List.of(Transport.values()), Transport::word));
        Scenario scenario = new Scenario(
                id,
                settings.count("order", 0, 0, StepParameters.MOST),
                reader.requiredText("summary"),
                new Advice(
                        reader.requiredText("why"), reader.requiredText("remedy"), reader.requiredText("source")),
                Set.copyOf(reader.choices("knows", Cause.values())),
                Set.copyOf(transports),
                settings.count("replicas", 1, 1, DrillPlan.MOST_REPLICAS),
                settings.flag("beside", false),
                settings.count("time-scale", TIME_SCALE, 1, StepParameters.MOST),
                steps(reader, transports.isEmpty() ? EnumSet.allOf(Transport.class) : transports));
        reader.rejectUnknownKeys();
        problems.throwIfAny();
        checkCanFail(scenario, reader);
        problems.throwIfAny();
        return scenario;
    }

    /** A scenario that cannot fail proves nothing. */
    private static void checkCanFail(Scenario scenario, MappingReader reader) {
        if (scenario.transports().isEmpty()) {
            reader.node("transports").ifPresent(none -> reader.problems()
                    .at(none.span(), "A scenario needs a transport: socket-mode or events-api."));
        }
        for (Transport transport : new TreeSet<>(scenario.transports())) {
            if (scenario.steps(transport).stream().noneMatch(part -> part.kind().isExpectation())) {
                reader.node("steps").ifPresent(steps -> reader.problems()
                        .at(steps.span(), "Over " + transport.word() + " nothing is expected of the bot: the scenario"
                                + " could not fail."));
            }
        }
    }

    private static String id(MappingReader reader, SourceFile file) {
        Optional<ScalarNode> id = reader.requiredScalar("id");
        id.filter(text -> !file.path().endsWith("/" + text.text() + ".yaml"))
                .ifPresent(text -> reader.problems()
                        .at(text.span(), "A scenario's file is named after its id: `" + text.text() + ".yaml`."));
        return id.map(ScalarNode::text).orElse("");
    }

    private static List<Scenario.Part> steps(MappingReader reader, Set<Transport> transports) {
        reader.requiredNode("steps");
        return reader.mappings("steps").stream()
                .flatMap(step -> StepReader.read(step, transports).stream())
                .toList();
    }
}
