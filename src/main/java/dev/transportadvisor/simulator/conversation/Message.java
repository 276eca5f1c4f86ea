package dev.transportadvisor.simulator.conversation;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message as it stands in a channel; a changed one is a new value.
 *
 * @param channel its id
 * @param body as Slack has it, with {@code ts}; not to be changed
 * @param visibleTo the id of the only person who sees it; empty where everybody does
 * @param isDeleted whether somebody took it back; it is then kept as a trace only
 * @param change the number of its last change
 */
public record Message(String channel, ObjectNode body, Optional<String> visibleTo, boolean isDeleted, long change) {

    public String timestamp() {
        return body.path("ts").asString("");
    }

    public String author() {
        return body.path("user").asString("");
    }

    public String text() {
        return body.path("text").asString("");
    }

    public boolean isEphemeral() {
        return visibleTo.isPresent();
    }

    /** Whether it is there for everybody. */
    public boolean isPublic() {
        return !isEphemeral() && !isDeleted;
    }
}
