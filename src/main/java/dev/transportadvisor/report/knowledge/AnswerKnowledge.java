package dev.transportadvisor.report.knowledge;

import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.Domain;
import dev.transportadvisor.decision.table.Importance;
import dev.transportadvisor.decision.table.InputClause;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The answers that questions take. */
public record AnswerKnowledge(DecisionTable table) implements KnowledgeArea {

    private static final Set<String> YES_AND_NO = Set.of("yes", "no");

    @Override
    public List<KnowledgeItem> all() {
        Stream<KnowledgeItem> wishes = table.inputs().stream()
                .filter(input -> input.section() == InputClause.Section.NEEDS)
                .limit(1)
                .flatMap(this::wishes);
        Stream<KnowledgeItem> facts = table.inputs().stream()
                .filter(input -> input.section() == InputClause.Section.CONTEXT)
                .flatMap(AnswerKnowledge::facts);
        return Stream.concat(wishes, facts).toList();
    }

    /** All wishes are answered alike. */
    private Stream<KnowledgeItem> wishes(InputClause first) {
        return meanings(first).map(meaning -> new KnowledgeItem(
                meaning.word(),
                KnowledgeKind.ANSWER,
                "How much a wish matters: " + meaning.means() + ".",
                List.of("Its weight: "
                        + Importance.of(meaning.word()).map(table.weights()::get).orElse(0) + "."),
                "",
                ""));
    }

    private static Stream<KnowledgeItem> facts(InputClause input) {
        return meanings(input).map(meaning -> new KnowledgeItem(
                        meaning.word(),
                        KnowledgeKind.ANSWER,
                        "Answers `" + input.id() + "` with: " + meaning.means() + ".",
                        List.of(input.question(), "More: rules explain question:" + input.id()),
                        "",
                        "")
                .alsoCalled(names(input, meaning.word())));
    }

    /** With its key, and what else people call it; yes and no mean too much. */
    private static String[] names(InputClause input, String word) {
        Stream<String> others = input.domain() instanceof Domain.Words words
                ? words.synonyms().entrySet().stream()
                        .filter(synonym -> synonym.getValue().equals(word))
                        .map(Map.Entry::getKey)
                        .filter(synonym -> !YES_AND_NO.contains(synonym))
                        .sorted()
                : Stream.empty();
        return Stream.concat(Stream.of(input.id() + ": " + word, input.id() + " " + word), others)
                .toArray(String[]::new);
    }

    private static Stream<Domain.Words.Meaning> meanings(InputClause input) {
        return input.domain() instanceof Domain.Words words ? words.meanings().stream() : Stream.empty();
    }
}
