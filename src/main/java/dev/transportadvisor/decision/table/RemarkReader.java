package dev.transportadvisor.decision.table;

import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Problems;
import java.util.ArrayList;
import java.util.List;

/** Reads what a table has said beside a decision: cautions and gaps. */
final class RemarkReader {

    private final IdReader ids;
    private final ConditionReader conditions;
    private final Problems problems;

    RemarkReader(IdReader ids, ConditionReader conditions, Problems problems) {
        this.ids = ids;
        this.conditions = conditions;
        this.problems = problems;
    }

    List<Caution> cautions(List<MappingReader> readers, List<Alternative> alternatives) {
        List<Caution> cautions = new ArrayList<>();
        for (MappingReader reader : readers) {
            cautions.add(new Caution(
                    ids.read(reader),
                    reader.scalar("alternative")
                            .flatMap(node -> problems.choose("alternative", node, alternatives, Alternative::id)),
                    when(reader),
                    reader.requiredText("text"),
                    reader.requiredText("source"),
                    problems.location(reader.span())));
            reader.rejectUnknownKeys();
        }
        return cautions;
    }

    List<Gap> gaps(List<MappingReader> readers, List<Criterion> criteria) {
        List<Gap> gaps = new ArrayList<>();
        for (MappingReader reader : readers) {
            gaps.add(new Gap(
                    ids.read(reader),
                    reader.choices("criteria", criteria, Criterion::id).stream()
                            .map(Criterion::id)
                            .toList(),
                    when(reader),
                    reader.requiredText("text"),
                    problems.location(reader.span())));
            reader.rejectUnknownKeys();
        }
        return gaps;
    }

    private List<Condition> when(MappingReader reader) {
        return reader.mapping("when").map(conditions::read).orElse(List.of());
    }
}
