package dev.transportadvisor.lint.finding;

import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.FieldPath;
import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.ScalarNode;
import java.util.Locale;

/** What to call a field in a sentence. */
public final class FieldName {

    private FieldName() {}

    /** {@code "The manifest"}, {@code "`bot_user`"} or {@code "Entry 2 of `slash_commands`"}. */
    public static String of(Field field) {
        return field.key().map(ScalarNode::text).map(Quoted::of).orElseGet(() -> ofKeyless(field.pointer()));
    }

    /** The same amid a sentence: {@code "the manifest"}, {@code "entry 2 of `slash_commands`"}. */
    public static String within(Field field) {
        String name = of(field);
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static String ofKeyless(String pointer) {
        if (pointer.isEmpty()) {
            return "The manifest";
        }
        int lastStep = pointer.lastIndexOf('/');
        int entry = Integer.parseInt(pointer.substring(lastStep + 1)) + 1;
        String list = pointer.substring(pointer.lastIndexOf('/', lastStep - 1) + 1, lastStep);
        return "Entry " + entry + " of " + Quoted.of(list.replace("~1", "/").replace("~0", "~"));
    }

    /** {@code "at the top of the manifest"} or {@code "under `settings.event_subscriptions`"}. */
    public static String placeOf(FieldPath block) {
        return block.steps().isEmpty()
                ? "at the top of the manifest"
                : "under " + of(block);
    }

    /** {@code "`settings.event_subscriptions`"}. */
    public static String of(FieldPath path) {
        return "`" + String.join(".", path.steps()) + "`";
    }
}
