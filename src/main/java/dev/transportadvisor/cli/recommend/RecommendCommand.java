package dev.transportadvisor.cli.recommend;

import dev.transportadvisor.cli.command.Arguments;
import dev.transportadvisor.cli.command.Command;
import dev.transportadvisor.cli.command.Options;
import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.ExitCode;
import dev.transportadvisor.cli.console.Inputs;
import dev.transportadvisor.cli.console.Output;
import dev.transportadvisor.cli.console.Program;
import dev.transportadvisor.cli.knowledge.Knowledge;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.answers.AnswersFile;
import dev.transportadvisor.decision.answers.Bot;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.search.Recommendation;
import dev.transportadvisor.report.Advice;
import dev.transportadvisor.report.ExpectationFormatter;
import dev.transportadvisor.report.JsonRecommendationFormatter;
import dev.transportadvisor.report.MarkdownRecommendationFormatter;
import dev.transportadvisor.report.RecommendationFormatter;
import dev.transportadvisor.report.Style;
import dev.transportadvisor.report.TextRecommendationFormatter;
import dev.transportadvisor.source.InputException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code recommend}: from an answers file to an explained recommendation. */
public final class RecommendCommand implements Command {

    private enum Format {
        TEXT,
        JSON,
        MARKDOWN
    }

    @Override
    public CommandSpec spec() {
        return Options.spec(
                        this,
                        "recommend",
                        "Recommends a transport and explains why.",
                        "Exits with 1 when the hard constraints of ANSWERS contradict each other, so that no transport"
                                + " is left.",
                        "recommend answers.yaml",
                        "recommend answers.yaml --format markdown -o decision.md",
                        "recommend answers.yaml --expect socket-mode")
                .addPositional(Options.answers())
                .addOption(Options.format(Format.class, Format.TEXT))
                .addOption(Options.output())
                .addOption(Options.value(
                                "--expect",
                                "TRANSPORT",
                                String.class,
                                "Exit with 1 when another transport is recommended, and say which answers caused"
                                        + " it."))
                .addOption(OptionSpec.builder("--date")
                        .paramLabel("DATE")
                        .type(LocalDate.class)
                        .converters(LocalDateConverter.INSTANCE)
                        .description("The date of the decision record (--format markdown), such as 2026-11-24. Default:"
                                + " none.")
                        .build())
                .addOption(Options.rules())
                .addOption(Options.help());
    }

    @Override
    public ExitCode run(ParseResult options, Console console) {
        Knowledge knowledge = Knowledge.of(options, console);
        DecisionTable table = knowledge.table();
        String answersPath = options.matchedPositionalValue(0, "");
        Optional<Alternative> expected = Arguments.alternative(options, "--expect", table);
        Output output = new Output(console, Arguments.path(options, "--output", console));
        output.refuseInputs(knowledge.ownFiles());
        output.refuseInputs(new Inputs(console).file(answersPath).stream().toList());
        AnswersFile file = knowledge.answers(table, new Inputs(console).read(answersPath));
        Recommendation recommendation = Recommendation.of(table, file.answers());
        Format format = options.matchedOptionValue("--format", Format.TEXT);
        if (format != Format.MARKDOWN && options.hasMatchedOption("--date")) {
            throw new InputException("--date is for the decision record: add --format markdown.");
        }
        output.print(formatter(format, output.style())
                .format(advice(
                        options,
                        knowledge,
                        file.bot(),
                        recommendation,
                        format == Format.MARKDOWN ? Program.NAME : console.program())));
        Optional<String> unmet =
                expected.flatMap(alternative -> ExpectationFormatter.unmet(recommendation, alternative));
        unmet.ifPresent(console.err()::print);
        return unmet.isPresent() || recommendation.outcome().recommended().isEmpty() ? ExitCode.FINDINGS : ExitCode.OK;
    }

    /** @param program what to call this program: a record that is committed must not depend on where its jar lies */
    private static Advice advice(
            ParseResult options, Knowledge knowledge, Bot bot, Recommendation recommendation, String program) {
        Optional<LocalDate> date = Optional.ofNullable(options.matchedOptionValue("--date", null));
        return new Advice(
                bot,
                recommendation,
                options.matchedPositionalValue(0, ""),
                knowledge.own().map(Path::toString),
                program,
                date);
    }

    private static RecommendationFormatter formatter(Format format, Style style) {
        return switch (format) {
            case TEXT -> new TextRecommendationFormatter(style);
            case JSON -> new JsonRecommendationFormatter();
            case MARKDOWN -> new MarkdownRecommendationFormatter();
        };
    }
}
