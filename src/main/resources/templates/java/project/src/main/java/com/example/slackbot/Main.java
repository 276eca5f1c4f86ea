package com.example.slackbot;

import com.example.slackbot.runtime.Launcher;

/** The process. */
public final class Main {
    private Main() {}

    /** @param args not used; everything is set in the environment */
    public static void main(String[] args) {
        Launcher.run(() -> Bot.of(Settings.read(System.getenv(), Settings.defaultTransport())));
    }
}
