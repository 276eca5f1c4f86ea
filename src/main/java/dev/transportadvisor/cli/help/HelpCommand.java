package dev.transportadvisor.cli.help;

import dev.transportadvisor.cli.command.Argument;
import dev.transportadvisor.cli.command.Command;
import dev.transportadvisor.cli.command.CommandDescription;
import dev.transportadvisor.cli.command.Parameters;
import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.ExitCode;
import dev.transportadvisor.cli.console.Program;
import dev.transportadvisor.report.format.Style;
import dev.transportadvisor.report.help.HelpTopic;
import dev.transportadvisor.report.help.TextHelpFormatter;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code help}: the topics of the reference, and the help of a command. */
public final class HelpCommand implements Command {

    private static final Argument<List<String>> TOPIC =
            Parameters.any("TOPIC or COMMAND", "What to explain. Default: a list of the topics.");

    private final Supplier<CommandSpec> program;

    /** @param program every command */
    public HelpCommand(Supplier<CommandSpec> program) {
        this.program = program;
    }

    @Override
    public CommandDescription description() {
        return new CommandDescription(
                "help",
                "Explains a topic or a command.",
                "The topics are the reference: what does not fit into the help of one command.",
                List.of(TOPIC),
                "help",
                "help suppressions",
                "help rules check");
    }

    @Override
    public ExitCode run(ParseResult parsed, Console console) {
        List<String> words = TOPIC.in(parsed);
        console.out().print(words.isEmpty() ? list() : explained(words, console));
        return ExitCode.OK;
    }

    private static String list() {
        return "Topics, each with: " + Program.NAME + " help TOPIC\n\n"
                + new TextHelpFormatter(Style.PLAIN).list(HelpTopics.all())
                + "\nThe help of a command: " + Program.NAME + " help COMMAND\n";
    }

    private String explained(List<String> words, Console console) {
        List<HelpTopic> topics = HelpTopics.all();
        Optional<HelpTopic> topic = topics.stream()
                .filter(known -> List.of(known.name()).equals(words))
                .findFirst();
        return topic.map(new TextHelpFormatter(console.style())::format)
                .or(() -> command(words).map(command -> command.getUsageMessage(Ansi.OFF)))
                .orElseThrow(() -> unknown(words, topics));
    }

    private Optional<CommandLine> command(List<String> words) {
        Optional<CommandLine> command = Optional.of(new CommandLine(program.get()));
        for (String word : words) {
            command = command.map(above -> above.getSubcommands().get(word));
        }
        return command;
    }

    private InputException unknown(List<String> words, List<HelpTopic> topics) {
        String word = String.join(" ", words);
        List<String> known = Stream.concat(
                        topics.stream().map(HelpTopic::name), program.get().subcommands().keySet().stream())
                .toList();
        return new InputException("There is no topic " + Quoted.of(word) + "." + Suggestion.question(word, known)
                + " See: " + Program.NAME + " help");
    }
}
