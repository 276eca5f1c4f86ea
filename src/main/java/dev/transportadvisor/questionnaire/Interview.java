package dev.transportadvisor.questionnaire;

import dev.transportadvisor.decision.answers.AnswersFile;
import dev.transportadvisor.decision.answers.BotRules;
import dev.transportadvisor.decision.search.Prospects;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.InputClause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far an interview has come. What was known before it began is offered as a default and asked in
 * turn, so an interview that is taken up again goes the same way.
 */
public final class Interview {

    private final QuestionOrder order;
    private final BotRules rules;
    private final boolean all;

    /** Everything that is known, from before as well. */
    private final AnswersFile known;

    /** What has been answered in this interview, on the way to here. */
    private final Answers given;

    private final List<Topic> asked;
    private final Optional<Interview> previous;
    private final Optional<Topic> next;

    private Interview(
            QuestionOrder order,
            BotRules rules,
            boolean all,
            AnswersFile known,
            Answers given,
            List<Topic> asked,
            Optional<Interview> previous) {
        this.order = order;
        this.rules = rules;
        this.all = all;
        this.known = known;
        this.given = given;
        this.asked = List.copyOf(asked);
        this.previous = previous;
        this.next = findNext();
    }

    private Optional<Topic> findNext() {
        return switch (asked.size()) {
            case 0 -> Optional.of(new Topic.Name(rules));
            case 1 -> Optional.of(new Topic.Summary(rules));
            default -> nextQuestion().map(Topic.Question::new);
        };
    }

    /**
     * An interview in which nothing has been asked yet.
     *
     * @param known the defaults
     * @param all whether questions are asked that can no longer change the outcome
     */
    public static Interview start(DecisionTable table, BotRules rules, AnswersFile known, boolean all) {
        return new Interview(
                new QuestionOrder(table), rules, all, known, Answers.none(table), List.of(), Optional.empty());
    }

    /** What to ask next; empty if nothing is left that could change the outcome. */
    public Optional<Topic> next() {
        return next;
    }

    private Optional<InputClause> nextQuestion() {
        List<InputClause> open = notAsked();
        return order.next(open, given).or(() -> all ? open.stream().findFirst() : Optional.empty());
    }

    /** The interview behind the answer to what is {@link #next}. */
    public Interview answered(String answer) {
        Topic topic = next.orElseThrow();
        List<Topic> more = new ArrayList<>(asked);
        more.add(topic);
        Answers now = topic.said(answer, new AnswersFile(known.bot(), given)).answers();
        return new Interview(order, rules, all, topic.said(answer, known), now, more, Optional.of(this));
    }

    /** The interview before its last question, whose answer is now the default; empty at the start. */
    public Optional<Interview> back() {
        return previous.map(
                before -> new Interview(order, rules, all, known, before.given, before.asked, before.previous));
    }

    /** The same interview, but with every question of the table. */
    public Interview askingAll() {
        return new Interview(order, rules, true, known, given, asked, previous);
    }

    /** Whether no way of answering what is open leads elsewhere. */
    public boolean isDecided() {
        return order.after(given).isDecided();
    }

    /** Where the verdict stands with everything that is known. */
    public InterimResult interimResult() {
        return InterimResult.of(order.evaluator().evaluate(known.answers()), order.after(known.answers()));
    }

    public DecisionTable table() {
        return order.table();
    }

    public AnswersFile known() {
        return known;
    }

    /** How many questions of the table have been asked. */
    public int questionsAsked() {
        return Math.max(0, asked.size() - 2);
    }

    public int questionsInTable() {
        return order.table().inputs().size();
    }

    /** Whether anything has been answered at all. */
    public boolean hasBegun() {
        return !asked.isEmpty();
    }

    /** The questions without an answer that can still change the outcome. */
    public List<Topic> stillOpen() {
        Prospects prospects = order.after(known.answers());
        return order.table().inputs().stream()
                .filter(input -> known.answers().value(input).isEmpty())
                .filter(input -> all || prospects.canChange(input))
                .<Topic>map(Topic.Question::new)
                .toList();
    }

    private List<InputClause> notAsked() {
        return order.table().inputs().stream()
                .filter(input -> !asked.contains(new Topic.Question(input)))
                .toList();
    }
}
