package dev.transportadvisor.simulator.control;

import dev.transportadvisor.simulator.conversation.Conversations;
import dev.transportadvisor.simulator.conversation.Inputs;
import dev.transportadvisor.simulator.people.Place;
import dev.transportadvisor.simulator.slack.Channel;
import dev.transportadvisor.simulator.slack.Person;
import dev.transportadvisor.simulator.web.Fault;
import dev.transportadvisor.source.Suggestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a script or the page asks for. */
record Instruction(ObjectNode body) {

    /** It cannot be followed; the message says why, and what would be right. */
    static final class Unclear extends RuntimeException {

        Unclear(String message) {
            super(message, null, false, false);
        }
    }

    /** @return nothing where it is missing, null or empty */
    Optional<String> text(String key) {
        Optional<JsonNode> value = body.optional(key).filter(given -> !given.isNull());
        if (value.filter(given -> !given.isString()).isPresent()) {
            throw new Unclear("'" + key + "' is to be a text.");
        }
        return value.map(JsonNode::asString).filter(text -> !text.isEmpty());
    }

    /** @throws Unclear if there is a key that is not among these */
    Instruction allowing(String... keys) {
        List<String> allowed = List.of(keys);
        for (String key : body.propertyNames()) {
            if (!allowed.contains(key)) {
                throw new Unclear("Unknown key '" + key + "'. " + Suggestion.sentence(key, allowed));
            }
        }
        return this;
    }

    /** Who does it; Ada where nobody is named. Any other id is that of a person made up for it. */
    Person person() {
        return text("user").map(Person::of).orElse(Person.ADA);
    }

    /** Where it is done: the channel that is named, or the first one of the person's workspace. */
    Place place() {
        String channel = text("channel").orElseGet(() -> Channel.first(person().team()).id());
        return Conversations.channel(channel)
                .map(Place::of)
                .orElseThrow(() -> new Unclear("'channel' is '" + channel + "'. It is to be the id or the name of a"
                        + " channel, such as " + Channel.GENERAL.id() + "."));
    }

    /** What the fields hold, as an object of objects: by block id and action id a text, or a list of texts. */
    Inputs inputs() {
        Map<String, Map<String, List<String>>> inputs = new LinkedHashMap<>();
        body.path("inputs").propertyStream().forEach(block -> {
            Map<String, List<String>> actions = new LinkedHashMap<>();
            block.getValue().propertyStream().forEach(action -> actions.put(action.getKey(), list(action.getValue())));
            inputs.put(block.getKey(), actions);
        });
        return new Inputs(inputs);
    }

    List<String> texts(String key) {
        return list(body.path(key));
    }

    private static List<String> list(JsonNode value) {
        return (value.isArray() ? value.valueStream() : Stream.of(value))
                .map(item -> item.asString(""))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    boolean isTrue(String key) {
        return body.path(key).asBoolean(false);
    }

    boolean hasObject(String key) {
        return body.path(key).isObject();
    }

    /** What is there besides these. */
    ObjectNode without(String... keys) {
        ObjectNode rest = body.deepCopy();
        rest.remove(List.of(keys));
        return rest;
    }

    String required(String key) {
        return text(key).orElseThrow(() -> new Unclear("'" + key + "' is missing; it is a text."));
    }

    /** @return a whole number from 1 on */
    int count(String key, int otherwise) {
        return number(key, otherwise, 1, Integer.MAX_VALUE, "from 1 on");
    }

    /** @return the status of an HTTP response that tells of an error */
    int errorStatus(String key, int otherwise) {
        return number(key, otherwise, Fault.Broken.LOWEST, Fault.Broken.HIGHEST, "from 400 to 599");
    }

    private int number(String key, int otherwise, int least, int most, String allowed) {
        JsonNode value = body.path(key);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            throw new Unclear("'" + key + "' is to be a whole number " + allowed + ".");
        }
        return value.intValue();
    }

    /** One of the constants, which are written in lower case. */
    <E extends Enum<E>> E choice(String key, Class<E> type) {
        Map<String, E> byWord = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            byWord.put(constant.name().toLowerCase(Locale.ROOT), constant);
        }
        return choice(key, byWord);
    }

    /** One of the values, by its word. */
    <T> T choice(String key, Map<String, T> byWord) {
        String text = required(key);
        return Optional.ofNullable(byWord.get(text))
                .orElseThrow(() -> new Unclear(
                        "'" + key + "' is '" + text + "'. Allowed: " + String.join(", ", byWord.keySet()) + "."));
    }
}
