package dev.transportadvisor.decision.table;

import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Problems;
import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.Suggestion;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a decision table. A malformed cell is an error with its place, never a test that silently
 * fails to match.
 */
public final class DecisionTableReader {

    /** Exclusions are kept in the bits of an {@code int}; no choice that people make is nearly that wide. */
    private static final int MOST_ALTERNATIVES = 8;

    /** Bounds the search for flips, which tries every three questions together. */
    private static final int MOST_INPUTS = 40;

    /** Bounds the answers to one question that rules can tell apart. */
    private static final int MOST_RULES = 100;

    private final SourceFile file;
    private final Problems problems;
    private final MappingReader root;
    private final IdReader ids;

    private DecisionTableReader(SourceFile file) {
        this.file = file;
        this.problems = new Problems(file);
        this.ids = new IdReader(problems);
        this.root = new MappingReader("the table", DocumentReader.read(file), problems);
    }

    /** @throws dev.transportadvisor.source.InputException with everything that is wrong with the table */
    public static DecisionTable read(SourceFile file) {
        return new DecisionTableReader(file).table();
    }

    private DecisionTable table() {
        root.requiredChoice("schema", List.of("1"), schema -> schema);
        List<Alternative> alternatives = alternatives();
        Optional<Preference> fallback = preference("default", alternatives);
        Optional<Preference> development = preference("development", alternatives);
        List<Domain.Words.Meaning> scale = new ArrayList<>();
        Map<Importance, Integer> weights = weights(scale);
        Map<Fit, Integer> percentages = percentages();
        List<InputClause> inputs = inputs(new Domain.Words(scale));
        List<Rule.Derived> rules = rules(inputs);
        List<Criterion> criteria = criteria(inputs, new CriterionReader(alternatives, inputs, rules, problems));
        RemarkReader remarks = new RemarkReader(ids, new ConditionReader(inputs, problems), problems);
        List<Caution> cautions = remarks.cautions(root.mappings("cautions"), alternatives);
        List<Gap> gaps = remarks.gaps(root.mappings("gaps"), criteria);
        reportRulesWithoutCriterion(rules, criteria);
        root.rejectUnknownKeys();
        problems.throwIfAny();
        return new DecisionTable(
                alternatives,
                weights,
                percentages,
                inputs,
                criteria,
                cautions,
                gaps,
                fallback.orElseThrow(),
                development.orElseThrow(),
                file.location(root.span()));
    }

    private List<Alternative> alternatives() {
        List<Alternative> alternatives = new ArrayList<>();
        for (MappingReader reader : root.mappings("alternatives")) {
            alternatives.add(new Alternative(
                    ids.read(reader),
                    reader.requiredText("title"),
                    reader.requiredText("name"),
                    reader.requiredText("summary"),
                    alternatives.size(),
                    problems.location(reader.span())));
            reader.rejectUnknownKeys();
        }
        if (alternatives.size() < 2 || alternatives.size() > MOST_ALTERNATIVES) {
            problems.at(
                    root.span(),
                    "A table has 2 to " + MOST_ALTERNATIVES + " `alternatives`, this one has " + alternatives.size()
                            + ".");
        }
        return alternatives;
    }

    private Optional<Preference> preference(String key, List<Alternative> alternatives) {
        MappingReader reader = root.requiredMapping(key);
        Optional<Alternative> alternative = reader.requiredChoice("alternative", alternatives, Alternative::id);
        String because = reader.requiredText("because");
        String source = reader.requiredText("source");
        reader.rejectUnknownKeys();
        return alternative.map(chosen -> new Preference(chosen, because, source));
    }

    private Map<Importance, Integer> weights(List<Domain.Words.Meaning> scale) {
        Map<Importance, Integer> weights = new EnumMap<>(Importance.class);
        weights.put(Importance.UNKNOWN, 0);
        MappingReader levels = root.requiredMapping("importance");
        for (Importance level : Importance.ANSWERS) {
            MappingReader reader = levels.requiredMapping(level.word());
            weights.put(
                    level,
                    reader.requiredScalar("weight")
                            .map(node -> wholeNumber(node, 1000))
                            .orElse(0));
            scale.add(new Domain.Words.Meaning(level.word(), reader.requiredText("means")));
            reader.rejectUnknownKeys();
        }
        levels.rejectUnknownKeys();
        if (weights.get(Importance.NO) != 0) {
            problems.at(levels.span(), "What does not matter must weigh nothing: give `no` the weight 0.");
        }
        return weights;
    }

