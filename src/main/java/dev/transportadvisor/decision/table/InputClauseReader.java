package dev.transportadvisor.decision.table;

import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Problems;
import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.ScalarNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the questions of a decision table. */
final class InputClauseReader {

    /** Bounds the search for flips, which tries every answer to every three questions; nobody reads more. */
    private static final int MOST_ANSWERS = 20;

    private static final String YES = "yes";
    private static final String NO = "no";

    private final Domain.Words importanceScale;
    private final Problems problems;

    /** @param importanceScale the answers that every need allows */
    InputClauseReader(Domain.Words importanceScale, Problems problems) {
        this.importanceScale = importanceScale;
        this.problems = problems;
    }

    InputClause read(String id, MappingReader reader, int index) {
        InputClause.Section section = reader.requiredChoice(
                        "section", List.of(InputClause.Section.values()), InputClause.Section::key)
                .orElse(InputClause.Section.NEEDS);
        InputClause input = new InputClause(
                id,
                section,
                reader.requiredText("question"),
                reader.requiredText("why"),
                section == InputClause.Section.NEEDS ? importanceScale : domain(reader),
                reader.requiredText("source"),
                index,
                problems.location(reader.span()));
        reader.rejectUnknownKeys();
        return input;
    }

    private Domain domain(MappingReader reader) {
        Optional<MappingReader> answers = reader.mapping("answers");
        Optional<MappingReader> number = reader.mapping("number");
        if (answers.isPresent() == number.isPresent()) {
            problems.at(reader.span(), "A question of the context has either `answers` (words) or a `number`.");
        }
        return answers.map(words -> words(words, reader))
                .orElseGet(() -> number.map(this::numbers).orElse(importanceScale));
    }

    private Domain words(MappingReader reader, MappingReader question) {
        List<Domain.Words.Meaning> meanings = new ArrayList<>();
        for (ScalarNode word : reader.keys()) {
            if (word.text().equals(Answers.UNKNOWN)) {
                problems.at(word.span(), "Every question allows `" + Answers.UNKNOWN + "`; leave it out here.");
            }
            meanings.add(new Domain.Words.Meaning(word.text(), reader.requiredText(word.text())));
        }
        if (meanings.size() < 2 || meanings.size() > MOST_ANSWERS) {
            problems.at(
                    reader.span(),
                    "A question has 2 to " + MOST_ANSWERS + " answers, this one " + meanings.size() + ".");
        }
        return new Domain.Words(meanings, synonyms(meanings, question));
    }

    /** What yes and no mean where they can only mean one thing, and what other words do, as the question says. */
    private Map<String, String> synonyms(List<Domain.Words.Meaning> meanings, MappingReader question) {
        List<String> words = meanings.stream().map(Domain.Words.Meaning::word).toList();
        Map<String, String> synonyms = new TreeMap<>();
        if (words.containsAll(List.of("true", "false"))) {
            synonyms.putAll(Map.of(YES, "true", NO, "false"));
        }
        for (String word : List.of(YES, NO)) {
            question.scalar(word)
                    .flatMap(node -> problems.choose(word, node, words, text -> text))
                    .ifPresent(meant -> synonyms.put(word, meant));
        }
        question.mapping("synonyms").ifPresent(others -> others.keys().forEach(word -> {
            refuseAnswer(word, words);
            others.scalar(word.text())
                    .flatMap(node -> problems.choose(word.text(), node, words, text -> text))
                    .ifPresent(meant -> synonyms.put(word.text(), meant));
        }));
        return synonyms;
    }

    private void refuseAnswer(ScalarNode synonym, List<String> words) {
        if (words.contains(synonym.text()) || synonym.text().equals(Answers.UNKNOWN)) {
            problems.at(synonym.span(), Quoted.of(synonym.text()) + " is an answer itself and can mean no other one.");
        }
    }

    private Domain numbers(MappingReader reader) {
        BigDecimal min = reader.requiredScalar("min").map(this::decimal).orElse(BigDecimal.ZERO);
        boolean whole = reader.requiredChoice("whole", List.of(true, false), String::valueOf)
                .orElse(true);
        if (whole && min.stripTrailingZeros().scale() > 0) {
            problems.at(
                    reader.span(), "A question for a whole number has a whole `min`, not " + min.toPlainString() + ".");
        }
        reader.rejectUnknownKeys();
        return new Domain.Numbers(min, whole);
    }

    private BigDecimal decimal(ScalarNode node) {
        Optional<Value> number = new Domain.Numbers(BigDecimal.ZERO, false).parse(node.text());
        if (number.orElse(null) instanceof Value.Quantity quantity) {
            return quantity.number();
        }
        problems.at(node.span(), Quoted.of(node.text()) + " is no number such as 0.5 or 12.");
        return BigDecimal.ZERO;
    }
}
