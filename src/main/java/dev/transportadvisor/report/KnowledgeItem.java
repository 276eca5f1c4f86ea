package dev.transportadvisor.report;

import dev.transportadvisor.decision.Alternative;
import dev.transportadvisor.decision.Caution;
import dev.transportadvisor.decision.Condition;
import dev.transportadvisor.decision.Criterion;
import dev.transportadvisor.decision.DecisionTable;
import dev.transportadvisor.decision.Domain;
import dev.transportadvisor.decision.InputClause;
import dev.transportadvisor.decision.Rule;
import dev.transportadvisor.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing that a table knows, as it is listed and explained.
 *
 * @param kind {@code criterion}, {@code rule}, {@code question} or {@code caution}
 * @param details what there is to say beyond the summary, a paragraph each
 */
public record KnowledgeItem(
        String id, String kind, String summary, List<String> details, String source, Location location) {

    public KnowledgeItem {
        details = List.copyOf(details);
    }

    /** Everything that a table knows: criteria, rules, questions, cautions. A need and its criterion share an id. */
    public static List<KnowledgeItem> of(DecisionTable table) {
        List<KnowledgeItem> items = new ArrayList<>();
        table.criteria().forEach(criterion -> items.add(criterion(table, criterion)));
        for (Criterion criterion : table.criteria()) {
            criterion.derived().forEach(rule -> items.add(rule(criterion, rule)));
        }
        table.inputs().forEach(input -> items.add(question(input)));
        table.cautions().forEach(caution -> items.add(caution(caution)));
        return items;
    }

    /** What there is to know about a question: itself, the need that it is, and what tests its answer. */
    public static List<KnowledgeItem> about(DecisionTable table, InputClause input) {
        List<KnowledgeItem> items = new ArrayList<>(List.of(question(input)));
        for (Criterion criterion : table.criteria()) {
            criterion.asked()
                    .filter(rule -> rule.input() == input)
                    .ifPresent(rule -> items.add(criterion(table, criterion)));
            criterion.derived().stream()
                    .filter(rule -> tests(rule.conditions(), input))
                    .forEach(rule -> items.add(rule(criterion, rule)));
        }
        table.cautions().stream().filter(caution -> tests(caution.conditions(), input)).forEach(caution -> items.add(caution(caution)));
        return items;
    }

    private static boolean tests(List<Condition> conditions, InputClause input) {
        return conditions.stream().anyMatch(condition -> condition.input() == input);
    }

    private static KnowledgeItem criterion(DecisionTable table, Criterion criterion) {
        List<String> details = new ArrayList<>();
        details.add(criterion.because());
        for (Alternative alternative : table.alternatives()) {
            Criterion.Suitability suitability = criterion.suitability(alternative);
            details.add(alternative.title() + ": " + suitability.fit().word() + ", " + suitability.because() + ".");
        }
        String matters = criterion.derived().stream().map(Rule::id).collect(Collectors.joining(", "));
        criterion.asked().ifPresent(rule -> details.add("Matters as much as the answer to " + rule.input().id() + " says."));
        if (!matters.isEmpty()) {
            details.add("Made to matter by: " + matters + ".");
        }
        criterion.notScaffolded().ifPresent(gap -> details.add("Not in a scaffolded bot: " + gap));
        return new KnowledgeItem(criterion.id(), "criterion", Wording.upperFirst(criterion.label()), details, criterion.source(), criterion.location());
    }

    private static KnowledgeItem rule(Criterion criterion, Rule.Derived rule) {
        String summary = conditions(rule.conditions()) + " makes " + criterion.label() + " a " + rule.importance().word();
        return new KnowledgeItem(rule.id(), "rule", summary, List.of(rule.because()), rule.source(), rule.location());
    }

    private static KnowledgeItem question(InputClause input) {
        List<String> details = new ArrayList<>(List.of(input.why()));
        if (input.domain() instanceof Domain.Words words) {
            words.meanings().forEach(meaning -> details.add(meaning.word() + ": " + meaning.means() + "."));
        } else {
            details.add("Allowed: " + String.join(", ", input.domain().allowed()) + ".");
        }
        details.add("In an answers file: `" + input.id() + "` under `" + input.section().key() + "`.");
        return new KnowledgeItem(input.id(), "question", input.question(), details, input.source(), input.location());
    }

    private static KnowledgeItem caution(Caution caution) {
        String about = caution.alternative().map(Alternative::title).orElse("any transport");
        String when = caution.conditions().isEmpty() ? "" : ", when " + conditions(caution.conditions());
        return new KnowledgeItem(caution.id(), "caution", "Said of " + about + when, List.of(caution.text()), caution.source(), caution.location());
    }

    private static String conditions(List<Condition> conditions) {
        return conditions.stream().map(Condition::text).collect(Collectors.joining(" and "));
    }
}
