package dev.transportadvisor.cli.ask;

import dev.transportadvisor.cli.command.Command;
import dev.transportadvisor.cli.command.CommandDescription;
import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.ExitCode;
import dev.transportadvisor.cli.knowledge.Knowledge;
import dev.transportadvisor.decision.answers.AnswersFile;
import dev.transportadvisor.decision.answers.Bot;
import dev.transportadvisor.decision.answers.BotRules;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.questionnaire.Conversation;
import dev.transportadvisor.questionnaire.Interview;
import dev.transportadvisor.questionnaire.PlainPrompter;
import dev.transportadvisor.questionnaire.Prompter;
import dev.transportadvisor.questionnaire.TerminalPrompter;
import dev.transportadvisor.report.format.Style;
import dev.transportadvisor.report.knowledge.DecisionKnowledge;
import dev.transportadvisor.report.knowledge.TextKnowledgeFormatter;
import dev.transportadvisor.report.recommendation.InterviewFormatter;
import dev.transportadvisor.report.recommendation.Invocation;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** {@code ask}: an interview that ends with an answers file and a recommendation. */
public final class AskCommand implements Command {

    private final CommandRunner program;

    /** @param program runs the commands that the interview leads to */
    public AskCommand(CommandRunner program) {
        this.program = program;
    }

    @Override
    public CommandDescription description() {
        return new CommandDescription(
                "ask",
                "Asks what matters, then recommends a transport.",
                "Asks only what can still change the outcome, writes each answer to a file at once, and takes up again"
                        + " what it finds there. Where it cannot draw on a terminal it asks line by line; answers can"
                        + " be piped in. Without any it exits with 2 and lists the missing keys.",
                AskOptions.ALL,
                "ask",
                "ask -o bots/deploy-bot.yaml --all");
    }

    @Override
    public ExitCode run(ParseResult parsed, Console console) {
        AskOptions options = AskOptions.of(parsed);
        Knowledge knowledge = Knowledge.at(options.rules(), console);
        DecisionTable table = knowledge.table();
        AnswersStore store = AnswersStore.open(
                options.output(), console.directory(), file -> knowledge.answers(table, file));
        BotRules rules = knowledge.botRules();
        AnswersFile known = store.found()
                .orElseGet(() ->
                        new AnswersFile(new Bot(defaultName(rules, console.directory()), ""), Answers.none(table)));
        Interview interview = Interview.start(table, rules, known, options.isThorough());
        InterviewFormatter formatter = new InterviewFormatter(
                new Invocation(console.program(), options.output(), options.rules().map(Path::toString)));
        try (Prompter prompter = prompter(options, console)) {
            prompter.say(formatter.start(store.found(), table));
            Conversation conversation =
                    new Conversation(interview, prompter, store::save, input -> new TextKnowledgeFormatter(Style.PLAIN)
                            .brief(new DecisionKnowledge(table).about(input)));
            return new AskEnding(program, console, prompter, store, formatter).of(conversation);
        }
    }

    private static Prompter prompter(AskOptions options, Console console) {
        Optional<Prompter> drawing = console.screen() == Console.Screen.DRAWN && !options.isPlain()
                ? TerminalPrompter.open(console.style() == Style.ANSI)
                : Optional.empty();
        return drawing.orElseGet(() -> new PlainPrompter(
                new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8)),
                console.out(),
                console.screen() != Console.Screen.NONE));
    }

    /** The folder's name, made legal. */
    private static String defaultName(BotRules rules, Path directory) {
        Path folder = directory.toAbsolutePath().normalize().getFileName();
        String name = (folder == null ? "" : folder.toString())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+", "");
        String legal = name.substring(0, Math.min(name.length(), 31)).replaceAll("-+$", "");
        return rules.wrongWithName(legal).isEmpty() ? legal : "my-bot";
    }
}
