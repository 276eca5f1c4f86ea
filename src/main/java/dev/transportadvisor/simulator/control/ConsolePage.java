package dev.transportadvisor.simulator.control;

import dev.transportadvisor.simulator.http.WebReply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

/** The page for people: one file, which the browser may not extend by anything. */
public final class ConsolePage {

    private static final String RESOURCE = "/simulator/console.html";

    private ConsolePage() {}

    public static WebReply reply() {
        String page = page();
        return WebReply.text(200, "text/html; charset=utf-8", page)
                .with("Cache-Control", "no-store")
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none';"
                                + " frame-ancestors 'none'; script-src '" + hash(inside(page, "script"))
                                + "'; style-src '" + hash(inside(page, "style")) + "'");
    }

    private static String page() {
        try (InputStream stream = ConsolePage.class.getResourceAsStream(RESOURCE)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String inside(String page, String element) {
        int start = page.indexOf("<" + element + ">") + element.length() + 2;
        return page.substring(start, page.indexOf("</" + element + ">", start));
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
