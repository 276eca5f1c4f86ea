package dev.transportadvisor.manifest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What may stand in a field of a manifest. */
public sealed interface FieldType {

    /** What needs no parameters. */
    enum Plain implements FieldType {
        FLAG,
        MAPPING,
        /** Anything but nothing. */
        VALUE,
        ANYTHING
    }

    /** @param length in code points */
    record Text(Range length, Optional<TextPattern> pattern) implements FieldType {}

    /** One of a closed set of words. */
    record Words(List<String> words) implements FieldType {
        public Words {
            words = List.copyOf(words);
        }
    }

    record WholeNumber(Range range) implements FieldType {}

    /** @param isUnique whether no entry may stand twice */
    record Items(FieldType item, Range count, boolean isUnique) implements FieldType {}

    /**
     * A mapping whose keys are names that the author chooses.
     *
     * @param name what may stand as a name
     */
    record Named(FieldType name, FieldType value, Range count) implements FieldType {}

    /**
     * A mapping of known keys, in the order in which they are to be named to people.
     *
     * @param refused keys that people write there for a reason, though Slack refuses them
     * @param isOpen whether it takes other keys, too
     */
    record Block(Map<String, Key> keys, Map<String, Refusal> refused, boolean isOpen) implements FieldType {
        public Block {
            keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
            refused = Map.copyOf(refused);
        }
    }

    /**
     * Why people write a key that Slack refuses.
     *
     * @param instead the key of the same block that holds the same, if there is one
     */
    record Refusal(String because, Optional<String> instead, String source) {}

    record Key(FieldType type, Presence presence) {}

    /** Whether a key has to be there. */
    enum Presence {
        REQUIRED,
        /** Slack's schema and its docs disagree on that. */
        EXPECTED,
        OPTIONAL
    }

    /** What fits one of these. */
    record AnyOf(List<FieldType> alternatives) implements FieldType {
        public AnyOf {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** What differs between the versions of the format; empty where the key is not known in one. */
    record ByVersion(Optional<FieldType> v1, Optional<FieldType> v2) implements FieldType {

        public Optional<FieldType> in(ManifestVersion version) {
            return version == ManifestVersion.V1 ? v1 : v2;
        }
    }

    /**
     * What Slack's schema and its docs disagree on.
     *
     * @param accepted what is not refused for sure
     * @param documented what is safe
     * @param isOpenQuestion whether it is not even known which of the two Slack goes by
     */
    record Disputed(FieldType accepted, FieldType documented, String because, String source, boolean isOpenQuestion)
            implements FieldType {}
}
