package dev.transportadvisor.decision;

import dev.transportadvisor.decision.answers.BuiltinCommands;
import dev.transportadvisor.decision.check.DecisionCase;
import dev.transportadvisor.decision.check.DecisionCaseReader;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.DecisionTableReader;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Value;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.SourceReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The tables that the tests decide with, and answers to their questions. */
public final class Tables {

    /** Everything that a table needs before its questions: two alternatives, the real weights and shares. */
    public static final String HEAD =
            """
            schema: 1
            alternatives:
              - {id: left, title: Left, name: left, summary: To the left.}
              - {id: right, title: Right, name: right, summary: To the right.}
            default: {alternative: left, because: It is nearer., source: "https://example.org/"}
            development: {alternative: left, because: It is nearer., source: "https://example.org/"}
            importance:
              must: {weight: 5, means: it has to be}
              should: {weight: 3, means: it had better be}
              nice: {weight: 1, means: it may be}
              no: {weight: 0, means: it need not be}
            fit-percent: {yes: 100, partly: 50, no: 0}
            """;

    private Tables() {}

    /** The built-in table. */
    public static DecisionTable transport() {
        return DecisionTableReader.read(builtin("transport.yaml"));
    }

    /** The cases of the built-in table. */
    public static List<DecisionCase> transportCases(DecisionTable table) {
        return DecisionCaseReader.read(table, builtin("transport.cases.yaml"));
    }

    public static BuiltinCommands builtinCommands() {
        return BuiltinCommands.read(builtin("builtin-commands.yaml"));
    }

    public static SourceFile builtin(String name) {
        return SourceReader.read(Path.of("rules", name));
    }

    public static DecisionTable table(String yaml) {
        return DecisionTableReader.read(new SourceFile("table.yaml", yaml));
    }

    /** Answers such as {@code "workspaces: 6"}; the others are unknown. */
    public static Answers answers(DecisionTable table, String... keysAndValues) {
        Answers answers = Answers.none(table);
        for (String keyAndValue : keysAndValues) {
            if (keyAndValue.isEmpty()) {
                continue;
            }
            String[] parts = keyAndValue.split(": ");
            InputClause input = table.input(parts[0]).orElseThrow();
            answers = answers.with(input, Optional.of(value(input, parts[1])));
        }
        return answers;
    }

    public static Value value(InputClause input, String text) {
        return input.domain().parse(text).orElseThrow(() -> new IllegalArgumentException(input + ": " + text));
    }
}
