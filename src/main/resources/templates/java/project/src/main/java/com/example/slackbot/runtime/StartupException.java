package com.example.slackbot.runtime;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** The bot cannot start. Each problem is one line for the person who starts it, without any secret. */
public final class StartupException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * Slack's error codes that say nothing about a token or the app. Every Web API method has them, see the errors of
     * <a href="https://docs.slack.dev/reference/methods/auth.test">auth.test</a>.
     */
    private static final Set<String> PASSING_TROUBLE = Set.of("internal_error", "fatal_error", "service_unavailable",
            "request_timeout", "ratelimited", "team_added_to_org");

    private final int status;
    private final transient List<String> problems;

    private StartupException(int status, List<String> problems) {
        super(String.join("\n", problems));
        this.status = status;
        this.problems = List.copyOf(problems);
    }

    /** Settings or tokens are wrong: exit status 2. */
    public static StartupException wrongSettings(List<String> problems) {
        return new StartupException(2, problems);
    }

    /**
     * Slack answered with an error: a setting is wrong, unless the code tells of trouble that passes.
     *
     * @param problem what to tell a person about the wrong setting
     * @throws IOException when the code says nothing about the settings, so that a later try may succeed
     */
    static StartupException refused(String method, String code, String problem) throws IOException {
        if (code != null && PASSING_TROUBLE.contains(code)) {
            throw new IOException(method + " answered " + code);
        }
        return wrongSettings(List.of(problem));
    }

    /** The settings are fine, the surroundings are not: exit status 1. */
    public static StartupException failed(String problem) {
        return new StartupException(1, List.of(problem));
    }

    public int status() {
        return status;
    }

    public List<String> problems() {
        return problems;
    }
}
