package dev.transportadvisor.decision.table;

import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Problems;
import java.util.ArrayList;
import java.util.List;

/** Reads what a table has said beside a decision: cautions and gaps. */
final class RemarkReader {

    /** What a remark can say that a recommendation is at most. */
    private static final List<Confidence> CAPS = List.of(Confidence.LEAN, Confidence.STRONG);

    private final IdReader ids;
    private final GuardReader guards;
    private final Problems problems;

    RemarkReader(IdReader ids, GuardReader guards, Problems problems) {
        this.ids = ids;
        this.guards = guards;
        this.problems = problems;
    }

    List<Caution> cautions(List<MappingReader> readers, List<Alternative> alternatives) {
        List<Caution> cautions = new ArrayList<>();
        for (MappingReader reader : readers) {
            cautions.add(new Caution(
                    ids.read(reader),
                    reader.scalar("alternative")
                            .flatMap(node -> problems.choose("alternative", node, alternatives, Alternative::id)),
                    guards.optional(reader),
                    reader.scalar("confidence")
                            .flatMap(node -> problems.choose("confidence", node, CAPS, Confidence::word)),
                    reader.scalar("brief").map(node -> reader.requiredText("brief")).orElse(""),
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
                    guards.cases(reader),
                    reader.requiredText("text"),
                    problems.location(reader.span())));
            reader.rejectUnknownKeys();
        }
        return gaps;
    }
}
