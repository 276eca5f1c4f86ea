package dev.transportadvisor.scaffold;

import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The richest bot in one language: scaffolding takes away what is not asked for, and puts the bot's own words in the
 * place of some.
 *
 * @param id the language
 * @param title what it is written with
 * @param names what gives way to words of the bot's own
 * @param reserved names of modules that a bot's own would hide, spelt as the language spells them
 * @param commands how a bot is built, tested and started, by these three verbs
 * @param executables paths of the files that are programs
 * @param project texts by path, such as every bot has them, with marks
 * @param choices for each choice and each of its options, texts by path that join those of the project
 * @param features what can be taken away, in the order in which it is told
 */
public record Template(
        String id,
        String title,
        List<Name> names,
        Set<String> reserved,
        Map<String, String> commands,
        Set<String> executables,
        Map<String, String> project,
        Map<String, Map<String, Map<String, String>>> choices,
        List<Feature> features) {

    /** The choice of a transport, which is made by the decision. */
    public static final String TRANSPORT = "transport";

    /** The choice of what makes the decision anew. */
    public static final String DECISION = "decision";

    /** What is taken of a choice that nobody makes. */
    static final String DEFAULT = "default";

    /**
     * Reads a template: its list {@code template.yaml}, and all files beside it.
     *
     * @param contract the files that are the same in every language, by path
     * @param own the files of this language, by path
     * @throws InputException with everything that is wrong in the list, or in any file
     */
    public static Template read(Map<String, SourceFile> contract, Map<String, SourceFile> own) {
        return new TemplateReader(contract, own).read();
    }

    /** The words that the template itself is written with: scaffolding them gives its texts back, byte for byte. */
    public ProjectSpec own() {
        String bot = example(Word.BOT).orElseThrow();
        return new ProjectSpec(
                bot,
                example(Word.PACKAGE).orElseGet(() -> ProjectSpec.defaultPackage(bot)),
                summary(),
                example(Word.DECISION).orElseThrow(),
                example(Word.REPLICAS).map(Long::parseLong).orElse(1L));
    }

    /** What a bot is said to do whose owner says nothing. */
    public String summary() {
        return example(Word.SUMMARY).orElseThrow();
    }

    /** Whether its code lies in a package that a bot's owner may name. */
    public boolean hasPackage() {
        return names.stream().anyMatch(name -> name.is() == Word.PACKAGE);
    }

    /** @throws InputException if a module of the language is called so, which the bot's own would hide */
    void refuseReserved(String bot) {
        String module = Spelling.SNAKE.of(bot);
        reserved.stream().filter(name -> Spelling.SNAKE.of(name).equals(module)).findFirst().ifPresent(name -> {
            throw new InputException("A bot in " + id + " cannot be called " + Quoted.of(bot) + ": it would hide the"
                    + " module `" + name + "`. Change the bot's `name`.");
        });
    }

    private Optional<String> example(Word word) {
        return names.stream()
                .filter(name -> name.is() == word && name.as() != Spelling.SNAKE && name.as() != Spelling.SLASHED)
                .map(Name::example)
                .findFirst();
    }

    public List<String> featureIds() {
        return features.stream().map(Feature::id).toList();
    }

    /** A feature that is known. */
    Feature feature(String id) {
        return features.stream()
                .filter(feature -> feature.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** All texts by path for one option of each choice, with marks. */
    SortedMap<String, String> files(Map<String, String> chosen) {
        SortedMap<String, String> files = new TreeMap<>(project);
        choices.forEach((choice, options) -> files.putAll(options.get(chosen.get(choice))));
        return files;
    }
}
