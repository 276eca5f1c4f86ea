package dev.transportadvisor.decision.table;

import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the criteria of a decision table. */
final class CriterionReader {

    private static final Fits NONE = new Fits(new Fits.Suitability(Fit.NO, ""), List.of());

    private final List<Alternative> alternatives;
    private final List<InputClause> inputs;
    private final List<Rule.Derived> rules;
    private final GuardReader guards;
    private final Problems problems;
    private final Map<Alternative, List<String>> missing = new LinkedHashMap<>();

    CriterionReader(
            List<Alternative> alternatives,
            List<InputClause> inputs,
            List<Rule.Derived> rules,
            GuardReader guards,
            Problems problems) {
        this.alternatives = alternatives;
        this.inputs = inputs;
        this.rules = rules;
        this.guards = guards;
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
                fits(id, reader),
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

    private List<Fits> fits(String id, MappingReader criterion) {
        MappingReader fits = criterion.requiredMapping("fit");
        List<Fits> read = new ArrayList<>();
        for (Alternative alternative : alternatives) {
            Optional<MappingReader> reader = fits.mapping(alternative.id());
            if (reader.isEmpty()) {
                missing.computeIfAbsent(alternative, any -> new ArrayList<>()).add(id);
            }
            read.add(reader.map(this::fits).orElse(NONE));
        }
        fits.rejectUnknownKeys();
        return read;
    }

    /** One error for each alternative that lacks fits: whoever adds one wants to know where it is to be filled in. */
    void reportMissingFits() {
        missing.forEach((alternative, criteria) -> problems.at(
                alternative.location().span(),
                "The alternative `" + alternative.id() + "` has no `fit` in "
                        + (criteria.size() == 1 ? "the criterion `" : "the criteria `")
                        + String.join("`, `", criteria) + "`. Add it there."));
    }

    private Fits fits(MappingReader reader) {
        Fits.Suitability plain = suitability(reader);
        List<Fits.Conditional> conditional = new ArrayList<>();
        for (MappingReader other : reader.mappings("where")) {
            conditional.add(new Fits.Conditional(guards.required(other), suitability(other)));
            other.rejectUnknownKeys();
        }
        reader.rejectUnknownKeys();
        return new Fits(plain, conditional);
    }

    private static Fits.Suitability suitability(MappingReader reader) {
        Fit fit = reader.requiredChoice("is", List.of(Fit.values()), Fit::word).orElse(Fit.NO);
        return new Fits.Suitability(fit, reader.requiredText("because"));
    }
}
