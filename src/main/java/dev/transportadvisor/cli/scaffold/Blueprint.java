package dev.transportadvisor.cli.scaffold;

import dev.transportadvisor.decision.answers.Bot;
import dev.transportadvisor.decision.evaluation.AskedCapability;
import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.table.Value;
import dev.transportadvisor.report.recommendation.DecisionNote;
import dev.transportadvisor.report.recommendation.Parts;
import dev.transportadvisor.scaffold.GeneratedFile;
import dev.transportadvisor.scaffold.ProjectSpec;
import dev.transportadvisor.scaffold.Scaffolder;
import dev.transportadvisor.scaffold.Selection;
import dev.transportadvisor.scaffold.Template;
import dev.transportadvisor.scaffold.Wishes;
import dev.transportadvisor.source.InputException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A bot as it will be written: what the answers and the command line ask for, and what the template has of it. */
final class Blueprint {

    /** The capability of which the systems behind the bot are features of their own. */
    private static final String PRIVATE_SYSTEMS = "private-systems";

    private static final String WORKSPACES = "workspaces";

    private final Decided decided;
    private final ScaffoldOptions options;
    private final Template template;
    private final DecisionFiles decision;
    private final Wishes wishes;
    private final Selection selection;

    Blueprint(Decided decided, ScaffoldOptions options, Template template, DecisionFiles decision) {
        this.decided = decided;
        this.options = options;
        this.template = template;
        this.decision = decision;
        wishes = new Wishes(
                Map.of(Template.TRANSPORT, decided.transport().id(), Template.DECISION, decision.step()),
                asked(),
                Set.copyOf(options.with()),
                Set.copyOf(options.without()));
        selection = Selection.of(template, wishes);
    }

    private Set<String> asked() {
        Set<String> asked = decided.evaluation().capabilities().stream()
                .map(AskedCapability::id)
                .collect(Collectors.toSet());
        boolean isWished = asked.contains(PRIVATE_SYSTEMS) || options.with().contains(PRIVATE_SYSTEMS);
        if (isWished && !options.without().contains(PRIVATE_SYSTEMS)) {
            List<String> named = decided.bot().systems();
            asked.addAll(named.isEmpty() ? Bot.SYSTEMS : named);
        }
        return asked;
    }

    Parts parts() {
        return Parts.of(decided.bot(), decided.evaluation(), template, wishes, selection);
    }

    /** Those of the answers for which nothing is asked that they could be part of. */
    List<String> systemsInVain() {
        return decided.bot().systems().stream()
                .filter(system -> !wishes.asked().contains(system))
                .toList();
    }

    /** What the bot carries and one process cannot do; empty where there is no such thing. */
    Optional<String> apart() {
        return selection.features().containsAll(List.of(PRIVATE_SYSTEMS, WORKSPACES))
                ? Optional.of("Private systems are for one workspace: a process with SLACK_CLIENT_ID, which others"
                        + " install, takes the address of none. Run two, of two apps.")
                : Optional.empty();
    }

    /** Sorted by path. */
    List<GeneratedFile> files() {
        return Stream.concat(
                        Scaffolder.scaffold(template, spec(), selection).stream(), decision.files().stream())
                .sorted(Comparator.comparing(GeneratedFile::path))
                .toList();
    }

    private ProjectSpec spec() {
        if (options.packageName().isPresent() && !template.hasPackage()) {
            throw new InputException("A bot in " + template.id() + " has no package. Leave out --package.");
        }
        Bot bot = decided.bot();
        Evaluation evaluation = decided.evaluation();
        return new ProjectSpec(
                bot.name(),
                options.packageName().orElseGet(() -> ProjectSpec.defaultPackage(bot.name())),
                bot.summary().isEmpty() ? template.summary() : bot.summary(),
                DecisionNote.format(evaluation, decided.transport(), parts()),
                replicas(evaluation));
    }

    /** A table of one's own may ask for them in words, or allow fractions. */
    private static long replicas(Evaluation evaluation) {
        return evaluation
                .table()
                .input("replicas")
                .flatMap(evaluation.completed()::value)
                .filter(Value.Quantity.class::isInstance)
                .map(value -> Math.max(1, ((Value.Quantity) value).number().longValue()))
                .orElse(1L);
    }
}
