package dev.transportadvisor.cli;

import java.util.regex.Pattern;

/** What a recommendation comes to, whatever is said about it. */
final class Outcome {

    private static final Pattern OUTCOME =
            Pattern.compile("\"outcome\": \"(.+)\",\\s+\"transport\": (.+),");

    private Outcome() {}

    /**
     * Such as {@code recommended, transport "events-api"} and {@code conflict, transport null}.
     *
     * @param json a recommendation; other texts have no outcome
     */
    static String in(String json) {
        return OUTCOME.matcher(json)
                .results()
                .findFirst()
                .map(found -> found.group(1) + ", transport " + found.group(2))
                .orElse("no recommendation");
    }
}
