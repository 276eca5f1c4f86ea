package com.example.slackbot;

import java.util.List;

/** The bot cannot start. Each problem is one line for the person who starts it, without any secret. */
final class StartupException extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;
    private final transient List<String> problems;

    private StartupException(int status, List<String> problems) {
        super(String.join("\n", problems));
        this.status = status;
        this.problems = List.copyOf(problems);
    }

    /** Settings or tokens are wrong: exit status 2. */
    static StartupException wrongSettings(List<String> problems) {
        return new StartupException(2, problems);
    }

    /** The settings are fine, the surroundings are not: exit status 1. */
    static StartupException failed(String problem) {
        return new StartupException(1, List.of(problem));
    }

    int status() {
        return status;
    }

    List<String> problems() {
        return problems;
    }
}
