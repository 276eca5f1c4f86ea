package dev.transportadvisor.scaffold;

import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Problem;
import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** Looks for what could go wrong in a template once somebody scaffolds it. */
final class TemplateChecker {

    private final Template template;
    private final List<Problem> problems = new ArrayList<>();

    TemplateChecker(Template template) {
        this.template = template;
    }

    /** @throws InputException with everything that is wrong in the files */
    void check() {
        checkWords();
        template.project().forEach(this::checkFile);
        template.choices()
                .values()
                .forEach(options -> options.values().forEach(texts -> texts.forEach(this::checkFile)));
        template.features().forEach(this::checkValues);
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }

    private void checkWords() {
        try {
            template.own();
        } catch (InputException e) {
            problems.addAll(e.problems());
        }
    }

    private void checkFile(String path, String text) {
        Owner.spelt(path)
                .filter(folder -> template.features().stream().noneMatch(feature -> Owner.is(feature.id(), path)))
                .ifPresent(folder -> at(path, text, 0, "The folder of " + Quoted.of(folder) + " belongs to no feature. "
                        + Suggestion.sentence(folder, template.featureIds())));
        checkMarks(path, text);
        for (Name name : template.names()) {
            int place = text.indexOf(name.text());
            if (place >= 0 && !name.is().mayStandIn(path)) {
                at(path, text, place, "No " + name.is().word() + " can be written into this kind of file, for which"
                        + " no escape is known.");
            }
        }
    }

    private void checkMarks(String path, String text) {
        if (CommentStyle.of(path).isEmpty()) {
            for (CommentStyle style : CommentStyle.values()) {
                Matcher mark = style.marks(text);
                if (mark.find()) {
                    at(path, text, mark.start(), "No comment is known for this kind of file, so it cannot be marked.");
                }
            }
        }
        try {
            for (Region region : Region.read(path, text)) {
                region.features().stream()
                        .filter(id -> !template.featureIds().contains(id))
                        .forEach(id -> at(path, text, region.start(), "There is no feature " + Quoted.of(id) + ". "
                                + Suggestion.sentence(id, template.featureIds())));
            }
        } catch (Region.MarkException e) {
            at(path, text, e.offset(), e.getMessage());
        }
    }

    private void checkValues(Feature feature) {
        feature.json().forEach((path, pointers) -> {
            List<String> texts = texts(path);
            if (texts.isEmpty()) {
                problems.add(new Problem(Optional.empty(), "The feature `" + feature.id() + "` has values in "
                        + Quoted.of(path) + ", which is no file of the template."));
            }
            for (String text : texts) {
                pointers.stream()
                        .filter(pointer -> ValueCut.find(path, text, pointer).isEmpty())
                        .forEach(pointer -> at(path, text, 0, "There is no value at " + Quoted.of(pointer)
                                + ", which is said to belong to `" + feature.id() + "`."));
            }
        });
    }

    /** What a file says with one option or another. */
    private List<String> texts(String path) {
        List<String> texts = new ArrayList<>();
        Optional.ofNullable(template.project().get(path)).ifPresent(texts::add);
        for (Map<String, Map<String, String>> options : template.choices().values()) {
            options.values().stream()
                    .filter(option -> option.containsKey(path))
                    .map(option -> option.get(path))
                    .forEach(texts::add);
        }
        return texts;
    }

    private void at(String path, String text, int offset, String message) {
        SourceFile file = new SourceFile(path, text);
        problems.add(new Problem(Optional.of(file.location(file.span(offset, offset))), message));
    }
}