    private Map<Fit, Integer> percentages() {
        Map<Fit, Integer> percentages = new EnumMap<>(Fit.class);
        MappingReader fits = root.requiredMapping("fit-percent");
        for (Fit fit : Fit.values()) {
            percentages.put(
                    fit,
                    fits.requiredScalar(fit.word())
                            .map(node -> wholeNumber(node, 100))
                            .orElse(0));
        }
        fits.rejectUnknownKeys();
        return percentages;
    }

    private int wholeNumber(ScalarNode node, int most) {
        if (node.text().matches("[0-9]{1,4}") && Integer.parseInt(node.text()) <= most) {
            return Integer.parseInt(node.text());
        }
        problems.at(
                node.span(),
                Quoted.of(node.text()) + " is not allowed here. Allowed: whole numbers from 0 to " + most + ".");
        return 0;
    }

    private List<InputClause> inputs(Domain.Words scale) {
        InputClauseReader reader = new InputClauseReader(scale, problems);
        List<InputClause> inputs = new ArrayList<>();
        root.requiredNode("inputs");
        for (MappingReader input : root.mappings("inputs")) {
            inputs.add(reader.read(ids.read(input), input, inputs.size()));
        }
        if (inputs.size() > MOST_INPUTS) {
            problems.at(
                    inputs.get(MOST_INPUTS).location().span(),
                    "A table has at most " + MOST_INPUTS + " `inputs`, this one has " + inputs.size() + ".");
        }
        return inputs;
    }

    private List<Rule.Derived> rules(List<InputClause> inputs) {
        ConditionReader conditions = new ConditionReader(inputs, problems);
        List<Rule.Derived> rules = new ArrayList<>();
        for (MappingReader reader : root.mappings("rules")) {
            rules.add(new Rule.Derived(
                    ids.read(reader),
                    reader.requiredText("criterion"),
                    conditions.read(reader.requiredMapping("when")),
                    reader.requiredChoice("importance", Importance.ANSWERS, Importance::word)
                            .orElse(Importance.NO),
                    reader.requiredText("because"),
                    reader.requiredText("source"),
                    rules.size(),
                    problems.location(reader.span())));
            reader.rejectUnknownKeys();
        }
        if (rules.size() > MOST_RULES) {
            problems.at(
                    rules.get(MOST_RULES).location().span(),
                    "A table has at most " + MOST_RULES + " `rules`, this one has " + rules.size() + ".");
        }
        return rules;
    }

    private List<Criterion> criteria(List<InputClause> inputs, CriterionReader criterionReader) {
        List<Criterion> criteria = new ArrayList<>();
        root.requiredNode("criteria");
        for (MappingReader reader : root.mappings("criteria")) {
            String id = reader.requiredText("id");
            boolean isNamedAfterQuestion = inputs.stream()
                            .anyMatch(input -> input.id().equals(id))
                    && criteria.stream().noneMatch(criterion -> criterion.id().equals(id));
            if (!isNamedAfterQuestion) {
                ids.check(id, reader);
            }
            criteria.add(criterionReader.read(id, reader, criteria.size()));
        }
        return criteria;
    }

    private void reportRulesWithoutCriterion(List<Rule.Derived> rules, List<Criterion> criteria) {
        List<String> known = criteria.stream().map(Criterion::id).toList();
        for (Rule.Derived rule : rules) {
            if (!known.contains(rule.criterion())) {
                problems.at(
                        rule.location().span(),
                        "The rule `" + rule.id() + "` feeds the criterion " + Quoted.of(rule.criterion())
                                + ", which is not there. " + Suggestion.sentence(rule.criterion(), known));
            }
        }
    }
}
