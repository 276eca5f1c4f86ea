package dev.transportadvisor.simulator.control;

import dev.transportadvisor.simulator.web.Fault;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
