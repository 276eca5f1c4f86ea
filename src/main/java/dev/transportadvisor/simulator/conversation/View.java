package dev.transportadvisor.simulator.conversation;

import tools.jackson.databind.node.ObjectNode;

/**
 * A modal on somebody's screen, or their Home tab.
 *
 * @param body as Slack has it, with {@code id} and {@code hash}; not to be changed
 * @param errors what the bot has against what was entered, by block id
 * @param trouble why the bot could not be reached; empty otherwise
 */
public record View(ObjectNode body, ObjectNode errors, String trouble) {

    public String id() {
        return body.path("id").asString("");
    }
}
