package com.example.slackbot.feature.workspaces;

import com.example.slackbot.runtime.HttpServer;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way in for those who install the app: {@value #INSTALL} sends them to Slack, which asks them and sends them back
 * to {@value #REDIRECT}. A state goes with them, once in the address and once in a cookie of their browser: nobody can
 * make another's browser end an installation that it has not begun.
 *
 * @see <a href="https://docs.slack.dev/authentication/installing-with-oauth">Installing with OAuth</a>
 */
final class InstallRoutes {
    static final String INSTALL = "/slack/install";
    static final String REDIRECT = "/slack/oauth_redirect";

    /** With this prefix no other host of the domain can set it: RFC 6265bis, section 4.1.3. */
    static final String COOKIE = "__Host-slack-install";

    private static final Logger LOG = LoggerFactory.getLogger(InstallRoutes.class);
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int FOUND = 302;
    private static final int BAD_REQUEST = 400;
    private static final int METHOD_NOT_ALLOWED = 405;

    /** At work side by side: anybody may ask, and must take neither threads nor connections from Slack's requests. */
    private static final int MOST = 8;

    private final URI authorizePage;
    private final AppCredentials credentials;
    private final RequestedScopes scopes;
    private final OAuthStates states;
    private final InstalledTokens tokens;
    private final OAuthClient slack;
    private final Semaphore places = new Semaphore(MOST);

    InstallRoutes(
            String apiUrl,
            AppCredentials credentials,
            RequestedScopes scopes,
            OAuthStates states,
            InstalledTokens tokens,
            OAuthClient slack) {
        this.authorizePage = URI.create(apiUrl).resolve("../oauth/v2/authorize");
        this.credentials = credentials;
        this.scopes = scopes;
        this.states = states;
        this.tokens = tokens;
        this.slack = slack;
    }

    void mount(HttpServer http) {
        http.mount(INSTALL, exchange -> answer(exchange, this::install));
        http.mount(REDIRECT, exchange -> answer(exchange, this::comeBack));
    }

    private interface Step {
        void take(HttpExchange exchange) throws IOException;
    }

    /** No page of these may be kept, framed, or name its address to another site: it may hold a code. */
    private void answer(HttpExchange exchange, Step step) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Cache-Control", "no-store");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
        if (!exchange.getRequestMethod().equals("GET")) {
            headers.set("Allow", "GET");
            HttpServer.answer(exchange, METHOD_NOT_ALLOWED, "");
        } else if (!places.tryAcquire()) {
            page(exchange, HttpServer.SERVICE_UNAVAILABLE, "Too many come at once. Please try again in a moment.");
        } else {
            try {
                step.take(exchange);
            } catch (IOException e) {
                LOG.error("An installation failed: {}", e.getMessage());
                page(exchange, HttpServer.SERVICE_UNAVAILABLE, "This did not work. Please try again later.");
            } finally {
                places.release();
            }
        }
    }

    private void install(HttpExchange exchange) throws IOException {
        String state = states.begin(LIFE);
        setCookie(exchange, state, LIFE);
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", credentials.clientId());
        parameters.put("scope", String.join(",", scopes.bot()));
        if (!scopes.user().isEmpty()) {
            parameters.put("user_scope", String.join(",", scopes.user()));
        }
        parameters.put("state", state);
        if (credentials.redirectUri() != null) {
            parameters.put("redirect_uri", credentials.redirectUri());
        }
        exchange.getResponseHeaders().set("Location", authorizePage + "?" + query(parameters));
        HttpServer.answer(exchange, FOUND, "");
    }

    /** The state first: nothing else of a request that somebody else has made is looked at. */
    private void comeBack(HttpExchange exchange) throws IOException {
        Map<String, String> parameters = parameters(exchange);
        String state = parameters.getOrDefault("state", "");
        if (!isFromThisBrowser(exchange, state) || !states.take(state)) {
            page(exchange, BAD_REQUEST, "This installation was begun elsewhere, or is over. Please <a href=\"" + INSTALL
                    + "\">begin again</a>.");
            return;
        }
        setCookie(exchange, "", Duration.ZERO);
        String code = parameters.getOrDefault("code", "");
        if (code.isEmpty()) {
            page(exchange, BAD_REQUEST, "Nothing was installed. <a href=\"" + INSTALL + "\">Begin again</a>?");
            return;
        }
        try {
            OAuthClient.Installed installed = slack.exchange(code);
            tokens.save(installed);
            LOG.info("Installed in {}", installed.installedIn());
            page(exchange, HttpServer.OK, "Installed in " + escaped(String.valueOf(installed.name()))
                    + ". You can close this page and go back to Slack.");
        } catch (OAuthClient.Refused e) {
            LOG.warn("Slack refused an installation: {}", e.getMessage());
            page(exchange, BAD_REQUEST,
                    "Slack refused the installation. <a href=\"" + INSTALL + "\">Begin again</a>?");
        }
    }

    /** Takes as long for a near miss as for a wild guess. */
    private static boolean isFromThisBrowser(HttpExchange exchange, String state) {
        return !state.isEmpty()
                && cookies(exchange)
                        .anyMatch(cookie -> MessageDigest.isEqual(
                                cookie.getBytes(StandardCharsets.UTF_8),
                                (COOKIE + "=" + state).getBytes(StandardCharsets.UTF_8)));
    }

    private static Stream<String> cookies(HttpExchange exchange) {
        return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
                .flatMap(line -> Stream.of(line.split(";")))
                .map(String::strip);
    }

    /** Lax: the browser sends it along when Slack's page leads back here, and with nothing that a page loads. */
    private static void setCookie(HttpExchange exchange, String value, Duration life) {
        exchange.getResponseHeaders().add("Set-Cookie", COOKIE + "=" + value + "; Max-Age=" + life.toSeconds()
                + "; Path=/; Secure; HttpOnly; SameSite=Lax");
    }

    private static Map<String, String> parameters(HttpExchange exchange) {
        Map<String, String> parameters = new HashMap<>();
        String query = exchange.getRequestURI().getRawQuery();
        for (String pair : (query == null ? "" : query).split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                parameters.put(parts[0], decoded(parts[1]));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static void page(HttpExchange exchange, int status, String content) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        HttpServer.answer(exchange, status,
                "<!doctype html><html lang=\"en\"><title>Installation</title><body><p>" + content
                        + "</p></body></html>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
