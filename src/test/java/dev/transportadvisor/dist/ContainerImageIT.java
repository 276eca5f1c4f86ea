package dev.transportadvisor.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.testing.Finished;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The container image: its layers, laid over one another, as the root of a process. */
class ContainerImageIT {

    private static final JsonMapper JSON = new JsonMapper();

    /** A process with a root of its own, in which it finds itself below /proc, as in a container. */
    private static final List<String> CONTAINER = List.of(
            "unshare", "--map-root-user", "--mount", "--pid", "--fork", "env", "-i",
            "PATH=/usr/sbin:/sbin:/usr/bin:/bin", "sh", "-c",
            "mount -t proc proc \"$0/proc\" && exec chroot \"$0\" \"$@\"");

    @TempDir
    Path folder;

    @Test
    void startsFromNothingButItsLayers() throws Exception {
        Path image = Files.createDirectory(folder.resolve("image"));
        Packed.succeed(image, Map.of(), List.of("tar", "-xf", Packed.image().toString()));
        assumeTrue(mayChangeRoot(), "Skipped: needs unshare, and the right to change the root of a process");
        JsonNode manifest = blob(image, json(image.resolve("index.json")).at("/manifests/0/digest"));
        JsonNode config = blob(image, manifest.at("/config/digest")).at("/config");
        Path root = Files.createDirectories(folder.resolve("root/work")).getParent();
        for (JsonNode layer : manifest.at("/layers")) {
            Packed.succeed(root, Map.of(), List.of("tar", "-xzf", blobFile(image, layer.at("/digest")).toString()));
        }
        Files.createDirectory(root.resolve("proc"));
        Files.copy(Path.of("samples/manifests/deploy-bot.yaml"), root.resolve("work/zä.yaml"));

        List<String> command = new ArrayList<>(CONTAINER);
        command.add(root.toString());
        config.at("/Entrypoint").forEach(word -> command.add(word.asString()));
        command.add(command.indexOf("-c") - 1, config.at("/Env/0").asString());
        Finished version = Finished.run(folder, Map.of(), 60, with(command, "--version"));
        assertEquals("transport-advisor 0.1.0\n", version.out(), version.err());
        Finished lint = Finished.run(folder, Map.of(), 60, with(command, "lint", "/work/zä.yaml"));
        assertEquals(1, lint.status(), lint.err());
    }

    private boolean mayChangeRoot() throws Exception {
        return Packed.isOnPath("unshare")
                && Finished.run(folder, Map.of(), 60, with(CONTAINER, "/", "true")).status() == 0;
    }

    private static List<String> with(List<String> command, String... arguments) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(arguments));
        return all;
    }

    private static JsonNode blob(Path image, JsonNode digest) {
        return json(blobFile(image, digest));
    }

    private static Path blobFile(Path image, JsonNode digest) {
        return image.resolve("blobs/" + digest.asString().replace(":", File.separator));
    }

    private static JsonNode json(Path file) {
        return JSON.readTree(file.toFile());
    }
}
