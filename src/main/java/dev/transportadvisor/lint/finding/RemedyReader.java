package dev.transportadvisor.lint.finding;

import dev.transportadvisor.manifest.FieldPath;
import dev.transportadvisor.source.MappingReader;
import java.util.List;

/**
 * Reads the changes under {@code fix}: {@code {add: commands, to: /oauth_config/scopes/bot}} and
 * {@code {set: /settings/socket_mode_enabled, value: true}}; one, or several in a list.
 */
public final class RemedyReader {

    private static final List<Boolean> FLAGS = List.of(true, false);

    private RemedyReader() {}

    /** The changes of a check; none without the key. */
    public static List<Remedy> read(MappingReader check) {
        return check.mappings("fix", RemedyReader::remedy);
    }

    private static Remedy remedy(MappingReader reader) {
        return reader.node("add").isPresent()
                ? new Remedy.AddEntry(reader.requiredText("add"), path(reader, "to"))
                : new Remedy.SetFlag(path(reader, "set"), flag(reader));
    }

    /** A change is about one place. */
    private static FieldPath path(MappingReader reader, String key) {
        FieldPath path = FieldPath.of(reader.requiredText(key));
        if (path.steps().contains(FieldPath.ANY)) {
            reader.scalar(key).ifPresent(text -> reader.problems().at(text.span(), "A fix takes no `*` in its path."));
        }
        return path;
    }

    private static boolean flag(MappingReader reader) {
        return reader.requiredChoice("value", FLAGS, String::valueOf).orElse(false);
    }
}
