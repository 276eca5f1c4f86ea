package dev.transportadvisor.decision.table;

import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Problems;
import java.util.ArrayList;
import java.util.List;

/** Reads what a table has said beside a decision: cautions and capabilities. */
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

    List<Capability> capabilities(List<MappingReader> readers) {
        // One may be called like the question that asks for it.
        IdReader own = new IdReader(problems);
        List<Capability> capabilities = new ArrayList<>();
        for (MappingReader reader : readers) {
            String id = own.read(reader);
            String means = reader.requiredText("means");
            reader.requiredNode("asked");
            List<Capability.Ask> asked = reader.mappings("asked", this::ask);
            capabilities.add(new Capability(
                    id, means, asked, reader.requiredText("missing"), problems.location(reader.span())));
            reader.rejectUnknownKeys();
        }
        return capabilities;
    }

    private Capability.Ask ask(MappingReader reader) {
        return new Capability.Ask(
                guards.required(reader), reader.requiredText("because"), reader.requiredText("source"));
    }
}
