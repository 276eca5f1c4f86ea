package dev.transportadvisor.testing;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A valid text with some of its lines and words changed. Most of what changes single bytes of a long text is no YAML
 * any more and shows nothing but the parser; most of this is YAML, and wrong in what it says.
 */
public final class SpoiltText {

    private static final int MOST_CHANGES = 6;
    private static final Pattern WORD = Pattern.compile("[^\\s{}\\[\\],:\"']+");

    /** What readers look at twice. */
    private static final List<String> ODD_WORDS = List.of(
            "''", "~", "0", "-1", "1e9", "99999999999", "0.5", "'> 5'", "'<= 0.5'", "{}", "[]", "[x, x]", "{x: y}",
            "&a x", "*a", "!x y", "\"\\u0000\"", "\"\\ud83d\"", "ä😀", "no", "unknown", "x".repeat(300));

    private SpoiltText() {}

    /** @return the text as it is where there are no data */
    public static String of(FuzzedDataProvider data, String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        for (int change = 0; change < MOST_CHANGES && data.remainingBytes() > 0; change++) {
            spoil(data, lines);
        }
        return String.join("\n", lines) + "\n";
    }

    private static void spoil(FuzzedDataProvider data, List<String> lines) {
        int at = data.consumeInt(0, lines.size() - 1);
        int other = data.consumeInt(0, lines.size() - 1);
        String line = lines.get(at);
        switch (data.consumeInt(0, 8)) {
            case 0 -> lines.add(at, lines.get(other));
            case 1 -> lines.set(at, lines.set(other, line));
            case 2 -> lines.set(at, "  " + line);
            case 3 -> lines.set(at, line.replaceFirst("^ {1,2}", ""));
            case 4 -> lines.set(at, data.consumeString(20));
            case 5 -> lines.set(at, line.isEmpty() || lines.size() == 1 ? "x" : "");
            case 6 -> lines.set(at, withWord(data, line, data.pickValue(ODD_WORDS)));
            case 7 -> lines.set(at, withWord(data, line, data.consumeString(8)));
            default -> lines.set(at, withWord(data, line, word(data, lines.get(other))));
        }
    }

    private static String word(FuzzedDataProvider data, String line) {
        List<String> words = WORD.matcher(line).results().map(MatchResult::group).toList();
        return words.isEmpty() ? "x" : data.pickValue(words);
    }

    private static String withWord(FuzzedDataProvider data, String line, String word) {
        List<MatchResult> words = WORD.matcher(line).results().toList();
        if (words.isEmpty()) {
            return line + word;
        }
        MatchResult old = data.pickValue(words);
        return line.substring(0, old.start()) + word + line.substring(old.end());
    }
}
