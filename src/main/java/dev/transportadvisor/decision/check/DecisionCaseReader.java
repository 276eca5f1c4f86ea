package dev.transportadvisor.decision.check;

import dev.transportadvisor.decision.answers.AnswersReader;
import dev.transportadvisor.decision.answers.BuiltinCommands;
import dev.transportadvisor.decision.evaluation.DecidedBy;
import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.Confidence;
import dev.transportadvisor.decision.table.Contradiction;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.Limit;
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
import java.util.stream.Stream;

/** Reads the cases of a decision table. */
public final class DecisionCaseReader {

    private static final Outcome CONFLICT = new Outcome.Conflict();
    private static final Outcome NOT_NEEDED = new Outcome.NotNeeded();

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
        Outcome expected = outcome(expect);
        Optional<Confidence> confidence = expect.scalar("confidence")
                .flatMap(node ->
                        problems.choose("confidence", node, List.of(Confidence.values()), Confidence::word));
        List<String> fired = expect.choices("fired", rows(), row -> row);
        expect.rejectUnknownKeys();
        reader.rejectUnknownKeys();
        return new DecisionCase(
                id, because, answers, expected, confidence, fired, problems.location(reader.span()));
    }

    /** The ids of what can have a part in a decision. */
    private List<String> rows() {
        return Stream.of(
                        table.rules().stream().map(Rule::id),
                        table.limits().stream().map(Limit::id),
                        table.contradictions().stream().map(Contradiction::id))
                .flatMap(ids -> ids)
                .toList();
    }

    private Outcome outcome(MappingReader expect) {
        List<String> allowed = new ArrayList<>(
                table.alternatives().stream().map(Alternative::id).toList());
        allowed.addAll(List.of(CONFLICT.word(), NOT_NEEDED.word()));
        String word = expect.requiredChoice("outcome", allowed, choice -> choice).orElse(CONFLICT.word());
        Optional<Alternative> recommended = table.alternative(word);
        if (recommended.isEmpty()) {
            return word.equals(CONFLICT.word()) ? CONFLICT : NOT_NEEDED;
        }
        return expect.requiredChoice("decided-by", List.of(DecidedBy.values()), DecidedBy::word)
                .<Outcome>map(decidedBy -> new Outcome.Recommended(recommended.get(), decidedBy))
                .orElse(CONFLICT);
    }
}
