package dev.transportadvisor.questionnaire;

import dev.transportadvisor.questionnaire.Prompt.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.text.WordUtils;

/**
 * The lines of a question.
 *
 * @param width how many columns there are
 */
record PromptLayout(int width) {

    /** The question, without the reason. */
    String question(Prompt prompt) {
        return wrapped("", prompt.question());
    }

    String why(Prompt prompt) {
        return wrapped("", prompt.why());
    }

    /** A line beside the question. */
    String note(String text) {
        return wrapped("", text);
    }

    /** The choices, each on a line of its own, or on several with a hanging indent. */
    List<String> choices(Prompt prompt) {
        List<String> lines = new ArrayList<>();
        List<Choice> numbered = prompt.numbered();
        for (int i = 0; i < numbered.size(); i++) {
            Choice choice = numbered.get(i);
            String mark = choice.word().equals(prompt.initial()) ? " (default)" : "";
            lines.add(wrapped("     ", (i + 1) + ". " + choice.word() + ": " + choice.means() + mark)
                    .substring(3));
        }
        return lines;
    }

    /** What to type where there is no list to choose from, ending with a line break; empty where there is one. */
    String allowed(Prompt prompt) {
        String others = prompt.choices().stream()
                .map(choice -> ", or " + choice.word() + ": " + choice.means())
                .collect(Collectors.joining());
        return prompt.free() ? wrapped("  ", prompt.allowed() + others) + "\n" : "";
    }

    /** In front of what is typed, with the answer that Enter gives; empty for none. */
    static String answer(String onEnter) {
        return onEnter.isEmpty() ? "Answer: " : "Answer [" + onEnter + "]: ";
    }

    private String wrapped(String indent, String text) {
        // At least some columns, however narrow the terminal is.
        int columns = Math.max(20, width - indent.length());
        return indent + WordUtils.wrap(text, columns, "\n" + indent, true);
    }
}
