package dev.transportadvisor.decision.table;

import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what facts do on their own: limits, contradictions, answers that follow from others. */
final class LimitReader {

    private final IdReader ids;
    private final GuardReader guards;
    private final Problems problems;

    LimitReader(IdReader ids, GuardReader guards, Problems problems) {
        this.ids = ids;
        this.guards = guards;
        this.problems = problems;
    }

    List<Limit> limits(List<MappingReader> readers, List<Alternative> alternatives) {
        List<Limit> limits = new ArrayList<>();
        for (MappingReader reader : readers) {
            limits.add(new Limit(
                    ids.read(reader),
                    reader.requiredText("label"),
                    guards.requiredCases(reader),
                    excluded(reader, alternatives),
                    reader.requiredText("lifted-by"),
                    reader.requiredText("because"),
                    reader.requiredText("source"),
                    reader.scalar("binds-development")
                            .flatMap(node -> problems.choose(
                                    "binds-development", node, List.of(true, false), String::valueOf))
                            .orElse(false),
                    limits.size(),
                    problems.location(reader.span())));
            reader.rejectUnknownKeys();
        }
        limits.forEach(this::refuseWishes);
        return limits;
    }

    private static List<Alternative> excluded(MappingReader reader, List<Alternative> alternatives) {
        reader.requiredNode("excludes");
        return reader.choices("excludes", alternatives, Alternative::id);
    }

    /** A wish is no fact, however strong it is: as a limit it could not be given up. */
    private void refuseWishes(Limit limit) {
        limit.conditions()
                .map(Condition::input)
                .filter(input -> input.section() == InputClause.Section.NEEDS)
                .findFirst()
                .ifPresent(wish -> problems.at(
                        limit.location().span(),
                        "The limit `" + limit.id() + "` tests the wish `" + wish.id()
                                + "`. Limits come from facts alone; test questions of the context."));
    }

    List<Contradiction> contradictions(List<MappingReader> readers, List<InputClause> inputs) {
        List<InputClause> wishes = inputs.stream()
                .filter(input -> input.section() == InputClause.Section.NEEDS)
                .toList();
        List<Contradiction> contradictions = new ArrayList<>();
        for (MappingReader reader : readers) {
            contradictions.add(new Contradiction(
                    ids.read(reader),
                    guards.required(reader),
                    reader.scalar("denies")
                            .flatMap(node -> problems.choose("denies", node, wishes, InputClause::id)),
                    reader.requiredText("because"),
                    reader.requiredText("source"),
                    problems.location(reader.span())));
            reader.rejectUnknownKeys();
        }
        return contradictions;
    }

    List<Implication> implications(List<MappingReader> readers, List<InputClause> inputs) {
        List<Implication> implications = new ArrayList<>();
        for (MappingReader reader : readers) {
            Optional<InputClause> input = reader.requiredChoice("input", inputs, InputClause::id);
            Guard when = guards.required(reader);
            Optional<Value> answer = input.flatMap(about -> reader.requiredChoice(
                            "answer", about.domain().allowed(), word -> word)
                    .flatMap(about.domain()::parse));
            String because = reader.requiredText("because");
            reader.rejectUnknownKeys();
            if (answer.isPresent()) {
                implications.add(new Implication(
                        input.orElseThrow(), when, answer.get(), because, problems.location(reader.span())));
            }
        }
        return implications;
    }
}
