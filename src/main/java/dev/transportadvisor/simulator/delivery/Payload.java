package dev.transportadvisor.simulator.delivery;

import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Slack has to say to a bot.
 *
 * @param body an event's inner object, the fields of a slash command, or an interaction
 */
public record Payload(Kind kind, ObjectNode body) {

    /** What happened; it decides the envelope, the encoding, and whether Slack retries. */
    public enum Kind {
        /** JSON over HTTP, and the only kind that is retried. */
        EVENT("events_api"),
        /** A form over HTTP. */
        SLASH_COMMAND("slash_commands"),
        /** A click, a shortcut or a modal: JSON in the field {@code payload} of a form over HTTP. */
        INTERACTION("interactive"),
        /** Slack's check of a request URL; not sent over a socket. */
        URL_VERIFICATION("url_verification"),
        /** Slack's check of a certificate; not sent over a socket. */
        SSL_CHECK("ssl_check"),
        /** The notice that events are held back; not sent over a socket. */
        RATE_LIMITED("app_rate_limited");

        private final String envelope;

        Kind(String envelope) {
            this.envelope = envelope;
        }

        /** The type of a Socket Mode envelope, and the word in the control endpoints. */
        public String envelope() {
            return envelope;
        }

        public boolean isEvent() {
            return this == EVENT;
        }

        /** Whether Slack looks at what the acknowledgement holds; the field of the same name in an envelope. */
        public boolean acceptsResponsePayload() {
            return this == SLASH_COMMAND || this == INTERACTION;
        }
    }

    /** The event's type, the command, the action: what a listener is registered for. */
    public String name() {
        return switch (kind) {
            case EVENT -> body.path("event").path("type").asString(body.path("type").asString(""));
            case SLASH_COMMAND -> body.path("command").asString("");
            case INTERACTION -> interaction();
            default -> kind.name().toLowerCase(Locale.ROOT);
        };
    }

    private String interaction() {
        String action = body.path("actions").path(0).path("action_id").asString(body.path("action_id").asString(""));
        String callback = body.path("callback_id").asString(body.path("view").path("callback_id").asString(""));
        return body.path("type").asString("") + " " + (action.isEmpty() ? callback : action);
    }
}
