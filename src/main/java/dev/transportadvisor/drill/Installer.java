package dev.transportadvisor.drill;

import dev.transportadvisor.simulator.http.Form;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Installs the bot as a person with a browser does: opens its link, says yes on the local Slack's page, and is sent
 * back. The address that the manifest names for that leads to the bot on this machine.
 */
final class Installer {

    /** Where Bolt has the link, in each of its languages. */
    static final String LINK = "/slack/install";

    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final Pattern ADDRESS = Pattern.compile("href=\"([^\"]*/oauth/v2/authorize\\?[^\"]*)\"");

    private final HttpClient browser = HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private final URI slack;
    private final URI bot;

    /** @param slack any address of the local Slack */
    Installer(URI slack, URI bot) {
        this.slack = slack;
        this.bot = bot;
    }

    /**
     * @param where the id of a workspace or the organization
     * @return what went wrong, in the end of a sentence; empty if it is installed
     */
    Optional<String> install(String where) {
        try {
            HttpResponse<String> link = get(bot.resolve(LINK), "");
            Optional<String> page = link.headers().firstValue("Location").or(() -> linked(link.body()));
            if (page.isEmpty()) {
                return Optional.of("GET " + LINK + " answered " + link.statusCode() + " and leads to no page of Slack");
            }
            String query = Optional.ofNullable(URI.create(page.get()).getRawQuery()).orElse("");
            Map<String, String> form = new LinkedHashMap<>(Form.decode(query));
            form.put("in", where);
            form.put("answer", "allow");
            HttpResponse<String> answer = post(slack.resolve("/oauth/v2/authorize"), Form.encode(form));
            Optional<String> back = answer.headers().firstValue("Location");
            if (back.isEmpty()) {
                return Optional.of("Slack's page refused the link: " + words(answer.body()));
            }
            URI redirect = URI.create(back.get());
            HttpResponse<String> end = get(onBot(redirect), cookies(link));
            boolean isDone = end.statusCode() / 100 == 2 || end.statusCode() / 100 == 3;
            return isDone
                    ? Optional.empty()
                    : Optional.of("GET " + redirect.getRawPath() + " answered " + end.statusCode());
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of("GET " + LINK + " led nowhere");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("it took too long");
        }
    }

    /** Bolt for JavaScript and Python show a page with a link. */
    private static Optional<String> linked(String page) {
        Matcher address = ADDRESS.matcher(page);
        return address.find() ? Optional.of(address.group(1).replace("&amp;", "&")) : Optional.empty();
    }

    /** Put together as text: a path may begin with two slashes, which would be a host to who resolves it. */
    private URI onBot(URI redirect) {
        return URI.create("http://" + bot.getRawAuthority() + redirect.getRawPath() + "?" + redirect.getRawQuery());
    }

    private static String words(String page) {
        return page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
    }

    private static String cookies(HttpResponse<String> from) {
        return from.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
    }

    private HttpResponse<String> get(URI url, String cookies) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(LIMIT);
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(URI url, String form) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(url)
                        .timeout(LIMIT)
                        .header("Content-Type", Form.TYPE)
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }
}
