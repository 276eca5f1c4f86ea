package dev.transportadvisor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Published manifests, to be written as often as needed, each under a name of its own. */
record ManifestCorpus(List<Map<String, Object>> manifests) {

    static final Path SOURCE = Path.of("../shared/corpus/manifests").toAbsolutePath();

    private static final JsonMapper JSON = new JsonMapper();

    static ManifestCorpus read() throws IOException {
        List<Map<String, Object>> manifests = new ArrayList<>();
        try (Stream<Path> files = Files.list(SOURCE)) {
            for (Path file : files.sorted().toList()) {
                manifests.add(read(file));
            }
        }
        return new ManifestCorpus(manifests);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> read(Path file) throws IOException {
        String text = Files.readString(file);
        return file.toString().endsWith(".json")
                ? JSON.readValue(text, Map.class)
                : new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }

    /** @param suffix {@code json} or {@code yaml}: the same manifests in either */
    void write(Path folder, String suffix, int size) throws IOException {
        Files.createDirectories(folder);
        ObjectWriter json = JSON.writerWithDefaultPrettyPrinter();
        DumperOptions block = new DumperOptions();
        block.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        for (int i = 0; i < size; i++) {
            Map<String, Object> manifest = named("bot " + i, manifests.get(i % manifests.size()));
            String text = suffix.equals("json") ? json.writeValueAsString(manifest) : new Yaml(block).dump(manifest);
            Files.writeString(folder.resolve("manifest-" + i + "." + suffix), text);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> named(String name, Map<String, Object> manifest) {
        ((Map<String, Object>) manifest.get("display_information")).put("name", name);
        return manifest;
    }
}
