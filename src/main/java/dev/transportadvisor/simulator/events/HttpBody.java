package dev.transportadvisor.simulator.events;

import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.simulator.http.Form;
import dev.transportadvisor.simulator.http.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A payload as it stands in an HTTP request: events as JSON, what people do as a form. */
final class HttpBody {

    private HttpBody() {}

    static String type(Payload.Kind kind) {
        return switch (kind) {
            case EVENT, URL_VERIFICATION, RATE_LIMITED -> "application/json";
            case SLASH_COMMAND, INTERACTION, SSL_CHECK -> Form.TYPE;
        };
    }

    static byte[] of(Payload payload) {
        String text =
                switch (payload.kind()) {
                    case EVENT, URL_VERIFICATION, RATE_LIMITED -> JsonTree.asSlackWrites(payload.body());
                    case SLASH_COMMAND, SSL_CHECK -> Form.encode(fields(payload));
                    case INTERACTION -> Form.encode(Map.of("payload", JsonTree.asSlackWrites(payload.body())));
                };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> fields(Payload payload) {
        Map<String, String> fields = new LinkedHashMap<>();
        payload.body().properties().forEach(field -> fields.put(field.getKey(), field.getValue().asString()));
        return fields;
    }
}
