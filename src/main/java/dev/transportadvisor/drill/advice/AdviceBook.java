package dev.transportadvisor.drill.advice;

import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.SourceFile;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the drill advises.
 *
 * @param byCause holds each cause
 * @param frameworks those whose line of code is known
 */
public record AdviceBook(Map<Cause, Advice> byCause, List<Framework> frameworks) {

    /**
     * Reads {@code rules/drill-advice.yaml}, whose head says what its keys mean.
     *
     * @throws dev.transportadvisor.source.InputException if a part is missing or wrong
     */
    public static AdviceBook read(SourceFile file) {
        return MappingReader.document("the file", file, AdviceBook::book);
    }

    private static AdviceBook book(MappingReader reader) {
        Map<Cause, Advice> byCause = new EnumMap<>(Cause.class);
        MappingReader causes = reader.requiredMapping("causes");
        for (Cause cause : Cause.values()) {
            MappingReader advice = causes.requiredMapping(cause.word());
            byCause.put(cause, advice(advice));
            advice.rejectUnknownKeys();
        }
        causes.rejectUnknownKeys();
        reader.requiredNode("frameworks");
        return new AdviceBook(byCause, reader.mappings("frameworks", AdviceBook::framework));
    }

    private static Advice advice(MappingReader reader) {
        return new Advice(reader.requiredText("why"), reader.requiredText("remedy"), reader.requiredText("source"));
    }

    private static Framework framework(MappingReader reader) {
        reader.requiredNode("files");
        return new Framework(
                reader.requiredText("name"),
                reader.texts("files"),
                reader.requiredText("dependency"),
                reader.requiredText("code"),
                reader.requiredText("source"));
    }

    public Advice about(Cause cause) {
        return byCause.get(cause);
    }

    /** The line of code for the framework of the bot in one of the folders; for all of them where none is found. */
    public String code(List<Path> folders) {
        List<Framework> found = frameworksIn(folders);
        return (found.isEmpty() ? frameworks : found)
                .stream()
                        .map(framework -> framework.name() + ": `" + framework.code() + "`.")
                        .collect(Collectors.joining(" "));
    }

    /** The frameworks that the bot in one of the folders is made with, as far as they are known here. */
    public List<Framework> frameworksIn(List<Path> folders) {
        return frameworks.stream()
                .filter(framework -> folders.stream().anyMatch(framework::isIn))
                .toList();
    }
}
