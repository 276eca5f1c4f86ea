package dev.transportadvisor.cli.ask;

import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.ExitCode;
import dev.transportadvisor.cli.console.ThisProcess;
import dev.transportadvisor.cli.knowledge.Builtin;
import dev.transportadvisor.decision.answers.AnswersFile;
import dev.transportadvisor.decision.answers.Bot;
import dev.transportadvisor.questionnaire.Conversation;
import dev.transportadvisor.questionnaire.Interview;
import dev.transportadvisor.questionnaire.Prompt;
import dev.transportadvisor.questionnaire.Prompter;
import dev.transportadvisor.questionnaire.Reply;
import dev.transportadvisor.questionnaire.Topic;
import dev.transportadvisor.report.recommendation.InterviewFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** What follows an interview: the recommendation and the offer to write the bot, or how to go on another time. */
record AskEnding(
        CommandRunner program,
        Console console,
        Prompter prompter,
        AnswersStore store,
        InterviewFormatter formatter) {

    private static final String NO = "no";

    /** Carries out a conversation; if a signal ends the process, it still says where the answers are. */
    ExitCode of(Conversation conversation) {
        ThisProcess.ShutdownHook farewell = ThisProcess.onShutdown(
                () -> console.err().print("\n" + formatter.whereabouts(store.isThere())));
        try {
            return of(conversation.run(), conversation.interview());
        } finally {
            farewell.cancel();
        }
    }

    private ExitCode of(Conversation.Ending ending, Interview interview) {
        return switch (ending) {
            case FINISHED -> recommended(interview);
            case QUIT -> left(ExitCode.OK, interview);
            case END_OF_INPUT ->
                interview.hasBegun() || prompter.isTerminal()
                        ? left(ExitCode.USAGE, interview)
                        : nobodyAnswers(interview);
            case INTERRUPTED -> interrupted();
        };
    }

    private ExitCode left(ExitCode code, Interview interview) {
        console.err().print(formatter.stillOpen(interview) + formatter.whereabouts(store.isThere()));
        return code;
    }

    private ExitCode nobodyAnswers(Interview interview) {
        console.err().print(formatter.missing(interview, store.isThere(), prompter.lastWrong()));
        return ExitCode.USAGE;
    }

    private ExitCode interrupted() {
        console.err().print(formatter.whereabouts(store.isThere()));
        return ExitCode.INTERRUPTED;
    }

    private ExitCode recommended(Interview interview) {
        prompter.say("\n");
        ExitCode code = program.run(console, formatter.recommend());
        prompter.say("\n" + formatter.again(interview));
        boolean isOffered = prompter.isTerminal()
                && code == ExitCode.OK
                && interview.interimResult().evaluation().outcome().recommended().isPresent();
        return isOffered ? offered(interview.known()) : code;
    }

    private ExitCode offered(AnswersFile known) {
        Bot bot = known.bot();
        Prompt offer = new Prompt(
                "Write the bot now?",
                "It goes into a folder that is new or empty.",
                List.of(new Prompt.Choice(NO, "write nothing")),
                bot.name(),
                true,
                "the folder",
                AskEnding::wrongFolder);
        return asked(
                offer,
                folder -> folder.equals(NO) ? ExitCode.OK : inItsLanguage(known, () -> written(folder, bot)));
    }

    /** Asked once: the answers file remembers it. */
    private ExitCode inItsLanguage(AnswersFile known, Supplier<ExitCode> write) {
        if (known.bot().language().isPresent()) {
            return write.get();
        }
        Map<String, String> titles = new LinkedHashMap<>();
        Builtin.knowledge().templates().forEach(template -> titles.put(template.id(), template.title()));
        Topic language = new Topic.Language(titles, Builtin.DEFAULT_LANGUAGE);
        return asked(language.prompt(known), answer -> {
            store.save(language, answer);
            return write.get();
        });
    }

    private ExitCode asked(Prompt prompt, Function<String, ExitCode> next) {
        Reply reply = prompter.ask(prompt);
        if (reply instanceof Reply.Answer answer) {
            return next.apply(answer.text());
        }
        return switch ((Reply.Command) reply) {
            case INTERRUPTED -> interrupted();
            case END_OF_INPUT -> {
                console.err().print(formatter.whereabouts(store.isThere()));
                yield ExitCode.USAGE;
            }
            case EXPLAIN, BACK -> asked(prompt, next);
            case QUIT -> ExitCode.OK;
        };
    }

    /** Whoever says yes to the question has not named a folder. */
    private ExitCode written(String answer, Bot bot) {
        prompter.say("\n");
        boolean isYes = answer.matches("(?i)y|yes");
        return program.run(console, formatter.scaffold(isYes ? bot.name() : answer));
    }

    private static List<String> wrongFolder(String folder) {
        return folder.startsWith("~") || folder.startsWith("-")
                ? List.of("Write the path of the folder without ~, and with ./ in front of a hyphen.")
                : List.of();
    }
}
