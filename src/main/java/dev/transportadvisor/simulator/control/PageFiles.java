package dev.transportadvisor.simulator.control;

import dev.transportadvisor.simulator.http.WebReply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The page for people: a handful of files, which the browser may not extend by anything. */
public final class PageFiles {

    private static final String PATH = "/page/";
    private static final String FOLDER = "/simulator/page/";
    private static final String INDEX = FOLDER + "index.html";
    private static final Pattern NAME = Pattern.compile("[a-z]{1,20}\\.(js|css)");
    private static final String WEBJAR = "/META-INF/resources/webjars/preact/10.26.4/";

    /** The library that draws the page, from its WebJar. */
    private static final Map<String, String> LIBRARY = Map.of(
            "preact.js", WEBJAR + "dist/preact.module.js",
            "hooks.js", WEBJAR + "hooks/dist/hooks.module.js");

    private PageFiles() {}

    /**
     * The page itself at the root and at the address of a message, and what belongs to it.
     *
     * @return empty if there is nothing at this path
     */
    public static Optional<WebReply> at(String path) {
        if (isPage(path)) {
            return Optional.of(index());
        }
        String name = path.startsWith(PATH) ? path.substring(PATH.length()) : "";
        return NAME.matcher(name).matches() ? part(name) : Optional.empty();
    }

    /** Whether a person sees the page at this path. */
    public static boolean isPage(String path) {
        return path.equals("/") || path.startsWith("/archives/");
    }

    private static Optional<WebReply> part(String name) {
        String type = name.endsWith(".js") ? "text/javascript" : "text/css";
        return text(LIBRARY.getOrDefault(name, FOLDER + name)).map(text -> reply(type, text));
    }

    private static WebReply index() {
        String page = text(INDEX).orElseThrow();
        return reply("text/html", page)
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none';"
                                + " frame-ancestors 'none'; style-src 'self'; script-src 'self' '"
                                + hash(inside(page, "<script type=\"importmap\">")) + "'");
    }

    private static WebReply reply(String type, String text) {
        return WebReply.text(200, type + "; charset=utf-8", text).with("Cache-Control", "no-store");
    }

    private static Optional<String> text(String resource) {
        try (InputStream stream = PageFiles.class.getResourceAsStream(resource)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String inside(String page, String tag) {
        int start = page.indexOf(tag) + tag.length();
        return page.substring(start, page.indexOf("</", start));
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
