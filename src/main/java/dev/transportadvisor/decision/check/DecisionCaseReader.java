package dev.transportadvisor.decision.check;

import dev.transportadvisor.decision.answers.AnswersReader;
import dev.transportadvisor.decision.answers.BuiltinCommands;
import dev.transportadvisor.decision.evaluation.DecidedBy;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.Rule;
import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Problems;
import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the cases of a decision table. */
public final class DecisionCaseReader {

    /** What a case expects where no alternative is left. */
    private static final String CONFLICT = "conflict";

    private final DecisionTable table;
    private final Problems problems;
    private final Set<String> ids = new HashSet<>();

    private DecisionCaseReader(DecisionTable table, Problems problems) {
        this.table = table;
        this.problems = problems;
    }

    /** @throws dev.transportadvisor.source.InputException with everything that is wrong with the file */
    public static List<DecisionCase> read(DecisionTable table, SourceFile file) {
        Problems problems = new Problems(file);
        MappingReader root = new MappingReader("the file of cases", DocumentReader.read(file), problems);
        root.requiredChoice("schema", List.of("1"), schema -> schema);
        root.requiredNode("cases");
        DecisionCaseReader reader = new DecisionCaseReader(table, problems);
        List<DecisionCase> cases =
                root.mappings("cases").stream().map(reader::read).toList();
        root.rejectUnknownKeys();
        problems.throwIfAny();
        return cases;
    }

    private DecisionCase read(MappingReader reader) {
        String id = reader.requiredText("id");
        if (!id.isEmpty() && !ids.add(id)) {
            problems.at(reader.span(), "The case " + Quoted.of(id) + " stands twice. Ids are unique in a file.");
        }
        String because = reader.requiredText("because");
        Answers answers = new AnswersReader(table, new BuiltinCommands(List.of())).sections(reader);
        MappingReader expect = reader.requiredMapping("expect");
        Optional<String> outcome = outcome(expect);
        Optional<DecidedBy> decidedBy = outcome.equals(Optional.of(CONFLICT))
                ? Optional.empty()
                : expect.requiredChoice("decided-by", List.of(DecidedBy.values()), DecidedBy::word);
        List<String> fired = expect.choices("fired", table.rules(), Rule::id).stream()
                .map(Rule::id)
                .toList();
        expect.rejectUnknownKeys();
        reader.rejectUnknownKeys();
        return new DecisionCase(
                id,
                because,
                answers,
                outcome.flatMap(table::alternative),
                decidedBy,
                fired,
                problems.location(reader.span()));
    }

    private Optional<String> outcome(MappingReader expect) {
        List<String> allowed = new ArrayList<>(
                table.alternatives().stream().map(Alternative::id).toList());
        allowed.add(CONFLICT);
        return expect.requiredChoice("outcome", allowed, word -> word);
    }
}
