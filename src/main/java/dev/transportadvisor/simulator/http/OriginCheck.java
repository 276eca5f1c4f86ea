package dev.transportadvisor.simulator.http;

import java.net.URI;
import java.util.Optional;

/**
 * Who may talk to the local Slack: programs of this machine, and its own page. A web page from elsewhere gives itself
 * away by its {@code Origin}, or, after it has pointed its own name at this machine, by {@code Host}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6454">The web origin concept</a>
 */
public final class OriginCheck {

    private OriginCheck() {}

    public static boolean passes(WebRequest request) {
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
