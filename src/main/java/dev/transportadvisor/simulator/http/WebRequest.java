package dev.transportadvisor.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request that came in.
 *
 * @param path without the query
 * @param query undecoded; empty if there is none
 * @param headers by their names in lower case
 */
public record WebRequest(String method, String path, String query, Map<String, String> headers, byte[] body) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** A parameter of the query; empty if it is missing or the query is broken. */
    public String parameter(String name) {
        try {
            return Form.decode(query).getOrDefault(name, "");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The media type in lower case, without its parameters; empty if there is none. */
    public String mediaType() {
        return header("content-type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }
}
