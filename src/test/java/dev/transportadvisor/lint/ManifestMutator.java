package dev.transportadvisor.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Spoils manifests in the ways in which people do, one value at a time or all alike. */
final class ManifestMutator {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Marks a key that is to stand in the text again, as no tree of JSON could have it. */
    private static final String AGAIN = "#again";

    /** On and just beyond every limit of a number of entries. */
    private static final List<Integer> COUNTS = List.of(
            0, 1, 2, 3, 4, 5, 6, 9, 10, 11, 19, 20, 21, 49, 50, 51, 99, 100, 101, 254, 255, 256, 999, 1000, 1001);

    /** On and just beyond every limit of a length. */
    private static final List<Integer> SIZES = Stream.concat(
                    IntStream.rangeClosed(0, 8).boxed(),
                    Stream.of(
                                    10, 20, 24, 30, 32, 35, 50, 80, 100, 140, 150, 175, 255, 300, 350, 500, 1000, 1024,
                                    2000, 2500, 3000, 3500, 4000)
                            .flatMap(limit -> Stream.of(limit - 1, limit, limit + 1)))
            .distinct()
            .toList();

    /** What fits one pattern or set of words, and what just does not. */
    private static final List<String> WORDS = List.of(
            "", "x", "/x", "//", "x/", "https://acme.dev", "http://acme.dev", "ftp://acme.dev", "https:/acme.dev",
            "HTTPS://acme.dev", " https://acme.dev", "#a1003c", "#A0C", "#a100", "crimson", "acme.dev", "Acme.dev",
            "-acme.dev", ".acme", "acme.dev.", "acme.dev/x", "a", "10.0.0.1", "10.0.0.0/8", "10.0.0.0/33",
            "256.0.0.1", "10.0.0", "::1", "help@acme.dev", "help@acme.dev.", "help@@acme.dev", "help", "$.id", "$id",
            "$.", "read write", "read\"", "read:all", "message", "global", "mesage", "GLOBAL", "function", "switch",
            "condition", "CUSTOM", "SLACK_PROVIDED", "custom", "manual_auth", "no-auth", "string", "strings",
            "slack#/types/user_id", "slack#/types/user", "true", "2", "remote", "on_premises", "snake_case",
            "kebab-case", "line\nbreak", "grüße 😀");

    /** Values of every type. */
    private static final List<JsonNode> VALUES = List.of(
            JSON.stringNode("text"),
            JSON.numberNode(7),
            JSON.numberNode(1.5),
            JSON.booleanNode(true),
            JSON.nullNode(),
            JSON.arrayNode(),
            JSON.arrayNode().add("text"),
            JSON.objectNode(),
            JSON.objectNode().put("key", "text"));

    /** Some value of a manifest, by what it stands in: an object and a key, or an array and an index. */
    private record Place(JsonNode around, String key, int index) {

        JsonNode value() {
            return around instanceof ObjectNode object ? object.get(key) : around.get(index);
        }

        void set(JsonNode value) {
            if (around instanceof ObjectNode object) {
                object.set(key, value);
            } else {
                ((ArrayNode) around).set(index, value);
            }
        }

        void remove() {
            if (around instanceof ObjectNode object) {
                object.remove(key);
            } else {
                ((ArrayNode) around).remove(index);
            }
        }
    }

    /** How much of what is large itself; no limit of that kind is higher. */
    private static final int MOST = 101;

    private final Random random;

    ManifestMutator(long seed) {
        this.random = new Random(seed);
    }

