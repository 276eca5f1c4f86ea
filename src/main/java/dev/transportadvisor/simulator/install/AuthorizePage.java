package dev.transportadvisor.simulator.install;

import dev.transportadvisor.simulator.http.Form;
import dev.transportadvisor.simulator.http.Loopback;
import dev.transportadvisor.simulator.http.WebReply;
import dev.transportadvisor.simulator.http.WebRequest;
import dev.transportadvisor.simulator.slack.Identity;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a person says whether an app may be installed, and in what; then they are sent back to the app.
 *
 * @see <a href="https://docs.slack.dev/authentication/installing-with-oauth">Installing with OAuth</a>
 */
public final class AuthorizePage {

    public static final Pattern PATH = Pattern.compile("(?:/process/[a-z0-9-]+)?/oauth/v2/authorize");

    private static final int OK = 200;
    private static final int FOUND = 302;
    private static final int BAD_REQUEST = 400;
    private static final int METHOD_NOT_ALLOWED = 405;

    /** Where a bot listens that is not told otherwise. */
    private static final URI USUAL_ADDRESS = URI.create("http://localhost:3000/");

    private final Installations installations;
    private final Set<String> scopes;
    private final Supplier<Optional<URI>> requestUrl;

    /**
     * @param scopes those of the bot that the manifest lists; none if it is not known
     * @param requestUrl where the bot takes Slack's requests, if it does
     */
    public AuthorizePage(Installations installations, Set<String> scopes, Supplier<Optional<URI>> requestUrl) {
        this.installations = installations;
        this.scopes = scopes;
        this.requestUrl = requestUrl;
    }

    /** The question with GET, what follows from the answer with POST. */
    public WebReply answer(WebRequest request) {
        boolean isAnswer = request.method().equals("POST");
        if (!isAnswer && !request.method().equals("GET")) {
            return page(METHOD_NOT_ALLOWED, "Look at this page with a browser.");
        }
        Map<String, String> asked;
        try {
            asked = Form.decode(isAnswer ? request.text() : request.query());
        } catch (IllegalArgumentException e) {
            return page(BAD_REQUEST, "The address cannot be read.");
        }
        Optional<String> trouble = trouble(asked);
        if (trouble.isPresent()) {
            return page(BAD_REQUEST, trouble.get());
        }
        return isAnswer ? sendBack(asked) : page(OK, question(asked));
    }

    /** What Slack would refuse on a page of its own, so that nobody is sent anywhere. */
    private Optional<String> trouble(Map<String, String> asked) {
        if (!asked.getOrDefault("client_id", "").equals(Identity.CLIENT_ID)) {
            return Optional.of("invalid_client_id: SLACK_CLIENT_ID is to be " + Identity.CLIENT_ID + ".");
        }
        if (list(asked, "scope").isEmpty() && list(asked, "user_scope").isEmpty()) {
            return Optional.of("no_scopes: the link asks for none.");
        }
        Optional<String> other = list(asked, "scope").stream()
                .filter(scope -> !scopes.isEmpty() && !scopes.contains(scope))
                .findFirst();
        if (other.isPresent()) {
            return Optional.of("invalid_scope: the manifest does not list " + escaped(other.get()) + ".");
        }
        return target(asked).isEmpty()
                ? Optional.of("bad_redirect_uri: redirect_uri is none of the manifest's redirect_urls.")
                : Optional.empty();
    }

    private WebReply sendBack(Map<String, String> asked) {
        Optional<Place> place = Place.of(asked.getOrDefault("in", "")).filter(this::isPossible);
        boolean isAllowed = asked.getOrDefault("answer", "").equals("allow");
        if (isAllowed && place.isEmpty()) {
            return page(BAD_REQUEST, "The app cannot be installed there.");
        }
        Map<String, String> answer = new LinkedHashMap<>();
        if (isAllowed) {
            answer.put("code", installations.approve(approval(place.get(), asked)));
        } else {
            answer.put("error", "access_denied");
        }
        answer.put("state", asked.getOrDefault("state", ""));
        URI target = target(asked).orElseThrow();
        String separator = target.getRawQuery() == null ? "?" : "&";
        return WebReply.text(FOUND, "text/plain", "")
                .with("Location", target + separator + Form.encode(answer));
    }

    private static Approval approval(Place place, Map<String, String> asked) {
        return new Approval(
                place.id(),
                place.person().id(),
                asked.getOrDefault("redirect_uri", ""),
                list(asked, "scope"),
                list(asked, "user_scope"));
    }

    private boolean isPossible(Place place) {
        return !place.isOrganization() || installations.app().isOrgWide();
    }

    /**
     * Where the person is sent back to, on this machine: what leads elsewhere is on the way to the bot, behind which a
     * proxy stands at Slack. Beside what the manifest lists, an address of this machine will do.
     */
    private Optional<URI> target(Map<String, String> asked) {
        List<String> listed = installations.app().redirectUrls();
        String wanted = asked.getOrDefault("redirect_uri", "");
        Optional<String> url = wanted.isEmpty()
                ? listed.stream().findFirst()
                : Optional.of(wanted).filter(given -> isOfThisMachine(given)
                        || listed.stream().anyMatch(known -> isBelow(known, given)));
        return url.flatMap(AuthorizePage::uri).map(this::onThisMachine);
    }

    /** A redirect may be the address that is listed, or one below it; same source. */
    private static boolean isBelow(String listed, String given) {
        return given.equals(listed) || given.startsWith(listed.replaceFirst("/?$", "/"));
    }

    private static boolean isOfThisMachine(String url) {
        return uri(url).filter(Loopback::isHttp).isPresent();
    }

    private URI onThisMachine(URI url) {
        if (Loopback.isHttp(url)) {
            return url;
        }
        URI bot = requestUrl.get().orElse(USUAL_ADDRESS);
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return URI.create(bot.getScheme() + "://" + bot.getRawAuthority() + url.getRawPath() + query);
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<String> list(Map<String, String> asked, String key) {
        return Stream.of(asked.getOrDefault(key, "").split("[ ,]+"))
                .filter(scope -> !scope.isEmpty())
                .toList();
    }

    private String question(Map<String, String> asked) {
        String kept = Stream.of("client_id", "scope", "user_scope", "redirect_uri", "state")
                .map(key -> "<input type=\"hidden\" name=\"" + key + "\" value=\""
                        + escaped(asked.getOrDefault(key, "")) + "\">")
                .collect(Collectors.joining());
        String places = Place.ALL.stream()
                .filter(this::isPossible)
                .map(place -> "<option value=\"" + place.id() + "\">" + escaped(place.name()) + "</option>")
                .collect(Collectors.joining());
        return "<form method=\"post\" action=\"\">" + kept
                + "<p>The app asks for: " + escaped(String.join(", ", list(asked, "scope"))) + " "
                + escaped(String.join(", ", list(asked, "user_scope"))) + "</p>"
                + "<p><label>Install it in <select name=\"in\">" + places + "</select></label></p>"
                + "<p><button name=\"answer\" value=\"allow\">Allow</button> "
                + "<button name=\"answer\" value=\"deny\">Cancel</button></p></form>";
    }

    private static WebReply page(int status, String content) {
        return WebReply.text(
                        status,
                        "text/html; charset=utf-8",
                        "<!doctype html><html lang=\"en\"><title>Local Slack: install an app</title>"
                                + "<body><h1>Local Slack</h1>" + content + "</body></html>\n")
                .with("Cache-Control", "no-store")
                .with("Content-Security-Policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
