package dev.transportadvisor.scaffold;

import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Problems;
import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Reads a template. Beside {@code template.yaml} lie the folder {@code project} and one folder for each option of a
 * choice; each of them may also lie in the contract.
 */
final class TemplateReader {

    private static final String LIST = "template.yaml";
    private static final String PROJECT = "project";

    private final Contract contract;
    private final Map<String, SourceFile> files = new TreeMap<>();
    private final Problems problems;
    private final MappingReader list;

    /** Those of the files that nobody has asked for. */
    private final SortedMap<String, SourceFile> rest;

    TemplateReader(Map<String, SourceFile> contract, Map<String, SourceFile> own) {
        this.contract = Contract.read(contract);
        SourceFile file = own.get(LIST);
        if (file == null) {
            throw new InputException("The template has no file " + Quoted.of(LIST) + ".");
        }
        problems = new Problems(file);
        list = new MappingReader("the template", DocumentReader.read(file), problems);
        files.putAll(this.contract.filesWith(listed()));
        reportWhatIsInBoth(own);
        files.putAll(own);
        rest = new TreeMap<>(files);
        rest.remove(LIST);
    }

    Template read() {
        list.requiredChoice("schema", List.of("2"), schema -> schema);
        String id = list.requiredText("id");
        String title = list.requiredText("title");
        List<Name> names = new NameReader(problems).read(list);
        Set<String> reserved = new TreeSet<>(list.texts("reserved"));
        Map<String, String> commands = commands(list.requiredMapping("commands"));
        Map<String, String> project = folder(PROJECT);
        Map<String, Map<String, Map<String, String>>> choices = choices(list.requiredMapping("choices"), project);
        List<Feature> features = new FeatureReader(problems, choices, contract).read(list);
        Set<String> executables = executables(project, choices);
        reportWhatIsLeft();
        list.rejectUnknownKeys();
        problems.throwIfAny();
        Template template = new Template(
                id, title, names, reserved, commands, executables, project, choices, features);
        new TemplateChecker(template).check();
        return template;
    }

    private List<String> listed() {
        return list.mappings("features").stream()
                .flatMap(feature -> feature.scalar("id").stream())
                .map(ScalarNode::text)
                .toList();
    }

    private static Map<String, String> commands(MappingReader reader) {
        Map<String, String> commands = new LinkedHashMap<>();
        for (String verb : List.of("build", "test", "start")) {
            commands.put(verb, reader.requiredText(verb));
        }
        reader.rejectUnknownKeys();
        return commands;
    }

    private Map<String, Map<String, Map<String, String>>> choices(MappingReader reader, Map<String, String> project) {
        Map<String, Map<String, Map<String, String>>> choices = new LinkedHashMap<>();
        for (ScalarNode choice : reader.keys()) {
            MappingReader options = reader.requiredMapping(choice.text());
            Map<String, Map<String, String>> folders = new LinkedHashMap<>();
            for (ScalarNode option : options.keys()) {
                Map<String, String> texts = folder(options.requiredText(option.text()));
                texts.keySet().stream().filter(project::containsKey).forEach(path -> problems.at(
                        option.span(), "The file " + Quoted.of(path) + " is in the project as well. Keep one."));
                folders.put(option.text(), texts);
            }
            choices.put(choice.text(), folders);
            reportMissingDefault(choice, folders.keySet());
        }
        if (!choices.containsKey(Template.TRANSPORT)) {
            problems.at(reader.span(), "`choices` has no `" + Template.TRANSPORT + "`.");
        }
        return choices;
    }

    private void reportMissingDefault(ScalarNode choice, Set<String> options) {
        boolean isMade = List.of(Template.TRANSPORT, Template.DECISION).contains(choice.text());
        if (options.isEmpty() || !isMade && !options.contains(Template.DEFAULT)) {
            problems.at(choice.span(), "The choice " + Quoted.of(choice.text()) + " needs "
                    + (isMade ? "an option." : "the option `" + Template.DEFAULT + "`."));
        }
    }

    /** The texts of a folder, by their paths in it; none if there is no such folder. */
    private Map<String, String> folder(String name) {
        SortedMap<String, String> texts = new TreeMap<>();
        files.forEach((path, file) -> {
            if (path.startsWith(name + "/")) {
                texts.put(path.substring(name.length() + 1), file.text());
                rest.remove(path);
            }
        });
        return texts;
    }

    private Set<String> executables(
            Map<String, String> project, Map<String, Map<String, Map<String, String>>> choices) {
        Set<String> known = new TreeSet<>(project.keySet());
        choices.values().forEach(options -> options.values().forEach(texts -> known.addAll(texts.keySet())));
        return new TreeSet<>(list.choices("executables", known, Function.identity()));
    }

    private void reportWhatIsInBoth(Map<String, SourceFile> own) {
        files.keySet().stream().filter(own::containsKey).forEach(path -> problems.at(
                list.span(), "The file " + Quoted.of(path) + " is in the contract as well. Keep one."));
    }

    private void reportWhatIsLeft() {
        rest.keySet().forEach(path -> problems.at(
                list.span(), "The file " + Quoted.of(path) + " is in no folder of the project or of an option."));
    }
}
