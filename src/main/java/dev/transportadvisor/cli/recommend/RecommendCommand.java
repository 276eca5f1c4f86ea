package dev.transportadvisor.cli.recommend;

import dev.transportadvisor.cli.command.Command;
import dev.transportadvisor.cli.command.CommandDescription;
import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.ExitCode;
import dev.transportadvisor.cli.console.Inputs;
import dev.transportadvisor.cli.console.Output;
import dev.transportadvisor.cli.console.Program;
import dev.transportadvisor.cli.knowledge.Builtin;
import dev.transportadvisor.cli.knowledge.Knowledge;
import dev.transportadvisor.decision.answers.AnswersFile;
import dev.transportadvisor.decision.search.Recommendation;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.report.recommendation.Advice;
import dev.transportadvisor.report.recommendation.ExpectationFormatter;
import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.report.recommendation.Invocation;
import dev.transportadvisor.report.recommendation.RecommendationFormatter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** {@code recommend}: the verdict on an answers file, with its reasons. */
public final class RecommendCommand implements Command {

    @Override
    public CommandDescription description() {
        return new CommandDescription(
                "recommend",
                "Recommends a transport and explains why.",
                "Shows on one screen what to use, by how much, and what would change it; --why gives every reason and"
                        + " source. Exits with 1 when no transport is left.",
                RecommendOptions.ALL,
                "recommend answers.yaml",
                "recommend answers.yaml --why",
                "recommend answers.yaml --format markdown -o decision.md",
                "recommend answers.yaml --expect socket-mode");
    }

    @Override
    public ExitCode run(ParseResult parsed, Console console) {
        RecommendOptions options = RecommendOptions.of(parsed);
        Knowledge knowledge = Knowledge.at(options.rules(), console);
        DecisionTable table = knowledge.table();
        Optional<Alternative> expected = options.expected()
                .map(id -> RecommendOptions.EXPECT.choice(id, table.alternatives(), Alternative::id));
        Inputs inputs = new Inputs(console);
        Output output = Output.of(options.output(), console);
        output.refuseInputs(knowledge.ownFiles());
        output.refuseInputs(inputs.file(options.answers()).stream().toList());
        AnswersFile file = knowledge.answers(table, inputs.read(options.answers()));
        Recommendation recommendation = Recommendation.of(table, file.answers());
        RecommendationFormatter formatter = options.isExplained()
                ? options.format().explaining(output.style())
                : options.format().formatter(output.style());
        output.print(formatter.format(advice(options, file, recommendation, console)));
        Optional<String> unmet =
                expected.flatMap(alternative -> ExpectationFormatter.unmet(recommendation, alternative));
        unmet.ifPresent(console.err()::print);
        boolean isConflict = recommendation.outcome() instanceof Outcome.Conflict;
        return unmet.isPresent() || isConflict ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private static Advice advice(
            RecommendOptions options, AnswersFile file, Recommendation recommendation, Console console) {
        // A record that is committed must not depend on where the jar lies.
        boolean isRecord = options.format() == RecommendFormat.MARKDOWN || options.format() == RecommendFormat.HTML;
        String program = isRecord ? Program.NAME : console.program();
        Invocation invocation = new Invocation(program, options.answers(), options.rules().map(Path::toString));
        return new Advice(
                file.bot(),
                recommendation,
                invocation,
                options.date(),
                Builtin.knowledge().carriedBy(file.bot()));
    }
}
