package dev.transportadvisor.report.knowledge;

import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Capability;
import dev.transportadvisor.decision.table.Caution;
import dev.transportadvisor.decision.table.Condition;
import dev.transportadvisor.decision.table.Contradiction;
import dev.transportadvisor.decision.table.Criterion;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.Development;
import dev.transportadvisor.decision.table.Domain;
import dev.transportadvisor.decision.table.Fits;
import dev.transportadvisor.decision.table.Guard;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Limit;
import dev.transportadvisor.decision.table.Preference;
import dev.transportadvisor.decision.table.Rule;
import dev.transportadvisor.report.recommendation.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a decision table knows, as it is listed and explained. */
public final class DecisionKnowledge implements KnowledgeArea {

    private final DecisionTable table;

    public DecisionKnowledge(DecisionTable table) {
        this.table = table;
    }

    /** Everything that the table knows, the criteria first. A need and its criterion share an id. */
    @Override
    public List<KnowledgeItem> all() {
        List<KnowledgeItem> items = new ArrayList<>();
        table.criteria().forEach(criterion -> items.add(criterion(criterion)));
        table.alternatives().forEach(alternative -> items.add(alternative(alternative)));
        table.limits().forEach(limit -> items.add(limit(limit)));
        for (Criterion criterion : table.criteria()) {
            criterion.derived().forEach(rule -> items.add(rule(criterion, rule)));
        }
        table.contradictions().forEach(row -> items.add(contradiction(row)));
        table.inputs().forEach(input -> items.add(question(input)));
        table.cautions().forEach(caution -> items.add(caution(caution)));
        table.capabilities().forEach(capability -> items.add(capability(capability)));
        return items;
    }

    /** What there is to know about a question: itself, the need that it is, and what tests its answer. */
    public List<KnowledgeItem> about(InputClause input) {
        List<KnowledgeItem> items = new ArrayList<>(List.of(question(input)));
        for (Criterion criterion : table.criteria()) {
            criterion
                    .asked()
                    .filter(rule -> rule.input() == input)
                    .ifPresent(rule -> items.add(criterion(criterion)));
            criterion.derived().stream()
                    .filter(rule -> tests(rule.when().conditions(), input))
                    .forEach(rule -> items.add(rule(criterion, rule)));
        }
        table.limits().stream()
                .filter(limit -> tests(limit.conditions(), input))
                .forEach(limit -> items.add(limit(limit)));
        table.contradictions().stream()
                .filter(row -> tests(row.when().conditions(), input))
                .forEach(row -> items.add(contradiction(row)));
        table.cautions().stream()
                .filter(caution -> tests(caution.when().conditions(), input))
                .forEach(caution -> items.add(caution(caution)));
        table.capabilities().stream()
                .filter(capability -> capability.asked().stream()
                        .anyMatch(ask -> tests(ask.when().conditions(), input)))
                .forEach(capability -> items.add(capability(capability)));
        return items;
    }

    private static boolean tests(Stream<Condition> conditions, InputClause input) {
        return conditions.anyMatch(condition -> condition.input() == input);
    }

    private KnowledgeItem alternative(Alternative alternative) {
        List<String> details = new ArrayList<>();
        prefer(details, table.fallback().plain(), alternative, "The default where the answers decide nothing: ");
        table.fallback()
                .others()
                .forEach(other -> prefer(
                        details,
                        other.preference(),
                        alternative,
                        "The default when " + other.when().text() + ": "));
        prefer(details, table.development().plain(), alternative, "For development: ");
        for (Development.Beside beside : table.development().beside()) {
            prefer(
                    details,
                    beside.preference(),
                    alternative,
                    "For development beside " + beside.deployed().name() + ": ");
        }
        return new KnowledgeItem(
                alternative.id(),
                KnowledgeKind.TRANSPORT,
                alternative.summary(),
                details,
                table.fallback().plain().source(),
                alternative.location().toString())
                .alsoCalled(alternative.title(), alternative.name());
    }

    private static void prefer(List<String> details, Preference preference, Alternative alternative, String intro) {
        if (preference.alternative().equals(alternative)) {
            details.add(intro + preference.because());
        }
    }

