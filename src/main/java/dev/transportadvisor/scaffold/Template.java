package dev.transportadvisor.scaffold;

import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.Suggestion;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A bot that runs as it is, in one variant for each transport.
 *
 * @param id the name of the template's folder
 * @param own the spec that the template itself was written to: scaffolding it gives the project back,
 *     byte for byte
 * @param project texts by path, such as they are for the transport of {@code own}
 * @param overlays for each transport, the texts by path that replace files of the project or join them
 * @param executables paths of the files that are programs
 */
public record Template(
        String id,
        ProjectSpec own,
        Map<String, String> project,
        Map<String, Map<String, String>> overlays,
        Set<String> executables) {

    /**
     * Reads a template: its list {@code template.yaml}, and what this names.
     *
     * @param files opens a file by its path in the template's folder; empty where there is none
     * @throws InputException if its list of files or one of the files is not as it should be
     */
    public static Template read(Function<String, Optional<SourceFile>> files) {
        return new TemplateReader(files).read();
    }

    /**
     * The texts by path for one transport.
     *
     * @throws InputException if the template does not know the transport
     */
    SortedMap<String, String> variant(String transport) {
        if (!overlays.containsKey(transport)) {
            throw new InputException("There is no bot for the transport " + Quoted.of(transport) + ". "
                    + Suggestion.sentence(transport, overlays.keySet()));
        }
        SortedMap<String, String> files = new TreeMap<>(project);
        files.putAll(overlays.get(transport));
        return files;
    }
}
