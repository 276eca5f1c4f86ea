package dev.transportadvisor.drill;

import dev.transportadvisor.source.MappingReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the step that a scenario names, with the parameters that it gives. */
final class StepReader {

    private static final Map<String, StepKind> KINDS = StepKind.all();

    private StepReader() {}

    /** @return nothing if there is no such kind of step, which is reported */
    static Optional<Scenario.Part> read(MappingReader reader, Set<Transport> all) {
        Optional<StepKind> kind = reader.requiredChoice("do", KINDS.values(), StepKind::name);
        List<Transport> only = reader.choices("only", all, Transport::word);
        return kind.map(known -> read(known, reader, only.isEmpty() ? all : Set.copyOf(only)));
    }

    private static Scenario.Part read(StepKind kind, MappingReader reader, Set<Transport> transports) {
        if (!kind.transports().containsAll(transports)) {
            String only = kind.transports().iterator().next().word();
            reader.problems()
                    .at(reader.span(), "`" + kind.name() + "` is for " + only + " only. Add `only: " + only + "`.");
        }
        Step step = kind.reader().apply(new StepParameters(reader));
        reader.rejectUnknownKeys();
        return new Scenario.Part(kind, step, transports);
    }
}
