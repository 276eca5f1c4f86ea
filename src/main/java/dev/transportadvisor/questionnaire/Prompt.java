package dev.transportadvisor.questionnaire;

import dev.transportadvisor.source.Quoted;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A question in the form in which it is put.
 *
 * @param why the reason for asking, as a sentence
 * @param choices what to choose from; the last resort of a free text, such as {@code unknown}, may be one too
 * @param initial the answer that Enter gives; may be empty
 * @param free whether other texts than the choices are allowed
 * @param allowed what to type, in words, for a question with free text
 * @param wrong what is wrong with a free text, as sentences; nothing if it is allowed
 * @param synonyms other words that can only mean one of the choices
 */
public record Prompt(
        String question,
        String why,
        List<Choice> choices,
        String initial,
        boolean free,
        String allowed,
        Function<String, List<String>> wrong,
        Map<String, String> synonyms) {

    /** An answer to choose, and what it means. */
    public record Choice(String word, String means) {}

    public Prompt {
        choices = List.copyOf(choices);
        synonyms = Map.copyOf(synonyms);
    }

    public Prompt(
            String question,
            String why,
            List<Choice> choices,
            String initial,
            boolean free,
            String allowed,
            Function<String, List<String>> wrong) {
        this(question, why, choices, initial, free, allowed, wrong, Map.of());
    }

    static Prompt ofChoices(String question, String why, List<Choice> choices, String initial) {
        return new Prompt(question, why, choices, initial, false, "", text -> List.of());
    }

    /** A question that other words than its choices answer, too. */
    static Prompt ofChoices(
            String question, String why, List<Choice> choices, String initial, Map<String, String> synonyms) {
        return new Prompt(question, why, choices, initial, false, "", text -> List.of(), synonyms);
    }

    static Prompt ofText(
            String question, String why, String initial, String allowed, Function<String, List<String>> wrong) {
        return new Prompt(question, why, List.of(), initial, true, allowed, wrong);
    }

    /** The same with its number in front. */
    Prompt numbered(int number) {
        return new Prompt(number + ". " + question, why, choices, initial, free, allowed, wrong, synonyms);
    }

    /** The choices that a number stands for; where other texts are allowed, a number is such a text. */
    List<Choice> numbered() {
        return free ? List.of() : choices;
    }

    /** What a typed line means. */
    Reply reply(String line) {
        String text = line.strip();
        return switch (text) {
            case "" -> answer(initial);
            case "?" -> Reply.Command.EXPLAIN;
            case "<" -> Reply.Command.BACK;
            case "q" -> Reply.Command.QUIT;
            default -> answer(text);
        };
    }

    private Reply answer(String text) {
        List<String> words = meant(text);
        if (words.size() == 1) {
            return new Reply.Answer(words.get(0));
        } else if (words.size() > 1) {
            return new Reply.Wrong(
                    Quoted.of(text) + " can be " + String.join(" or ", words) + ". Type more of the word.");
        } else if (!free) {
            return new Reply.Wrong(Quoted.of(text) + " is no answer. Allowed: a number from 1 to "
                    + choices.size() + ", or "
                    + String.join(", ", words()) + ".");
        }
        List<String> problems = wrong.apply(text);
        return problems.isEmpty() ? new Reply.Answer(text) : new Reply.Wrong(String.join(" ", problems));
    }

    /** The words that a text can stand for: its number, itself, or every word that begins with it. */
    private List<String> meant(String text) {
        for (int i = 0; i < numbered().size(); i++) {
            if (text.equals(String.valueOf(i + 1))) {
                return List.of(choices.get(i).word());
            }
        }
        String typed = text.toLowerCase(Locale.ROOT);
        String beginning = synonyms.getOrDefault(typed, typed);
        return words().contains(beginning)
                ? List.of(beginning)
                : words().stream()
                        .filter(word -> !text.isEmpty() && word.startsWith(beginning))
                        .toList();
    }

    private List<String> words() {
        return choices.stream().map(Choice::word).toList();
    }
}
