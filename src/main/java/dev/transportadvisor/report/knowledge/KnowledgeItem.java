package dev.transportadvisor.report.knowledge;

import dev.transportadvisor.decision.check.DecisionTableChecker;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Caution;
import dev.transportadvisor.decision.table.Condition;
import dev.transportadvisor.decision.table.Criterion;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.Domain;
import dev.transportadvisor.decision.table.Gap;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Preference;
import dev.transportadvisor.decision.table.Rule;
import dev.transportadvisor.diagnostic.RuleDescriptor;
import dev.transportadvisor.report.recommendation.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that is known, as it is listed and explained.
 *
 * @param details what there is to say beyond the summary, a paragraph each
 * @param source where it can be read up; empty if it says so itself
 * @param place file, line and column; empty for what no file defines
 * @param samples texts that show what is meant
 */
public record KnowledgeItem(
        String id,
        KnowledgeKind kind,
        String summary,
        List<String> details,
        String source,
        String place,
        List<Sample> samples) {

    /**
     * A text as it stands in a file or on a terminal.
     *
     * @param name short, in kebab case
     * @param title what it shows, without a full stop
     */
    public record Sample(String name, String title, String text) {}

    public KnowledgeItem {
        details = List.copyOf(details);
        samples = List.copyOf(samples);
    }

    KnowledgeItem(String id, KnowledgeKind kind, String summary, List<String> details, String source, String place) {
        this(id, kind, summary, details, source, place, List.of());
    }

    /** Everything that a table knows, and what a check of it can find. A need and its criterion share an id. */
    public static List<KnowledgeItem> of(DecisionTable table) {
        List<KnowledgeItem> items = new ArrayList<>();
        table.alternatives().forEach(alternative -> items.add(alternative(table, alternative)));
        table.criteria().forEach(criterion -> items.add(criterion(table, criterion)));
        for (Criterion criterion : table.criteria()) {
            criterion.derived().forEach(rule -> items.add(rule(criterion, rule)));
        }
        table.inputs().forEach(input -> items.add(question(input)));
        table.cautions().forEach(caution -> items.add(caution(caution)));
        table.gaps().forEach(gap -> items.add(gap(table, gap)));
        DecisionTableChecker.RULES.forEach(rule -> items.add(check(rule)));
        return items;
    }

    /** What there is to know about a question: itself, the need that it is, and what tests its answer. */
    public static List<KnowledgeItem> about(DecisionTable table, InputClause input) {
        List<KnowledgeItem> items = new ArrayList<>(List.of(question(input)));
        for (Criterion criterion : table.criteria()) {
            criterion
                    .asked()
                    .filter(rule -> rule.input() == input)
                    .ifPresent(rule -> items.add(criterion(table, criterion)));
            criterion.derived().stream()
                    .filter(rule -> tests(rule.conditions(), input))
                    .forEach(rule -> items.add(rule(criterion, rule)));
        }
        table.cautions().stream()
                .filter(caution -> tests(caution.conditions(), input))
                .forEach(caution -> items.add(caution(caution)));
        return items;
    }

    private static boolean tests(List<Condition> conditions, InputClause input) {
        return conditions.stream().anyMatch(condition -> condition.input() == input);
    }

    private static KnowledgeItem alternative(DecisionTable table, Alternative alternative) {
        List<String> details = Stream.of(
                        preferred(table.fallback(), alternative, "The default where the answers decide nothing: "),
                        preferred(table.development(), alternative, "For development: "))
                .flatMap(Optional::stream)
                .toList();
        String place = alternative.location().toString();
        String source = table.fallback().source();
        return new KnowledgeItem(
                alternative.id(), KnowledgeKind.TRANSPORT, alternative.summary(), details, source, place);
    }

    private static Optional<String> preferred(Preference preference, Alternative alternative, String intro) {
        return Optional.of(preference)
                .filter(it -> it.alternative().equals(alternative))
                .map(it -> intro + it.because());
    }

    private static KnowledgeItem gap(DecisionTable table, Gap gap) {
        String criteria = table.criteria().stream()
                .filter(criterion -> gap.criteria().contains(criterion.id()))
                .map(Criterion::label)
                .collect(Collectors.joining(" or "));
        String when = gap.conditions().isEmpty() ? "" : ", or when " + conditions(gap.conditions());
        String summary = "Not in a scaffolded bot; said when this counts: " + criteria + when;
        String place = gap.location().toString();
        return new KnowledgeItem(gap.id(), KnowledgeKind.GAP, summary, List.of(gap.text()), "", place);
    }

    private static KnowledgeItem check(RuleDescriptor rule) {
        return new KnowledgeItem(rule.id(), KnowledgeKind.CHECK, rule.summary(), List.of(rule.remedy()), "", "");
    }

    private static KnowledgeItem criterion(DecisionTable table, Criterion criterion) {
        List<String> details = new ArrayList<>(List.of(criterion.because()));
        table.alternatives().forEach(alternative -> details.add(Wording.fit(criterion, alternative)));
        criterion.asked().ifPresent(rule ->
                details.add("Matters as much as the answer to " + rule.input().id() + " says."));
        if (!criterion.derived().isEmpty()) {
            details.add(criterion.derived().stream()
                    .map(Rule::id)
                    .collect(Collectors.joining(", ", "Made to matter by: ", ".")));
        }
        String summary = Wording.upperFirst(criterion.label());
        String place = criterion.location().toString();
        return new KnowledgeItem(
                criterion.id(), KnowledgeKind.CRITERION, summary, details, criterion.source(), place);
    }

    private static KnowledgeItem rule(Criterion criterion, Rule.Derived rule) {
        String summary = conditions(rule.conditions()) + " makes " + criterion.label() + " a "
                + rule.importance().word();
        String place = rule.location().toString();
        return new KnowledgeItem(
                rule.id(), KnowledgeKind.RULE, summary, List.of(rule.because()), rule.source(), place);
    }

    private static KnowledgeItem question(InputClause input) {
        List<String> details = new ArrayList<>(List.of(input.why()));
        if (input.domain() instanceof Domain.Words words) {
            words.meanings().forEach(meaning -> details.add(meaning.word() + ": " + meaning.means() + "."));
        } else {
            details.add("Allowed: " + String.join(", ", input.domain().allowed()) + ".");
        }
        details.add("In an answers file: `" + input.id() + "` under `" + input.section().key() + "`.");
        String place = input.location().toString();
        return new KnowledgeItem(
                input.id(), KnowledgeKind.QUESTION, input.question(), details, input.source(), place);
    }

    private static KnowledgeItem caution(Caution caution) {
        String about = caution.alternative().map(Alternative::title).orElse("any transport");
        String when = caution.conditions().isEmpty() ? "" : ", when " + conditions(caution.conditions());
        String summary = "Said of " + about + when;
        String place = caution.location().toString();
        return new KnowledgeItem(
                caution.id(), KnowledgeKind.CAUTION, summary, List.of(caution.text()), caution.source(), place);
    }

    private static String conditions(List<Condition> conditions) {
        return conditions.stream().map(Condition::text).collect(Collectors.joining(" and "));
    }
}
