package dev.transportadvisor.simulator.http;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON trees, read and written in one way. */
public final class JsonTree {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private static final JsonMapper AS_SLACK_WRITES = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES, JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .build();

    private JsonTree() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** @return empty if the text is no JSON, or more than one value */
    public static Optional<JsonNode> parse(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** @return empty if the text is no JSON object */
    public static Optional<ObjectNode> parseObject(String text) {
        return parse(text).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
    }

    public static String text(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /**
     * The text with Slack's escapes: a backslash before each slash, and hexadecimal digits for what is not ASCII. A bot
     * that parses it and writes it anew has other bytes, and so another signature.
     *
     * @see <a href="https://github.com/slackapi/node-slack-events-api/issues/92">A report of such a bot</a>
     */
    public static String asSlackWrites(JsonNode node) {
        return AS_SLACK_WRITES.writeValueAsString(node);
    }
}
