package dev.transportadvisor.simulator.web;

import dev.transportadvisor.simulator.http.Form;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.http.WebRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a call to the Web API brings, wherever it stands: in the query, a form, a JSON body, a header.
 *
 * @param values without the token
 * @param error Slack's code for a body that it cannot read
 * @see <a href="https://docs.slack.dev/apis/web-api">Web API, POST bodies</a>
 */
record CallArguments(Optional<String> token, ObjectNode values, Optional<String> error) {

    private static final String TOKEN = "token";

    /** What gives tokens to whoever has it: a bot that was set up for Slack itself sends real ones. */
    private static final List<String> SECRETS = List.of("client_secret", "refresh_token");

    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    static CallArguments of(WebRequest request) {
        ObjectNode values = JsonTree.object();
        Optional<String> error = Optional.empty();
        try {
            values.setAll(form(request.query()));
            values.setAll(body(request));
        } catch (ApiRefusal e) {
            error = Optional.of(e.getMessage());
        }
        request.header("authorization").ifPresent(header -> addClient(header, values));
        Optional<String> inBody = Optional.ofNullable(values.remove(TOKEN)).map(JsonNode::asString);
        Optional<String> inHeader = request.header("authorization")
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()).strip());
        return new CallArguments(inHeader.or(() -> inBody), values, error);
    }

    /** The values that may be kept and shown. */
    ObjectNode withoutSecrets() {
        return SECRETS.stream().anyMatch(values::has) ? values.deepCopy().remove(SECRETS) : values;
    }

    /** The app's own credentials, which belong into the header: docs.slack.dev/reference/methods/oauth.v2.access. */
    private static void addClient(String header, ObjectNode values) {
        if (!header.startsWith(BASIC)) {
            return;
        }
        try {
            byte[] credentials = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            String[] parts = new String(credentials, StandardCharsets.UTF_8).split(":", 2);
            values.put("client_id", parts[0]).put("client_secret", parts.length < 2 ? "" : parts[1]);
        } catch (IllegalArgumentException e) {
            // Then there are none, which the method says.
        }
    }

    private static ObjectNode body(WebRequest request) {
        if (request.body().length == 0) {
            return JsonTree.object();
        }
        return switch (request.mediaType()) {
            case Form.TYPE -> form(request.text());
            case "application/json" -> json(request.text());
            case "" -> throw new ApiRefusal("missing_post_type");
            default -> throw new ApiRefusal("invalid_post_type");
        };
    }

    private static ObjectNode json(String text) {
        JsonNode body = JsonTree.parse(text).orElseThrow(() -> new ApiRefusal("invalid_json"));
        if (body instanceof ObjectNode object) {
            return object;
        }
        throw new ApiRefusal("json_not_object");
    }

    private static ObjectNode form(String text) {
        ObjectNode values = JsonTree.object();
        try {
            for (Map.Entry<String, String> entry : Form.decode(text).entrySet()) {
                values.put(entry.getKey(), entry.getValue());
            }
        } catch (IllegalArgumentException e) {
            throw new ApiRefusal("invalid_form_data");
        }
        return values;
    }
}
