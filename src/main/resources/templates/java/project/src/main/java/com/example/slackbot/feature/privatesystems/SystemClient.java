package com.example.slackbot.feature.privatesystems;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP with one system, at one address. Redirects are not followed: nothing that a system answers picks another host,
 * which would get the credentials.
 */
public final class SystemClient {
    private static final Logger LOG = LoggerFactory.getLogger(SystemClient.class);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
    static final Limits LIMITS = new Limits(Duration.ofSeconds(5), 4 << 20);
    private static final int MOST_LOGGED = 200;
    private static final Set<Integer> PASSING_TROUBLE = Set.of(502, 503, 504);

    /** How the sentence ends when something was read, and when something was changed. */
    private static final String NO_HARM = ".";
    private static final String WHO_KNOWS = "; look there whether it was done before you ask again.";

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_LIMIT)
            .build();

    private final String name;
    private final String address;
    private final SystemCredentials credentials;
    private final Limits limits;

    /**
     * @param time for an answer as a whole
     * @param bytes that an answer may have
     */
    record Limits(Duration time, int bytes) {}

    /**
     * @param name of the system, for people
     * @param address where its API begins, without a slash at the end
     */
    public SystemClient(String name, String address, SystemCredentials credentials) {
        this(name, address, credentials, LIMITS);
    }

    SystemClient(String name, String address, SystemCredentials credentials, Limits limits) {
        this.name = name;
        this.address = address;
        this.credentials = credentials;
        this.limits = limits;
    }

    /** Reads. What failed on its way is tried once more, since reading twice does no harm. */
    public HttpResponse<String> get(String path) throws SystemTrouble {
        HttpRequest request = to(path).GET().build();
        try {
            HttpResponse<String> answer = send(request, NO_HARM);
            if (!PASSING_TROUBLE.contains(answer.statusCode())) {
                return answer;
            }
        } catch (SystemTrouble e) {
            LOG.info("{} One more try", e.getMessage());
        }
        return send(request, NO_HARM);
    }

    /** Changes something. It is never repeated: without an answer, nobody knows whether it was done. */
    public HttpResponse<String> post(String path, String contentType, String body) throws SystemTrouble {
        HttpRequest request = to(path)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = send(request, WHO_KNOWS);
        if (answer.statusCode() >= 500) {
            log(answer);
            throw new SystemTrouble(name + " answered with status " + answer.statusCode() + WHO_KNOWS);
        }
        return answer;
    }

    /** The JSON of a good answer. */
    public JsonElement json(HttpResponse<String> answer) throws SystemTrouble {
        if (answer.statusCode() / 100 != 2) {
            throw refused(answer);
        }
        JsonElement json;
        try {
            json = JsonParser.parseString(answer.body());
        } catch (JsonParseException e) {
            json = JsonNull.INSTANCE;
        }
        if (!json.isJsonObject() && !json.isJsonArray()) { // such as the page of a proxy where one logs in
            throw new SystemTrouble(name + " answered with something else than JSON.");
        }
        return json;
    }

    /** What to say of an answer that nobody expected; the system's own words stay in the log. */
    public SystemTrouble refused(HttpResponse<String> answer) {
        log(answer);
        int status = answer.statusCode();
        return new SystemTrouble(status == 401 || status == 403
                ? name + " refuses the bot's credentials, or they may not do this."
                : name + " answered with status " + status + ".");
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private void log(HttpResponse<String> answer) {
        LOG.warn("{} answered {}: {}", name, answer.statusCode(), forLog(answer.body()));
    }

    /** The beginning, as one line, without the credentials, which a system may send back. */
    private String forLog(String text) {
        String hidden = credentials.hiddenIn(text);
        return hidden.substring(0, Math.min(MOST_LOGGED, hidden.length())).replaceAll("\\R|\\p{Cntrl}", " ");
    }

    private HttpRequest.Builder to(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path)).timeout(limits.time());
        return credentials.header() == null ? request : request.header("Authorization", credentials.header());
    }

    /** The client's own limit ends with the headers; this one counts the body, too. */
    private HttpResponse<String> send(HttpRequest request, String end) throws SystemTrouble {
        CompletableFuture<HttpResponse<String>> answer =
                HTTP.sendAsync(request, headers -> new BoundedText(limits.bytes()));
        try {
            return answer.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("{} gives no answer: {}", name, forLog(e.toString()));
            boolean isTooLong = e.getCause() instanceof BoundedText.TooLongException;
            throw new SystemTrouble(name + (isTooLong ? " answers more than the bot reads" : " does not answer") + end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SystemTrouble("The bot stops and does not wait for " + name + end);
        } finally {
            answer.cancel(true);
        }
    }

    /** Leaves the credentials out. */
    @Override
    public String toString() {
        return name + " at " + address;
    }
}
