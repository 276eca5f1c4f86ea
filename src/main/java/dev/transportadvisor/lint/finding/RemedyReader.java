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
        return check.mappings("fix").stream().map(RemedyReader::remedy).toList();
    }

    private static Remedy remedy(MappingReader reader) {
        Remedy remedy = reader.node("add").isPresent()
                ? new Remedy.AddEntry(reader.requiredText("add"), FieldPath.of(reader.requiredText("to")))
                : new Remedy.SetFlag(FieldPath.of(reader.requiredText("set")), flag(reader));
        reader.rejectUnknownKeys();
        return remedy;
    }

    private static boolean flag(MappingReader reader) {
        return reader.requiredChoice("value", FLAGS, String::valueOf).orElse(false);
    }
}
