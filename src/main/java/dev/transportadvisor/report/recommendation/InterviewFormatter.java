package dev.transportadvisor.report.recommendation;

import dev.transportadvisor.decision.answers.AnswersFile;
import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.questionnaire.Interview;
import dev.transportadvisor.questionnaire.Topic;
import dev.transportadvisor.report.format.Paragraph;
import dev.transportadvisor.source.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands around an interview. */
public record InterviewFormatter(Invocation invocation) {

    /** What to expect, before the first question. */
    public String start(Optional<AnswersFile> found, DecisionTable table) {
        String kept = found.map(file -> "Resuming " + shown() + ": " + answered(file, table) + " answered."
                        + " Enter keeps an answer.")
                .orElse("Your answers go to " + shown() + ", each as soon as it is given.");
        return Paragraph.indented("", kept)
                + Paragraph.indented(
                        "",
                        "Answer with a number, a word or its beginning; Enter takes the default."
                                + " ? explains a question, < goes back, q leaves and keeps what was said.");
    }

    private static long answered(AnswersFile file, DecisionTable table) {
        return table.inputs().stream()
                .filter(input -> file.answers().value(input).isPresent())
                .count();
    }

    /** Where the answers are when an interview ends early. */
    public String whereabouts(boolean isThere) {
        return isThere
                ? "Your answers are in " + shown() + ". To go on:\n  " + invocation.line(invocation.ask()) + "\n"
                : "Nothing was answered, so " + shown() + " was not written.\n";
    }

    /** What could still change the outcome. */
    public String stillOpen(Interview interview) {
        String open = interview.stillOpen().stream().map(Topic::key).collect(Collectors.joining(", "));
        return Paragraph.hanging(
                "still open: ", "            ", open.isEmpty() ? "nothing that could change the outcome" : open);
    }

    /**
     * The keys to write where nobody answers, each with its question.
     *
     * @param wrong what was wrong with what was given as an answer; empty if nothing was
     */
    public String missing(Interview interview, boolean isThere, Optional<String> wrong) {
        List<Topic> missing =
                new ArrayList<>(isThere ? List.of() : interview.next().stream().toList());
        missing.addAll(interview.stillOpen());
        String intro = "There is no terminal to ask on and standard input holds "
                + wrong.map(message -> "no answer that is allowed. " + message + " ").orElse("no answers. ");
        if (missing.isEmpty()) {
            return Paragraph.indented("", intro + "Nothing is missing from " + shown() + " either:") + "  "
                    + invocation.line(recommend()) + "\n";
        }
        return Paragraph.indented(
                        "", intro + "Pipe answers in, one a line, or write these keys into " + shown() + ":")
                + missing.stream()
                        .map(topic -> Paragraph.hanging("  ", "    ", topic.key() + ": " + topic.question()))
                        .collect(Collectors.joining());
    }

    /** Where the answers are, and the commands that repeat what follows from them. */
    public String again(Interview interview) {
        String folder = interview.known().bot().name();
        Outcome outcome = interview.interimResult().evaluation().outcome();
        Stream<String[]> scaffolds = outcome.recommended().isPresent()
                ? Stream.<String[]>of(scaffold(folder))
                : outcome instanceof Outcome.NotNeeded
                        ? Stream.of()
                        : interview.table().alternatives().stream()
                                .map(side -> invocation.on("scaffold", "-d", folder, "--transport", side.id()));
        return "Your answers are in " + shown() + ". To repeat this:\n"
                + Stream.concat(Stream.<String[]>of(recommend()), scaffolds)
                        .map(arguments -> "  " + invocation.line(arguments) + "\n")
                        .collect(Collectors.joining());
    }

    /** The arguments that print the recommendation. */
    public String[] recommend() {
        return invocation.on("recommend");
    }

    /** The arguments that write the bot. */
    public String[] scaffold(String folder) {
        return invocation.on("scaffold", "-d", folder);
    }

    private String shown() {
        return Quoted.visible(invocation.answersPath());
    }
}