    private KnowledgeItem criterion(Criterion criterion) {
        List<String> details = new ArrayList<>();
        details.add(criterion.because());
        for (Alternative alternative : table.alternatives()) {
            details.addAll(fits(alternative, criterion.fits(alternative)));
        }
        String matters = criterion.derived().stream().map(Rule::id).collect(Collectors.joining(", "));
        criterion
                .asked()
                .ifPresent(rule -> details.add(
                        "Matters as much as the answer to " + rule.input().id() + " says."));
        table.denials(criterion)
                .forEach(row -> details.add("Has no weight when " + row.when().text() + ": " + row.because()));
        if (!matters.isEmpty()) {
            details.add("Made to matter by: " + matters + ".");
        }
        return new KnowledgeItem(
                criterion.id(),
                KnowledgeKind.CRITERION,
                summary(criterion),
                details,
                criterion.source(),
                criterion.location().toString())
                .alsoCalled(criterion.label());
    }

    /** The label with the plain fits: the row of the table in short. */
    private String summary(Criterion criterion) {
        return Wording.upperFirst(criterion.label())
                + table.alternatives().stream()
                        .map(alternative -> alternative.title() + " "
                                + criterion.fits(alternative).plain().fit().word())
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private static List<String> fits(Alternative alternative, Fits fits) {
        List<String> details = new ArrayList<>();
        details.add(alternative.title() + ": " + fits.plain().fit().word() + ", "
                + fits.plain().because() + ".");
        for (Fits.Conditional other : fits.conditional()) {
            details.add(alternative.title() + " when " + other.when().text() + ": "
                    + other.suitability().fit().word() + ", "
                    + other.suitability().because() + ".");
        }
        return details;
    }

    private static KnowledgeItem limit(Limit limit) {
        String excluded = Wording.and(limit.excludes().stream().map(Alternative::name).toList());
        String cases = limit.cases().stream().map(Guard::text).collect(Collectors.joining(", or "));
        return new KnowledgeItem(
                limit.id(),
                KnowledgeKind.LIMIT,
                Wording.upperFirst(limit.label()) + ": " + cases + " excludes " + excluded,
                List.of(limit.because(), "To lift it: " + limit.liftedBy() + "."),
                limit.source(),
                limit.location().toString())
                .alsoCalled(limit.label());
    }

    private KnowledgeItem rule(Criterion criterion, Rule.Derived rule) {
        return new KnowledgeItem(
                rule.id(),
                KnowledgeKind.RULE,
                rule.when().text() + " gives " + criterion.label() + " the weight "
                        + table.weights().get(rule.importance()),
                List.of(rule.because()),
                rule.source(),
                rule.location().toString());
    }

    private static KnowledgeItem contradiction(Contradiction row) {
        String effect = row.denies()
                .map(wish -> row.when().text() + " takes the wish " + wish.id() + " its weight")
                .orElseGet(() -> row.when().text() + " cannot be meant together");
        return new KnowledgeItem(
                row.id(),
                KnowledgeKind.CONTRADICTION,
                effect,
                List.of(row.because()),
                row.source(),
                row.location().toString());
    }

    private KnowledgeItem question(InputClause input) {
        List<String> details = new ArrayList<>(List.of(input.why()));
        if (input.domain() instanceof Domain.Words words) {
            words.meanings().forEach(meaning -> details.add(meaning.word() + ": " + meaning.means() + "."));
        } else {
            details.add("Allowed: " + String.join(", ", input.domain().allowed()) + ".");
        }
        table.implications().stream()
                .filter(row -> row.input() == input)
                .forEach(row -> details.add("Unless said otherwise " + row.answer().text() + " when "
                        + row.when().text() + ": " + row.because()));
        details.add("In an answers file: `" + input.id() + "` under `"
                + input.section().key() + "`.");
        return new KnowledgeItem(
                input.id(),
                KnowledgeKind.QUESTION,
                input.question(),
                details,
                input.source(),
                input.location().toString())
                .alsoCalled(input.section().key() + "." + input.id(), input.question());
    }

    private static KnowledgeItem caution(Caution caution) {
        String when = caution.when().isConditional() ? ", when " + caution.when().text() : "";
        return new KnowledgeItem(
                caution.id(),
                KnowledgeKind.CAUTION,
                "Said of " + caution.alternative().map(Alternative::title).orElse("any transport") + when,
                List.of(caution.text()),
                caution.source(),
                caution.location().toString());
    }

    private static KnowledgeItem capability(Capability capability) {
        List<String> details = new ArrayList<>();
        capability.asked().forEach(ask -> details.add("Asked for by " + ask.when().text() + ": " + ask.because()));
        details.add("Where a bot does not carry it: " + capability.missing());
        return new KnowledgeItem(
                capability.id(),
                KnowledgeKind.CAPABILITY,
                Wording.upperFirst(capability.means()),
                details,
                capability.asked().stream()
                        .map(Capability.Ask::source)
                        .distinct()
                        .collect(Collectors.joining("; ")),
                capability.location().toString());
    }
}
