package dev.transportadvisor.questionnaire;

import dev.transportadvisor.decision.answers.AnswersFile;
import dev.transportadvisor.decision.answers.AnswersText;
import dev.transportadvisor.decision.answers.BotRules;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.Domain;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Value;
import dev.transportadvisor.source.Quoted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Something that an interview asks about: one key of an answers file. */
public sealed interface Topic {

    /** The key with its section, such as {@code needs.serverless}. */
    String key();

    String question();

    /** The question with what is known already as its default. */
    Prompt prompt(AnswersFile known);

    /** What is known once the topic has been answered. */
    AnswersFile said(String answer, AnswersFile known);

    /** The answers file with the answer written into it. */
    AnswersText written(String answer, AnswersText text);

    /** The bot's name. */
    record Name(BotRules rules) implements Topic {

        @Override
        public String key() {
            return "bot.name";
        }

        @Override
        public String question() {
            return "What is the bot called?";
        }

        @Override
        public Prompt prompt(AnswersFile known) {
            return Prompt.ofText(
                    question(),
                    "It names the bot's folder, artifact and slash command.",
                    known.bot().name(),
                    "2 to 31 lower-case letters, digits and hyphens",
                    rules::wrongWithName);
        }

        @Override
        public AnswersFile said(String answer, AnswersFile known) {
            return new AnswersFile(known.bot().withName(answer), known.answers());
        }

        @Override
        public AnswersText written(String answer, AnswersText text) {
            return text.withName(answer);
        }
    }

    /** What the bot does. */
    record Summary(BotRules rules) implements Topic {

        @Override
        public String key() {
            return "bot.summary";
        }

        @Override
        public String question() {
            return "What does it do, in one line?";
        }

        @Override
        public Prompt prompt(AnswersFile known) {
            return Prompt.ofText(
                    question(),
                    "Slack shows it beside the bot's name.",
                    known.bot().summary(),
                    "up to 140 characters, or nothing",
                    rules::wrongWithSummary);
        }

        @Override
        public AnswersFile said(String answer, AnswersFile known) {
            return new AnswersFile(known.bot().withSummary(answer), known.answers());
        }

        @Override
        public AnswersText written(String answer, AnswersText text) {
            return text.withSummary(answer);
        }
    }

    /**
     * What the bot is written in.
     *
     * @param titles what there is in each language
     * @param preset the language of a bot whose owner names none
     */
    record Language(Map<String, String> titles, String preset) implements Topic {

        @Override
        public String key() {
            return "bot.language";
        }

        @Override
        public String question() {
            return "In which language?";
        }

        @Override
        public Prompt prompt(AnswersFile known) {
            List<Prompt.Choice> choices = titles.entrySet().stream()
                    .map(title -> new Prompt.Choice(title.getKey(), title.getValue()))
                    .toList();
            return Prompt.ofChoices(question(), "The bot does the same in each.", choices, preset);
        }

        @Override
        public AnswersFile said(String answer, AnswersFile known) {
            return new AnswersFile(known.bot().withLanguage(answer), known.answers());
        }

        @Override
        public AnswersText written(String answer, AnswersText text) {
            return text.withLanguage(answer);
        }
    }

    /** A question of the decision table. */
    record Question(InputClause input) implements Topic {

        private static final Prompt.Choice UNKNOWN = new Prompt.Choice(Answers.UNKNOWN, "don't know");

        @Override
        public String key() {
            return input.section().key() + "." + input.id();
        }

        @Override
        public String question() {
            return input.question();
        }

        @Override
        public Prompt prompt(AnswersFile known) {
            String initial = Answers.text(known.answers().value(input));
            if (input.domain() instanceof Domain.Words words) {
                List<Prompt.Choice> choices = Stream.concat(
                                words.meanings().stream()
                                        .map(meaning -> new Prompt.Choice(meaning.word(), meaning.means())),
                                Stream.of(UNKNOWN))
                        .toList();
                return Prompt.ofChoices(question(), input.why(), choices, initial, words.synonyms());
            }
            String allowed = String.join(", ", input.domain().allowed());
            return new Prompt(
                    question(), input.why(), List.of(UNKNOWN), initial, true, allowed, text -> wrong(text, allowed));
        }

        private List<String> wrong(String text, String allowed) {
            return value(text).isPresent()
                    ? List.of()
                    : List.of(Quoted.of(text) + " is no answer. Allowed: " + allowed + ", or " + Answers.UNKNOWN
                            + ".");
        }

        private Optional<Value> value(String answer) {
            return input.domain().parse(answer);
        }

        @Override
        public AnswersFile said(String answer, AnswersFile known) {
            return new AnswersFile(known.bot(), known.answers().with(input, value(answer)));
        }

        @Override
        public AnswersText written(String answer, AnswersText text) {
            return text.with(input, value(answer));
        }
    }
}
