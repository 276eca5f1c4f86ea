package dev.transportadvisor.cli.scaffold;

import dev.transportadvisor.cli.console.Program;
import dev.transportadvisor.cli.knowledge.Builtin;
import dev.transportadvisor.decision.search.Recommendation;
import dev.transportadvisor.report.recommendation.Advice;
import dev.transportadvisor.report.recommendation.Invocation;
import dev.transportadvisor.report.recommendation.MarkdownRecommendationFormatter;
import dev.transportadvisor.scaffold.GeneratedFile;
import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a bot's folder holds of the decision behind it.
 *
 * @param ownTable the owner's own table, if it was decided by one
 */
record DecisionFiles(Decided decided, Optional<SourceFile> ownTable) {

    private static final String FOLDER = "decision";

    /** The answers as their owner wrote them, and the record. */
    List<GeneratedFile> files() {
        List<GeneratedFile> files = new ArrayList<>();
        files.add(new GeneratedFile(answersPath(), decided.answers().text()));
        ownTable.ifPresent(table -> files.add(new GeneratedFile(FOLDER + "/transport.yaml", table.text())));
        record().ifPresent(text -> files.add(new GeneratedFile(FOLDER + "/record.md", text)));
        return files;
    }

    /** What was read as JSON is read as JSON again, whose escapes and tabs YAML may refuse. */
    private String answersPath() {
        return FOLDER + (DocumentReader.isJson(decided.answers()) ? "/answers.json" : "/answers.yaml");
    }

    /** Empty for a table of which nobody can find out what else it could recommend. */
    private Optional<String> record() {
        try {
            return Optional.of(record(Recommendation.of(
                    decided.evaluation().table(), decided.file().answers())));
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    private String record(Recommendation recommendation) {
        return new MarkdownRecommendationFormatter()
                .format(new Advice(
                        decided.bot(),
                        recommendation,
                        new Invocation(Program.NAME, answersPath(), ownTable.map(table -> FOLDER)),
                        Optional.empty(),
                        Builtin.knowledge().carriedBy(decided.bot())));
    }

    /** Which of the template's CI steps makes the decision anew. */
    String step() {
        String asRecommended = ownTable.isPresent() ? "own-table" : "as-recommended";
        return decided.isAsRecommended() ? asRecommended : "by-hand";
    }
}
