package dev.transportadvisor.scaffold;

import dev.transportadvisor.source.InputException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns a template and a spec into the files of a bot; touches no disk. */
public final class Scaffolder {

    /** Their texts also stand, percent-encoded, in the README's links that create a Slack app. */
    private static final List<String> MANIFESTS = List.of("manifest.yaml", "manifest.dev.yaml");

    private final Template template;
    private final ProjectSpec spec;
    private final Map<String, String> names;

    private Scaffolder(Template template, ProjectSpec spec) {
        this.template = template;
        this.spec = spec;
        ProjectSpec own = template.own();
        this.names = Map.of(
                own.name(), spec.name(),
                own.packageName(), spec.packageName(),
                slashed(own.packageName()), slashed(spec.packageName()));
    }

    /**
     * The files of the bot, sorted by path.
     *
     * @throws InputException if the template does not know the spec's transport
     */
    public static List<GeneratedFile> scaffold(Template template, ProjectSpec spec) {
        return new Scaffolder(template, spec).files();
    }

    private List<GeneratedFile> files() {
        Map<String, String> variant = template.variant(spec.transport());
        Set<String> overlaid = template.overlays().get(spec.transport()).keySet();
        Map<String, String> linksOfProject = links(template.project(), variant);
        Map<String, String> linksOfOverlay = links(variant, variant);
        return variant.entrySet().stream()
                .map(file -> file(
                        file.getKey(),
                        file.getValue(),
                        overlaid.contains(file.getKey()) ? linksOfOverlay : linksOfProject))
                .sorted(Comparator.comparing(GeneratedFile::path))
                .toList();
    }

    private GeneratedFile file(String path, String text, Map<String, String> links) {
        return new GeneratedFile(
                LiteralReplacement.in(path, names),
                LiteralReplacement.in(text, replacements(path, text, links)),
                template.executables().contains(path));
    }

    /**
     * What replaces a link to a manifest. A text of the project links to the project's manifest even
     * where the variant has another one; a text of an overlay links to the variant's.
     */
    private Map<String, String> links(Map<String, String> linked, Map<String, String> variant) {
        Map<String, String> links = new HashMap<>();
        for (String path : MANIFESTS) {
            if (linked.containsKey(path)) {
                String manifest = variant.get(path);
                String generated = LiteralReplacement.in(manifest, replacements(path, manifest, Map.of()));
                links.put(link(linked.get(path)), link(generated));
            }
        }
        return links;
    }

    private Map<String, String> replacements(String path, String text, Map<String, String> links) {
        ProjectSpec own = template.own();
        Map<String, String> all = new HashMap<>(names);
        all.putAll(links);
        if (text.contains(own.summary())) {
            all.put(own.summary(), Escape.of(path).apply(spec.summary()));
        }
        if (path.endsWith(".md")) {
            all.put(own.decision(), spec.decision());
        }
        return all;
    }

    private static String link(String manifest) {
        return "manifest_yaml=" + percentEncoded(manifest);
    }

    private static String slashed(String packageName) {
        return packageName.replace('.', '/');
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
