package dev.transportadvisor.questionnaire;

import dev.transportadvisor.decision.table.InputClause;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Carries an interview through with a person. */
public final class Conversation {

    private static final String YES = "yes";
    private static final String NO = "no";

    /** How a conversation ended. */
    public enum Ending {
        FINISHED,
        QUIT,
        END_OF_INPUT,
        INTERRUPTED
    }

    private final Prompter prompter;
    private final BiConsumer<Topic, String> saver;
    private final Function<InputClause, String> explanations;
    private Interview interview;

    /**
     * @param saver keeps an answer as soon as it has been given
     * @param explanations everything there is to know about a question, ending with a line break
     */
    public Conversation(
            Interview interview,
            Prompter prompter,
            BiConsumer<Topic, String> saver,
            Function<InputClause, String> explanations) {
        this.interview = interview;
        this.prompter = prompter;
        this.saver = saver;
        this.explanations = explanations;
    }

    /** The interview as far as it has come. */
    public Interview interview() {
        return interview;
    }

    public Ending run() {
        Optional<Ending> ending = Optional.empty();
        while (ending.isEmpty()) {
            ending = interview.next().map(this::ask).orElseGet(this::offerTheRest);
        }
        return ending.get();
    }

    private Optional<Ending> ask(Topic topic) {
        Prompt prompt = topic.prompt(interview.known());
        Reply reply = prompter.ask(
                topic instanceof Topic.Question ? prompt.numbered(interview.questionsAsked() + 1) : prompt);
        if (reply instanceof Reply.Answer answer) {
            return answered(topic, answer.text());
        } else if (reply == Reply.Command.EXPLAIN) {
            prompter.say(explanation(topic));
            return Optional.empty();
        }
        return ending(reply);
    }

    private Optional<Ending> answered(Topic topic, String answer) {
        saver.accept(topic, answer);
        interview = interview.answered(answer);
        if (topic instanceof Topic.Question) {
            prompter.note(interview.interimResult().sentence());
        }
        return Optional.empty();
    }

    private String explanation(Topic topic) {
        return topic instanceof Topic.Question question
                ? explanations.apply(question.input())
                : topic.prompt(interview.known()).why() + "\n";
    }

    /** Empty if the conversation goes on. */
    private Optional<Ending> ending(Reply reply) {
        return switch ((Reply.Command) reply) {
            case QUIT -> Optional.of(Ending.QUIT);
            case END_OF_INPUT -> Optional.of(Ending.END_OF_INPUT);
            case INTERRUPTED -> Optional.of(Ending.INTERRUPTED);
            case BACK, EXPLAIN -> {
                interview
                        .back()
                        .ifPresentOrElse(
                                before -> interview = before, () -> prompter.note("This is the first question."));
                yield Optional.empty();
            }
        };
    }

    private Optional<Ending> offerTheRest() {
        int left = interview.questionsInTable() - interview.questionsAsked();
        if (left == 0) {
            return Optional.of(Ending.FINISHED);
        }
        String count = interview.questionsAsked() + " of " + interview.questionsInTable() + ": ";
        prompter.note(
                interview.isDecided()
                        ? "Decided after " + count + interview.interimResult().outcome()
                                + ", whatever the other answers are."
                        : "Asked " + count + "only what was left unknown can still change the outcome.");
        return goOn(prompter.ask(offer(left)));
    }

    private static Prompt offer(int left) {
        return Prompt.ofChoices(
                left == 1
                        ? "Go on with the question that is left?"
                        : "Go on with the " + left + " questions that are left?",
                "They make a better record, and can bring up cautions.",
                List.of(new Prompt.Choice(YES, "ask them too"), new Prompt.Choice(NO, "show the recommendation")),
                NO);
    }

    /** The end of piped answers is no mistake here: nothing is open that matters. */
    private Optional<Ending> goOn(Reply reply) {
        if (reply instanceof Reply.Answer answer) {
            if (answer.text().equals(NO)) {
                return Optional.of(Ending.FINISHED);
            }
            interview = interview.askingAll();
            return Optional.empty();
        } else if (reply == Reply.Command.END_OF_INPUT && !prompter.isTerminal()) {
            return Optional.of(Ending.FINISHED);
        }
        return reply == Reply.Command.EXPLAIN ? Optional.empty() : ending(reply);
    }
}
