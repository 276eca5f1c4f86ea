package dev.transportadvisor.simulator.http;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who may talk to the local Slack: programs of this machine, and its own page. A web page from elsewhere gives itself
 * away by its {@code Origin}, by {@code Sec-Fetch-Site} where it sends none, or, after it has pointed its own name at
 * this machine, by {@code Host}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6454">The web origin concept</a>
 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch metadata</a>
 */
public final class OriginCheck {

    /** What a browser says of a request of the page itself, and of an address that a person has typed. */
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private static final Pattern PAGE = Pattern.compile("/|/archives/.*|.*/oauth/v2/authorize");

    private OriginCheck() {}

    public static boolean passes(WebRequest request) {
        Optional<String> host = request.header("host");
        return host.flatMap(OriginCheck::name).filter(Loopback::isHost).isPresent()
                && request.header("origin").map(("http://" + host.get())::equals).orElse(true)
                && (request.header("sec-fetch-site").map(OWN_SITES::contains).orElse(true) || isVisit(request));
    }

    /** Somebody follows a link to a page, of which the page that has the link learns nothing. */
    private static boolean isVisit(WebRequest request) {
        return request.method().equals("GET")
                && PAGE.matcher(request.path()).matches()
                && request.header("sec-fetch-mode").equals(Optional.of("navigate"))
                && request.header("sec-fetch-dest").equals(Optional.of("document"));
    }

    /** The name in a {@code Host} header, without the port. */
    private static Optional<String> name(String host) {
        try {
            return Optional.ofNullable(URI.create("http://" + host).getHost());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
