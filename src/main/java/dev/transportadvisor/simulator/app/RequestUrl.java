package dev.transportadvisor.simulator.app;

import dev.transportadvisor.manifest.Placeholder;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL of a manifest, to which Slack posts. The local Slack puts the bot's address in the place of its host, and keeps
 * its path.
 *
 * @param text as it is written; what is yet to be filled in stands for anything
 */
public record RequestUrl(String text) {

    /** The host with its port, the path, and the query; a host that is yet to be filled in may hold the scheme, too. */
    private static final Pattern PARTS =
            Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*://)?([^/?#]*)([^?#]*)(\\?[^#]*)?(?:#.*)?");

    /** The host with its port, in lower case; empty if it is yet to be filled in. */
    public Optional<String> host() {
        return Optional.of(part(1))
                .filter(host -> !host.isEmpty() && !Placeholder.isInUrl(host))
                .map(host -> host.toLowerCase(Locale.ROOT));
    }

    /** The path and the query, beginning with a slash; empty if nothing is known of it. */
    public Optional<String> path() {
        String path = part(2) + part(3);
        boolean isRoot = path.isEmpty() || path.startsWith("?");
        if (isRoot && host().isEmpty()) {
            return Optional.empty(); // a placeholder that may hold the path as well
        }
        return Optional.of(isRoot ? "/" + path : path).filter(RequestUrl::isUsable);
    }

    private String part(int number) {
        Matcher parts = PARTS.matcher(text.strip());
        return parts.matches() ? Optional.ofNullable(parts.group(number)).orElse("") : "";
    }

    private static boolean isUsable(String path) {
        try {
            return !Placeholder.isInUrl(path) && URI.create("http://localhost" + path).getRawPath() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
