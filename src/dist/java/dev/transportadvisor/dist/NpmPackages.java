package dev.transportadvisor.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Two packages for npm: one that people install, which holds no program but depends on one for each platform, and the
 * one of this platform. npm leaves out those that are for another system, processor or C library.
 *
 * @param owner who publishes them, as GitHub spells it
 */
record NpmPackages(String owner, String version) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** What stands before the names of both: the owner, since npm takes no capitals. */
    String scope() {
        return owner.toLowerCase(Locale.ROOT);
    }

    /** The name of the file that npm itself would pack a package into. */
    String file(String suffix) {
        return scope() + "-transport-advisor" + suffix + "-" + version + ".tgz";
    }

    /** Describes the package that people install, in its folder. */
    void describeMain(Path folder) throws IOException {
        ObjectNode description = description("");
        description.putObject("bin").put("transport-advisor", "bin/transport-advisor");
        List.of("linux", "darwin").forEach(description.putArray("os")::add);
        ObjectNode platforms = description.putObject("optionalDependencies");
        Platform.OF_NPM.forEach(platform -> platforms.put(name("-" + platform), version));
        write(folder, description);
    }

    /** Describes the package of a platform, in its folder. */
    void describe(Platform platform, Path folder) throws IOException {
        ObjectNode description = description("-" + platform);
        description.putArray("os").add(platform.os());
        description.putArray("cpu").add(platform.cpu());
        if (platform.isLinux()) {
            description.putArray("libc").add("glibc");
        }
        // Where packages stay packed, as with Yarn's Plug'n'Play, no program can be started from them.
        description.put("preferUnplugged", true);
        write(folder, description);
    }

    private ObjectNode description(String suffix) {
        ObjectNode description = JSON.createObjectNode()
                .put("name", name(suffix))
                .put("version", version)
                .put("description", "Decides how Slack reaches a bot, lints its manifest, writes and proves the bot.")
                .put("license", "MIT");
        // npm compares it with where a package with provenance was built.
        description
                .putObject("repository")
                .put("type", "git")
                .put("url", "git+https://github.com/" + owner + "/transport-advisor.git");
        return description;
    }

    private String name(String suffix) {
        return "@" + scope() + "/transport-advisor" + suffix;
    }

    private static void write(Path folder, ObjectNode description) throws IOException {
        Files.writeString(folder.resolve("package.json"), JSON.writeValueAsString(description) + "\n");
    }
}
