package dev.transportadvisor.decision.table;

import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the criteria of a decision table. */
final class CriterionReader {

    private final List<Alternative> alternatives;
    private final List<InputClause> inputs;
    private final List<Rule.Derived> rules;
    private final Problems problems;

    CriterionReader(
            List<Alternative> alternatives, List<InputClause> inputs, List<Rule.Derived> rules, Problems problems) {
        this.alternatives = alternatives;
        this.inputs = inputs;
        this.rules = rules;
        this.problems = problems;
    }

    /** The need that a criterion takes its importance from: the one that has its id. */
    private Optional<InputClause> need(String id) {
        return inputs.stream()
                .filter(input -> input.id().equals(id) && input.section() == InputClause.Section.NEEDS)
                .findFirst();
    }

    Criterion read(String id, MappingReader reader, int index) {
        Criterion criterion = new Criterion(
                id,
                reader.requiredText("label"),
                reader.requiredText("because"),
                reader.requiredText("source"),
                suitabilities(reader),
                need(id).map(input -> new Rule.Asked(input, problems.location(reader.span()))),
                rules.stream().filter(rule -> rule.criterion().equals(id)).toList(),
                reader.scalar("binds-development")
                        .flatMap(node ->
                                problems.choose("binds-development", node, List.of(true, false), String::valueOf))
                        .orElse(false),
                index,
                problems.location(reader.span()));
        reader.rejectUnknownKeys();
        return criterion;
    }

    private List<Criterion.Suitability> suitabilities(MappingReader criterion) {
        MappingReader fits = criterion.requiredMapping("fit");
        List<Criterion.Suitability> suitabilities = new ArrayList<>();
        for (Alternative alternative : alternatives) {
            suitabilities.add(suitability(fits.requiredMapping(alternative.id())));
        }
        fits.rejectUnknownKeys();
        return suitabilities;
    }

    private static Criterion.Suitability suitability(MappingReader reader) {
        Fit fit = reader.requiredChoice("is", List.of(Fit.values()), Fit::word).orElse(Fit.NO);
        Criterion.Suitability suitability = new Criterion.Suitability(fit, reader.requiredText("because"));
        reader.rejectUnknownKeys();
        return suitability;
    }
}
