package dev.transportadvisor.scaffold;

import dev.transportadvisor.source.InputException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a template, a spec and a selection into the files of a bot; touches no disk. */
public final class Scaffolder {

    private Scaffolder() {}

    /**
     * The files of the bot, sorted by path.
     *
     * @throws InputException if a bot in this language cannot be called so
     */
    public static List<GeneratedFile> scaffold(Template template, ProjectSpec spec, Selection selection) {
        template.refuseReserved(spec.name());
        Cut cut = Cut.of(template.files(selection.choices()));
        for (Feature feature : template.features()) {
            cut = selection.features().contains(feature.id()) ? cut : cut.without(feature);
        }
        Map<String, String> files = cut.finished();
        Names names = withManifest(files, Names.of(template, spec, selection));
        return files.entrySet().stream()
                .map(file -> new GeneratedFile(
                        names.inPath(file.getKey()),
                        names.in(file.getKey(), file.getValue()),
                        template.executables().contains(file.getKey()),
                        owner(template, file.getKey())))
                .sorted(Comparator.comparing(GeneratedFile::path))
                .toList();
    }

    private static Optional<String> owner(Template template, String path) {
        return template.featureIds().stream().filter(id -> Owner.is(id, path)).findFirst();
    }

    /** A link that creates the app has the whole manifest in it. */
    private static Names withManifest(Map<String, String> files, Names names) {
        return Optional.ofNullable(files.get(Word.MANIFEST_FILE))
                .map(text -> names.with(Word.MANIFEST, percentEncoded(names.in(Word.MANIFEST_FILE, text))))
                .orElse(names);
    }

    /** UTF-8 bytes as RFC 3986 writes them: every one outside {@code A-Za-z0-9-._~} as {@code %XX}. */
    private static String percentEncoded(String text) {
        // URLEncoder writes forms: three characters differ.
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
