package dev.transportadvisor.drill;

/** How payloads reach the bot. */
public enum Transport {
    SOCKET_MODE("socket-mode"),
    EVENTS_API("events-api");

    private final String word;

    Transport(String word) {
        this.word = word;
    }

    /** As it stands in files, options and the bot's environment. */
    public String word() {
        return word;
    }
}
