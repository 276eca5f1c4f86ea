package dev.transportadvisor.simulator.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The {@code application/x-www-form-urlencoded} format, which is also that of a URL's query. */
public final class Form {

    public static final String TYPE = "application/x-www-form-urlencoded";

    private Form() {}

    /** @throws IllegalArgumentException if a percent sign is not followed by two hexadecimal digits */
    public static Map<String, String> decode(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            if (!parts[0].isEmpty()) {
                values.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
            }
        }
        return values;
    }

    /**
     * As Slack encodes: a blank becomes {@code +} and an asterisk {@code %2A}, which Java leaves as it is.
     *
     * @see <a href="https://github.com/slackapi/java-slack-sdk/issues/1290">A report of Slack's asterisk</a>
     */
    public static String encode(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("*", "%2A");
    }
}
