package dev.transportadvisor.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What is sent back. */
public record WebReply(int status, Map<String, String> headers, byte[] body) {

    public static WebReply json(int status, JsonNode body) {
        return text(status, "application/json; charset=utf-8", JsonTree.text(body));
    }

    public static WebReply text(int status, String type, String body) {
        return new WebReply(status, Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8));
    }

    public WebReply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new WebReply(status, more, body);
    }
}
