package dev.transportadvisor.decision;

import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.DecisionTableReader;
import dev.transportadvisor.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The text of a small table, one line for each row, so that a row is easily found by its line. */
public final class TableText {

    private static final String REASON = "because: It is so., source: 'https://example.org/'";

    private final List<String> alternatives;
    private final List<String> inputs = new ArrayList<>();
    private final List<String> criteria = new ArrayList<>();
    private final List<String> rules = new ArrayList<>();
    private final List<String> limits = new ArrayList<>();
    private final List<String> implications = new ArrayList<>();
    private final List<String> contradictions = new ArrayList<>();
    private final List<String> cautions = new ArrayList<>();
    private final List<String> capabilities = new ArrayList<>();
    private final List<String> defaults = new ArrayList<>();
    private String notNeeded = "";

    private TableText(List<String> alternatives) {
        this.alternatives = alternatives;
    }

    /** A table between alternatives, of which the first is the default. */
    public static TableText between(String... alternatives) {
        return new TableText(List.of(alternatives));
    }

    public TableText need(String id) {
        inputs.add("{id: " + id + ", section: needs, question: 'Is it?', why: It is., source: 'https://example.org/'}");
        return this;
    }

    public TableText words(String id, String... words) {
        String answers = Stream.of(words).map(word -> word + ": it is").collect(Collectors.joining(", "));
        return context(id, "answers: {" + answers + "}");
    }

    public TableText number(String id, String min, boolean whole) {
        return context(id, "number: {min: " + min + ", whole: " + whole + "}");
    }

    private TableText context(String id, String domain) {
        inputs.add(
                "{id: " + id + ", section: context, question: 'Is it?', why: It is., source: 'https://example.org/', "
                        + domain + "}");
        return this;
    }

    /** @param fits one for each alternative, such as {@code no}, or {@code no where size: '< 3' is partly} */
    public TableText criterion(String id, String... fits) {
        String fit = IntStream.range(0, fits.length)
                .mapToObj(i -> alternatives.get(i) + ": " + fit(fits[i]))
                .collect(Collectors.joining(", "));
        criteria.add("{id: " + id + ", label: it, " + REASON + ", fit: {" + fit + "}}");
        return this;
    }

    private static String fit(String words) {
        String[] parts = words.split(" where | is ");
        String where = parts.length == 1
                ? ""
                : ", where: [{when: {" + parts[1] + "}, is: " + parts[2] + ", because: it is then}]";
        return "{is: " + parts[0] + ", because: it is" + where + "}";
    }

    /** @param when such as {@code "workspaces: '> 5', hosting: own"}, or {@code "hosting: own unless size: '< 2'"} */
    public TableText rule(String id, String criterion, String when, String importance) {
        rules.add("{id: " + id + ", criterion: " + criterion + ", " + guard(when) + ", importance: " + importance
                + ", " + REASON + "}");
        return this;
    }

    private static String guard(String when) {
        String[] parts = when.split(" unless ");
        return "when: {" + parts[0] + "}" + (parts.length == 1 ? "" : ", unless: {" + parts[1] + "}");
    }

    /** @param cases such as {@code host: own}; it holds when one of them does */
    public TableText limit(String id, String excludes, String... cases) {
        String when = Stream.of(cases).map(tests -> "{" + tests + "}").collect(Collectors.joining(", "));
        limits.add("{id: " + id + ", label: it cannot be, when: [" + when + "], excludes: [" + excludes
                + "], lifted-by: do it, " + REASON + "}");
        return this;
    }

    public TableText implication(String input, String when, String answer) {
        implications.add(
                "{input: " + input + ", " + guard(when) + ", answer: " + answer + ", because: It follows.}");
        return this;
    }

    public TableText denial(String id, String wish, String when) {
        contradictions.add("{id: " + id + ", denies: " + wish + ", " + guard(when) + ", " + REASON + "}");
        return this;
    }

    public TableText contradiction(String id, String when) {
        contradictions.add("{id: " + id + ", " + guard(when) + ", " + REASON + "}");
        return this;
    }

    public TableText notNeeded(String when) {
        notNeeded = "not-needed: {" + guard(when) + ", instead: a walk, steps: [Walk.], " + REASON + "}\n";
        return this;
    }

    /** What to take among equals under a condition. */
    public TableText defaultWhere(String when, String alternative) {
        defaults.add("{" + guard(when) + ", alternative: " + alternative + ", " + REASON + "}");
        return this;
    }

    public TableText caution(String id, String when) {
        cautions.add("{id: " + id + ", when: {" + when + "}, text: Mind it., source: 'https://example.org/'}");
        return this;
    }

    /** @param more such as {@code confidence: lean, alternative: left} */
    public TableText caution(String id, String when, String more) {
        cautions.add("{id: " + id + ", " + guard(when) + ", " + more
                + ", text: Mind it., source: 'https://example.org/'}");
        return this;
    }

    public TableText capability(String id, String when) {
        capabilities.add("{id: " + id + ", means: it is there, missing: It is not there., asked: [{when: {" + when
                + "}, because: It is needed., source: 'https://example.org/'}]}");
        return this;
    }

    public DecisionTable read() {
        return DecisionTableReader.read(new SourceFile("table.yaml", toString()));
    }

    /** The line, from 1, of the first row with an id. */
    public int line(String id) {
        List<String> lines = toString().lines().toList();
        return IntStream.range(0, lines.size())
                        .filter(i -> lines.get(i).contains("{id: " + id + ","))
                        .findFirst()
                        .orElseThrow()
                + 1;
    }

    @Override
    public String toString() {
        String first = alternatives.get(0);
        return Tables.HEAD
                        .replaceFirst(
                                "(?s)alternatives:.*?(?=default:)",
                                section(
                                        "alternatives",
                                        alternatives.stream()
                                                .map(id -> "{id: " + id + ", title: It, name: it, summary: It is.}")
                                                .toList()))
                        .replace("alternative: left", "alternative: " + first)
                        .replaceFirst(
                                "(default: .*)}",
                                defaults.isEmpty() ? "$1}" : "$1, where: [" + String.join(", ", defaults) + "]}")
                + notNeeded
                + section("inputs", inputs)
                + section("limits", limits)
                + section("implications", implications)
                + section("contradictions", contradictions)
                + section("criteria", criteria)
                + section("rules", rules)
                + section("cautions", cautions)
                + section("capabilities", capabilities);
    }

    private static String section(String key, List<String> rows) {
        return rows.isEmpty()
                ? ""
                : key + ":\n" + rows.stream().map(row -> "  - " + row + "\n").collect(Collectors.joining());
    }
}
