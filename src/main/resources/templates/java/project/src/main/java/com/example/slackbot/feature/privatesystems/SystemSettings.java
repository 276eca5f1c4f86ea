package com.example.slackbot.feature.privatesystems;

import com.example.slackbot.runtime.Environment;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the environment says of one system, in variables of one prefix. What is wrong or missing is kept by the
 * environment, which ends the start before anything is done with it.
 */
public final class SystemSettings {
    /** No more than Java's HTTP client takes: it refuses a host with an underscore, for one. */
    private static final Pattern ADDRESS = Pattern.compile("https?://"
            + "([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?(/[A-Za-z0-9._~/-]*)?");

    private static final Pattern TOKEN = Pattern.compile("[!-~]+");

    private final Environment environment;
    private final String prefix;

    /** @param prefix with the underscore at its end */
    public SystemSettings(Environment environment, String prefix) {
        this.environment = environment;
        this.prefix = prefix;
    }

    /** Whether the system's address is set. */
    public boolean isThere() {
        return optional("URL").isPresent();
    }

    public String address() {
        String address = environment.secret(prefix + "URL", ADDRESS, "an http or https address without a user");
        return String.valueOf(address).replaceFirst("/+$", "");
    }

    /** A token, or the name of a user. */
    public String required(String name) {
        return String.valueOf(environment.secret(
                prefix + name, TOKEN, "a text without spaces; leave " + prefix + "URL out if it is not used"));
    }

    public SystemCredentials bearer() {
        return SystemCredentials.bearer(required("TOKEN"));
    }

    /** For a system that asks for credentials only where a proxy in front of it does. */
    public SystemCredentials bearerIfAny() {
        return optional("TOKEN").isPresent() ? bearer() : SystemCredentials.NONE;
    }

    public Optional<String> optional(String name) {
        return Optional.ofNullable(environment.value(prefix + name, null));
    }
}
