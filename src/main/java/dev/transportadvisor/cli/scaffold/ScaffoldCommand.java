package dev.transportadvisor.cli.scaffold;

import dev.transportadvisor.cli.command.Command;
import dev.transportadvisor.cli.command.CommandDescription;
import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.ExitCode;
import dev.transportadvisor.cli.console.Inputs;
import dev.transportadvisor.cli.knowledge.Builtin;
import dev.transportadvisor.cli.knowledge.Knowledge;
import dev.transportadvisor.decision.answers.AnswersFile;
import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.report.recommendation.ScaffoldFormatter;
import dev.transportadvisor.scaffold.BuildTool;
import dev.transportadvisor.scaffold.ProjectWriter;
import dev.transportadvisor.scaffold.Template;
import dev.transportadvisor.scaffold.WritePlan;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** {@code scaffold}: writes the bot for the recommended transport. */
public final class ScaffoldCommand implements Command {

    @Override
    public CommandDescription description() {
        return new CommandDescription(
                "scaffold",
                "Writes a Bolt bot for the recommended transport.",
                "The bot is a project in the language of `bot.language`, or else in Java. Nothing is written over what"
                        + " is there. When no transport is left, nothing is written unless --transport picks a side;"
                        + " when none is needed, it says what to do instead.",
                ScaffoldOptions.ALL,
                "scaffold answers.yaml",
                "scaffold answers.yaml -d bots/deploy-bot --dry-run");
    }

    @Override
    public ExitCode run(ParseResult parsed, Console console) {
        ScaffoldOptions options = ScaffoldOptions.of(parsed);
        Knowledge knowledge = Knowledge.at(options.rules(), console);
        DecisionTable table = knowledge.table();
        Optional<Alternative> chosen = options.transport()
                .map(id -> ScaffoldOptions.TRANSPORT.choice(id, table.alternatives(), Alternative::id));
        SourceFile answers = new Inputs(console).read(options.answers());
        AnswersFile file = knowledge.answers(table, answers);
        Evaluation evaluation = Evaluation.of(table, file.answers());
        if (chosen.isEmpty() && evaluation.outcome() instanceof Outcome.NotNeeded) {
            console.out().print(ScaffoldFormatter.verdict(file.bot(), evaluation));
            console.err().print(ScaffoldFormatter.instead(evaluation));
            return ExitCode.FINDINGS;
        }
        Optional<Alternative> transport =
                chosen.or(() -> evaluation.outcome().recommended());
        if (transport.isEmpty()) {
            console.out().print(ScaffoldFormatter.verdict(file.bot(), evaluation));
            console.err().print(ScaffoldFormatter.undecided(table));
            return ExitCode.FINDINGS;
        }
        Decided decided = new Decided(answers, file, evaluation, transport.get());
        Template template = Builtin.knowledge().template(file.bot());
        write(decided, options, template, new DecisionFiles(decided, knowledge.ownTable()), console);
        return ExitCode.OK;
    }

    private static void write(
            Decided decided, ScaffoldOptions options, Template template, DecisionFiles decision, Console console) {
        Blueprint blueprint = new Blueprint(decided, options, template, decision);
        refuseSystemsWithoutListeners(blueprint);
        Path named = options.directory().orElseGet(() -> Path.of(decided.bot().name()));
        Path directory = console.directory().resolve(named);
        WritePlan plan = ProjectWriter.plan(directory, blueprint.files());
        if (!options.isDry()) {
            ProjectWriter.write(plan);
        }
        String build = template.commands().get("build");
        console.out()
                .print(ScaffoldFormatter.verdict(decided.bot(), decided.evaluation())
                        + (decided.isAsRecommended() ? "" : ScaffoldFormatter.byHand(decided.transport()))
                        + ScaffoldFormatter.parts(blueprint.parts())
                        + blueprint.apart().map(ScaffoldFormatter::apart).orElse("")
                        + (options.isDry()
                                ? ScaffoldFormatter.files(named, plan)
                                : ScaffoldFormatter.nextSteps(named, plan, decided.transport(), build)));
        BuildTool.of(path -> plan.files().stream().anyMatch(file -> file.path().equals(path)))
                .flatMap(tool -> tool.missing(System.getenv(), directory))
                .ifPresent(note -> console.err().print("note: " + note + "\n"));
    }

    private static void refuseSystemsWithoutListeners(Blueprint blueprint) {
        List<String> systems = blueprint.systemsInVain();
        if (!systems.isEmpty()) {
            throw new InputException("`bot.systems` names " + String.join(", ", systems)
                    + ", but the bot would have no listeners for private systems. Answer private-infrastructure with"
                    + " should, or give --with private-systems; or leave `bot.systems` out.");
        }
    }
}
