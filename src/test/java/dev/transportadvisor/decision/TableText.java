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
    private final List<String> cautions = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();

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

    /** @param fits one for each alternative */
    public TableText criterion(String id, String... fits) {
        String fit = IntStream.range(0, fits.length)
                .mapToObj(i -> alternatives.get(i) + ": {is: " + fits[i] + ", because: it is}")
                .collect(Collectors.joining(", "));
        criteria.add("{id: " + id + ", label: it, " + REASON + ", fit: {" + fit + "}}");
        return this;
    }

    /** @param when such as {@code "workspaces: '> 5', hosting: own"} */
    public TableText rule(String id, String criterion, String when, String importance) {
        rules.add("{id: " + id + ", criterion: " + criterion + ", when: {" + when + "}, importance: " + importance
                + ", " + REASON + "}");
        return this;
    }

    public TableText caution(String id, String when) {
        cautions.add("{id: " + id + ", when: {" + when + "}, text: Mind it., source: 'https://example.org/'}");
        return this;
    }

    public TableText gap(String id, String when) {
        gaps.add("{id: " + id + ", when: {" + when + "}, text: It is not there.}");
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
                + section("inputs", inputs)
                + section("criteria", criteria)
                + section("rules", rules)
                + section("cautions", cautions)
                + section("gaps", gaps);
    }

    private static String section(String key, List<String> rows) {
        return rows.isEmpty()
                ? ""
                : key + ":\n" + rows.stream().map(row -> "  - " + row + "\n").collect(Collectors.joining());
    }
}
