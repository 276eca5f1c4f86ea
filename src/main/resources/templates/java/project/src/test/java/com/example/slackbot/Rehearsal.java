package com.example.slackbot;

import com.example.slackbot.runtime.Launcher;
import com.example.slackbot.runtime.Transport;

/** Not a test: shows Java which classes the bot needs, over both transports, so that start.sh can archive them. */
final class Rehearsal {
    private Rehearsal() {}

    public static void main(String[] args) {
        int status = 1;
        try {
            Launcher.readCertificates();
            for (Transport.Kind transport : Transport.Kind.values()) {
                play(transport);
            }
            status = 0;
        } catch (Exception | AssertionError e) {
            e.printStackTrace();
        } finally {
            System.exit(status); // the pretend Slack may leave threads behind
        }
    }

    private static void play(Transport.Kind transport) throws Exception {
        try (RunningBot running = RunningBot.start(transport)) {
            String responseUrl = running.slack.responseUrl();
            running.delivery.event(Payloads.mention("hello"));
            running.delivery.command(Payloads.command(responseUrl));
            running.delivery.interaction(Payloads.click(Listeners.BUTTON, responseUrl));
        }
    }
}