    /** A copy with one to three values spoilt. */
    JsonNode mutant(JsonNode manifest) {
        JsonNode copy = manifest.deepCopy();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            spoil(copy);
        }
        return copy;
    }

    /** The text of a mutant as it would stand in a file. */
    static String text(JsonNode mutant) {
        return mutant.toPrettyString().replace(AGAIN, "");
    }

    /** Copies in each of which all texts have the same length, or are the same word. */
    static List<JsonNode> uniform(JsonNode manifest) {
        List<JsonNode> copies = new ArrayList<>();
        for (int size : SIZES) {
            copies.add(with(manifest, place -> resizeText(place, size)));
        }
        for (String word : WORDS) {
            copies.add(with(manifest, place -> replaceText(place, word)));
        }
        return copies;
    }

    /** For each value of a manifest copies in which it is missing, of another type, or holds more or less. */
    static List<JsonNode> oneByOne(JsonNode manifest) {
        List<JsonNode> copies = new ArrayList<>();
        for (int i = places(manifest).size() - 1; i >= 0; i--) {
            copies.add(with(manifest, i, Place::remove));
            for (JsonNode value : VALUES) {
                copies.add(with(manifest, i, place -> place.set(value.deepCopy())));
            }
            if (places(manifest).get(i).value().isContainer()) {
                for (int size : COUNTS) {
                    copies.add(with(manifest, i, place -> resize(place, size)));
                }
            }
        }
        return copies;
    }

    private interface Change {
        void apply(Place place);
    }

    private static JsonNode with(JsonNode manifest, Change change) {
        JsonNode copy = manifest.deepCopy();
        places(copy).forEach(change::apply);
        return copy;
    }

    private static JsonNode with(JsonNode manifest, int index, Change change) {
        JsonNode copy = manifest.deepCopy();
        change.apply(places(copy).get(index));
        return copy;
    }

    private void spoil(JsonNode manifest) {
        List<Place> places = places(manifest);
        Place place = pick(places);
        switch (random.nextInt(12)) {
            case 0 -> place.remove();
            case 1 -> rename(place);
            case 2 -> move(place, pick(places));
            case 3 -> place.set(pick(VALUES).deepCopy());
            case 4 -> resizeText(place, pick(SIZES));
            case 5 -> resize(place, pick(COUNTS));
            case 6 -> replaceText(place, pick(WORDS));
            case 7 -> repeat(place);
            case 8 -> addUnknownKey(place);
            case 9 -> place.set(JSON.stringNode(pick(List.of("{{name}}", "https://${HOST}/slack", "<YOUR_URL>"))));
            case 10 -> setVersion(manifest, 1 + random.nextInt(3));
            default -> replaceText(place, "");
        }
    }

    private void rename(Place place) {
        if (place.around instanceof ObjectNode object) {
            JsonNode value = object.remove(place.key);
            int at = random.nextInt(place.key.length() + 1);
            object.set(place.key.substring(0, at) + pick(List.of("x", "_", "s")) + place.key.substring(at), value);
        }
    }

    private static void move(Place place, Place other) {
        if (place.around instanceof ObjectNode object && other.around instanceof ObjectNode target) {
            target.set(place.key, object.remove(place.key).deepCopy());
        }
    }

    private static void resize(Place place, int size) {
        JsonNode value = place.value();
        if (value instanceof ArrayNode array && !array.isEmpty() && (array.get(0).isString() || size <= MOST)) {
            resize(array, size);
        } else if (value instanceof ObjectNode object && !object.isEmpty() && size <= MOST) {
            JsonNode first = object.values().iterator().next();
            object.removeAll();
            IntStream.range(0, size).forEach(i -> object.set("name_" + i, first.deepCopy()));
        } else {
            resizeText(place, size);
        }
    }

    private static void resizeText(Place place, int size) {
        if (place.value().isString()) {
            String text = place.value().asString();
            replaceText(
                    place, text.length() > size ? text.substring(0, size) : text + "x".repeat(size - text.length()));
        }
    }

    private static void resize(ArrayNode array, int size) {
        JsonNode first = array.get(0);
        array.removeAll();
        for (int i = 0; i < size; i++) {
            array.add(first.isString() ? JSON.stringNode(first.asString() + i) : first.deepCopy());
        }
    }

    private static void replaceText(Place place, String text) {
        if (place.value().isString()) {
            place.set(JSON.stringNode(text));
        }
    }

    private static void repeat(Place place) {
        if (place.around instanceof ArrayNode array) {
            array.add(place.value().deepCopy());
        } else {
            ((ObjectNode) place.around).set(place.key + AGAIN, place.value().deepCopy());
        }
    }

    private void addUnknownKey(Place place) {
        if (place.around instanceof ObjectNode object) {
            object.put(pick(List.of("owner", "name", "type", "request_url", "socket_mode_enabled", "x-y/z~")), "text");
        }
    }

    private static void setVersion(JsonNode manifest, int version) {
        if (manifest.get("_metadata") instanceof ObjectNode metadata) {
            metadata.put("major_version", version);
        } else {
            ((ObjectNode) manifest).putObject("_metadata").put("major_version", version);
        }
    }

    /** Every place of a document, each after what stands around it. */
    private static List<Place> places(JsonNode node) {
        List<Place> places = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            object.propertyNames().forEach(key -> places.add(new Place(node, key, -1)));
        } else if (node instanceof ArrayNode array) {
            IntStream.range(0, array.size()).forEach(i -> places.add(new Place(node, "", i)));
        }
        for (Place place : List.copyOf(places)) {
            places.addAll(places(place.value()));
        }
        return places;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
