package dev.transportadvisor.simulator.http;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

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

    private OriginCheck() {}

    /** Whether a request may be answered, whatever it asks for. */
    public static boolean passes(WebRequest request) {
        return isOfThisMachine(request)
                && request.header("sec-fetch-site").map(OWN_SITES::contains).orElse(true);
    }

    /**
     * Whether somebody follows a link, which may stand on a page from elsewhere: that page learns nothing of the
     * answer, and shows it in no frame.
     */
    public static boolean isVisit(WebRequest request) {
        return isOfThisMachine(request)
                && request.method().equals("GET")
                && request.header("sec-fetch-mode").equals(Optional.of("navigate"))
                && request.header("sec-fetch-dest").equals(Optional.of("document"));
    }

    private static boolean isOfThisMachine(WebRequest request) {
        Optional<String> host = request.header("host");
        return host.flatMap(OriginCheck::name).filter(Loopback::isHost).isPresent()
                && request.header("origin").map(("http://" + host.get())::equals).orElse(true);
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
