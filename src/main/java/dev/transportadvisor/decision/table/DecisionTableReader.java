package dev.transportadvisor.decision.table;

import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Problems;
import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.Suggestion;
import java.util.ArrayList;
import java.util.List;
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
        ScaleReader scale = new ScaleReader(root, problems);
        List<InputClause> inputs = inputs(scale.words());
        GuardReader guards = new GuardReader(new ConditionReader(inputs, problems));
        PreferenceReader preferences = new PreferenceReader(alternatives, guards, problems);
        Optional<Preferences> fallback = preferences.fallback(root.requiredMapping("default"));
        Optional<Development> development = preferences.development(root.requiredMapping("development"));
        List<Rule.Derived> rules = rules(guards);
        LimitReader limits = new LimitReader(ids, guards, problems);
        RemarkReader remarks = new RemarkReader(ids, guards, problems);
        List<Criterion> criteria = criteria(inputs, new CriterionReader(alternatives, inputs, rules, guards, problems));
        List<Limit> allLimits = limits.limits(root.mappings("limits"), alternatives);
        List<Implication> implications = limits.implications(root.mappings("implications"), inputs);
        List<Contradiction> contradictions = limits.contradictions(root.mappings("contradictions"), inputs);
        List<Caution> cautions = remarks.cautions(root.mappings("cautions"), alternatives);
        List<Capability> capabilities = remarks.capabilities(root.mappings("capabilities"));
        List<InputClause> askFirst = root.choices("ask-first", inputs, InputClause::id);
        Optional<NotNeeded> notNeeded = root.mapping("not-needed").map(preferences::notNeeded);
        reportRulesWithoutCriterion(rules, criteria);
        root.rejectUnknownKeys();
        problems.throwIfAny();
        return new DecisionTable(
                alternatives,
                scale.weights(),
                scale.percentages(),
                inputs,
                askFirst,
                implications,
                notNeeded,
                allLimits,
                criteria,
                contradictions,
                cautions,
                capabilities,
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

    private List<Rule.Derived> rules(GuardReader guards) {
        List<Rule.Derived> rules = new ArrayList<>();
        for (MappingReader reader : root.mappings("rules")) {
            rules.add(new Rule.Derived(
                    ids.read(reader),
                    reader.requiredText("criterion"),
                    guards.required(reader),
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
        criterionReader.reportMissingFits();
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
