package dev.transportadvisor.simulator.web;

import dev.transportadvisor.simulator.conversation.Conversations;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.install.Bearer;
import dev.transportadvisor.simulator.slack.Channel;
import dev.transportadvisor.simulator.slack.TokenKind;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call to the Web API whose token is right.
 *
 * @param process that calls; empty for whoever uses the common address
 * @param bearer whose token it brings
 * @param arguments as they came: with a form, all are strings
 */
record ApiCall(String method, String process, Bearer bearer, ObjectNode arguments) {

    TokenKind token() {
        return bearer.kind();
    }

    Optional<String> text(String name) {
        return arguments
                .optional(name)
                .filter(JsonNode::isValueNode)
                .map(value -> value.asString(""))
                .filter(text -> !text.isEmpty());
    }

    /**
     * The id of the channel that an argument names. With the token of a workspace, those of others cannot be seen.
     *
     * @throws ApiRefusal if there is no such channel
     */
    String channel() {
        return Conversations.channel(required("channel", "channel_not_found"))
                .filter(id -> !bearer.isOfWorkspace() || Channel.canBeIn(id, bearer.where()))
                .orElseThrow(() -> new ApiRefusal("channel_not_found"));
    }

    /** @param error what Slack says when it is missing */
    String required(String name, String error) {
        return text(name).orElseThrow(() -> new ApiRefusal(error));
    }

    /** The arguments, of which these are JSON whatever way they came. */
    ObjectNode parsed(String... names) {
        ObjectNode parsed = arguments.deepCopy();
        for (String name : names) {
            json(name).ifPresent(value -> parsed.set(name, value));
        }
        return parsed;
    }

    /** An argument that is JSON: itself with a JSON body, a string that holds it with a form. */
    Optional<JsonNode> json(String name) {
        return arguments
                .optional(name)
                .flatMap(value -> value.isString() ? JsonTree.parse(value.asString()) : Optional.of(value))
                .filter(value -> !value.isNull());
    }
}
