package dev.transportadvisor.scaffold;

import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.Problems;
import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Reads a template: {@code template.yaml} names every file, so that nothing else that lies about goes into a bot, and
 * the files lie beside it in {@code project} and in one folder for each transport.
 */
final class TemplateReader {

    private static final String LIST = "template.yaml";

    private final Function<String, Optional<SourceFile>> files;

    /** @param files opens a file by its path in the template's folder; empty where there is none */
    TemplateReader(Function<String, Optional<SourceFile>> files) {
        this.files = files;
    }

    /** @throws InputException with everything that is wrong in the list, or with a file that is no text */
    Template read() {
        SourceFile list = files.apply(LIST)
                .orElseThrow(() -> new InputException("The template has no file " + Quoted.of(LIST) + "."));
        Problems problems = new Problems(list);
        MappingReader reader = new MappingReader("the template", DocumentReader.read(list), problems);
        reader.requiredChoice("schema", List.of("1"), schema -> schema);
        String id = reader.requiredText("id");
        ProjectSpec own =
                reader.requiredNode("names").map(node -> own(node, problems)).orElse(null);
        reader.requiredNode("files");
        Map<String, String> project = texts("project", reader.items("files"), problems);
        Map<String, Map<String, String>> overlays = reader.requiredNode("transports")
                .map(node -> overlays(node, problems))
                .orElse(Map.of());
        Set<String> executables = executables(reader, project.keySet());
        reader.rejectUnknownKeys();
        problems.throwIfAny();
        return new Template(id, own, project, overlays, executables);
    }

    private static ProjectSpec own(Node node, Problems problems) {
        MappingReader names = new MappingReader("`names`", node, problems);
        String bot = names.requiredText("bot");
        String packageName = names.requiredText("package");
        String summary = names.requiredText("summary");
        String transport = names.requiredText("transport");
        String decision = names.requiredText("decision");
        names.rejectUnknownKeys();
        try {
            return new ProjectSpec(bot, packageName, summary, transport, decision);
        } catch (InputException e) {
            problems.at(node.span(), e.getMessage());
            return null;
        }
    }

    private Map<String, Map<String, String>> overlays(Node node, Problems problems) {
        MappingReader transports = new MappingReader("`transports`", node, problems);
        SortedMap<String, Map<String, String>> overlays = new TreeMap<>();
        for (ScalarNode transport : transports.keys()) {
            overlays.put(transport.text(), texts(transport.text(), transports.items(transport.text()), problems));
        }
        return overlays;
    }

    private Map<String, String> texts(String folder, List<Node> paths, Problems problems) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (Node path : paths) {
            if (!(path instanceof ScalarNode scalar)) {
                problems.at(path.span(), "A file is named by its path, not by " + path.kindName() + ".");
            } else if (texts.containsKey(scalar.text())) {
                problems.at(path.span(), "The file " + Quoted.of(scalar.text()) + " is listed twice. Keep one.");
            } else {
                texts.put(scalar.text(), textOrProblem(folder, scalar, problems));
            }
        }
        return texts;
    }

    private String textOrProblem(String folder, ScalarNode path, Problems problems) {
        String place = folder + "/" + path.text();
        Optional<SourceFile> file = files.apply(place);
        if (file.isEmpty()) {
            problems.at(path.span(), "The template has no file " + Quoted.of(place) + ".");
        }
        return file.map(SourceFile::text).orElse("");
    }

    private static Set<String> executables(MappingReader reader, Set<String> files) {
        Set<String> executables = new TreeSet<>();
        for (Node path : reader.items("executables")) {
            if (path instanceof ScalarNode scalar && files.contains(scalar.text())) {
                executables.add(scalar.text());
            } else {
                reader.problems().at(path.span(), "An entry of `executables` must be one of `files`.");
            }
        }
        return executables;
    }
}
