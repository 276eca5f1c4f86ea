package dev.transportadvisor.cli;

import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.questionnaire.Topic;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Types what a story has for the question on the screen, and only Enter where it has nothing. So a question that is new
 * in the table, or comes earlier than before, leaves a story as it is.
 */
final class Interviewee {

    private static final String END_OF_INPUT = "^D";

    private final Map<String, String> keysByQuestion = new HashMap<>(Map.of(
            "What is the bot called?", "bot.name",
            "What does it do, in one line?", "bot.summary",
            "questions that are left?", "go-on"));
    private final Map<String, Deque<String>> replies = new HashMap<>();

    /**
     * @param replies a line each, of the key of a question and what is typed there; a key that is asked several times
     *     may have several
     */
    Interviewee(DecisionTable table, List<String> replies) {
        table.inputs().stream()
                .map(Topic.Question::new)
                .forEach(topic -> keysByQuestion.put(topic.question(), topic.key()));
        replies.stream().map(reply -> reply.split(": ?", 2)).forEach(reply -> put(reply[0], reply[1]));
    }

    private void put(String key, String reply) {
        if (!keysByQuestion.containsValue(key)) {
            throw new IllegalArgumentException("Nothing is asked for " + key);
        }
        replies.computeIfAbsent(key, none -> new ArrayDeque<>()).add(reply);
    }

    /** What is typed, with an eye on what has been printed. */
    InputStream keyboard(Supplier<String> screen) {
        return new InputStream() {

            private ByteArrayInputStream line = bytes("");

            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            /** At most one line, since the next depends on what is said to this. */
            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (line.available() == 0) {
                    line = bytes(reply(screen.get()));
                }
                return line.read(buffer, offset, length);
            }
        };
    }

    /** The keys for which more would have been typed if they had been asked. */
    List<String> keysLeft() {
        return replies.keySet().stream()
                .filter(key -> !replies.get(key).isEmpty())
                .sorted()
                .toList();
    }

    private String reply(String printed) {
        Deque<String> left = replies.getOrDefault(asked(printed), new ArrayDeque<>());
        String reply = left.isEmpty() ? "" : left.remove();
        return reply.equals(END_OF_INPUT) ? "" : reply + "\n";
    }

    /** The key of the question that was printed last; its lines may be broken anywhere. */
    private String asked(String printed) {
        String text = printed.replaceAll("\\s+", " ");
        return keysByQuestion.entrySet().stream()
                .max(Comparator.comparingInt(question -> text.lastIndexOf(question.getKey())))
                .orElseThrow()
                .getValue();
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
