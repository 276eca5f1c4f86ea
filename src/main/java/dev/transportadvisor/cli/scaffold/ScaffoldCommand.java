package dev.transportadvisor.cli.scaffold;

import dev.transportadvisor.cli.command.Arguments;
import dev.transportadvisor.cli.command.Command;
import dev.transportadvisor.cli.command.Options;
import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.ExitCode;
import dev.transportadvisor.cli.console.Inputs;
import dev.transportadvisor.cli.knowledge.Builtin;
import dev.transportadvisor.cli.knowledge.Knowledge;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.answers.AnswersFile;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.report.DecisionNote;
import dev.transportadvisor.report.ScaffoldFormatter;
import dev.transportadvisor.scaffold.GeneratedFile;
import dev.transportadvisor.scaffold.ProjectSpec;
import dev.transportadvisor.scaffold.ProjectWriter;
import dev.transportadvisor.scaffold.Scaffolder;
import dev.transportadvisor.scaffold.Template;
import dev.transportadvisor.scaffold.WritePlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code scaffold}: writes the bot for the recommended transport. */
public final class ScaffoldCommand implements Command {

    @Override
    public CommandSpec spec() {
        return Options.spec(
                        this,
                        "scaffold",
                        "Writes a Bolt bot for the recommended transport.",
                        "The bot is a project for Java 17 and Maven. Nothing is written over what is there. When the"
                                + " hard constraints of ANSWERS contradict each other, nothing is written unless"
                                + " --transport picks a side.",
                        "scaffold answers.yaml -d deploy-bot")
                .addPositional(Options.answers())
                .addOption(Options.path("DIR", "-d", "--directory")
                        .required(true)
                        .description("The folder to write, which must be new or empty.")
                        .build())
                .addOption(Options.value(
                                "--transport",
                                "TRANSPORT",
                                String.class,
                                "Write the bot for this transport instead of the recommended one."))
                .addOption(Options.value(
                                "--package",
                                "PACKAGE",
                                String.class,
                                "The Java package of the bot. Default: com.example and the bot's name."))
                .addOption(Options.flag("--dry-run", "List the files and write nothing."))
                .addOption(Options.rules())
                .addOption(Options.help());
    }

    @Override
    public ExitCode run(ParseResult options, Console console) {
        Knowledge knowledge = Knowledge.of(options, console);
        DecisionTable table = knowledge.table();
        Optional<Alternative> chosen = Arguments.alternative(options, "--transport", table);
        AnswersFile file = knowledge.answers(table, new Inputs(console).read(options.matchedPositionalValue(0, "")));
        Evaluation evaluation = Evaluation.of(table, file.answers());
        Optional<Alternative> transport =
                chosen.or(() -> evaluation.outcome().recommended());
        if (transport.isEmpty()) {
            console.out().print(ScaffoldFormatter.verdict(file.bot(), evaluation));
            console.err().print(ScaffoldFormatter.undecided(table));
            return ExitCode.FINDINGS;
        }
        Path directory = options.matchedOptionValue("--directory", Path.of(""));
        WritePlan plan = plan(options, console.directory().resolve(directory), file, evaluation, transport.get());
        boolean dryRun = options.hasMatchedOption("--dry-run");
        if (!dryRun) {
            ProjectWriter.write(plan);
        }
        console.out()
                .print(ScaffoldFormatter.verdict(file.bot(), evaluation)
                        + ScaffoldFormatter.byHand(evaluation, transport.get())
                        + ScaffoldFormatter.gaps(evaluation)
                        + (dryRun
                                ? ScaffoldFormatter.files(directory, plan)
                                : ScaffoldFormatter.nextSteps(directory, plan, transport.get())));
        return ExitCode.OK;
    }

    private static WritePlan plan(
            ParseResult options,
            Path directory,
            AnswersFile file,
            Evaluation evaluation,
            Alternative transport) {
        Template template = Builtin.template();
        String name = file.bot().name();
        String summary = file.bot().summary().isEmpty()
                ? template.own().summary()
                : file.bot().summary();
        String packageName = Optional.<String>ofNullable(options.matchedOptionValue("--package", null))
                .orElseGet(() -> ProjectSpec.defaultPackage(name));
        List<GeneratedFile> files = Scaffolder.scaffold(
                template,
                new ProjectSpec(
                        name, packageName, summary, transport.id(), DecisionNote.format(evaluation, transport)));
        return ProjectWriter.plan(directory, files);
    }
}
