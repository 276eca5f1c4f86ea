package com.example.slackbot;

/** Not a test: shows Java which classes the bot needs, over both transports, so that start.sh can archive them. */
final class Rehearsal {
    private Rehearsal() {}

    public static void main(String[] args) throws Exception {
        Main.readCertificates();
        for (Transport.Kind transport : Transport.Kind.values()) {
            try (RunningBot running = RunningBot.start(transport)) {
                String responseUrl = running.slack.responseUrl();
                running.delivery.event(Payloads.mention("hello"));
                running.delivery.command(Payloads.command(responseUrl));
                running.delivery.interaction(Payloads.click(Listeners.BUTTON, responseUrl));
            }
        }
        System.exit(0); // the pretend Slack leaves threads behind
    }
}
