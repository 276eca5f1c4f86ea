package dev.transportadvisor.simulator.web;

import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.TokenKind;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call to the Web API whose token is right.
 *
 * @param process that calls; empty for whoever uses the common address
 * @param arguments as they came: with a form, all are strings
 */
record ApiCall(String method, String process, TokenKind token, ObjectNode arguments) {

    Optional<String> text(String name) {
        return arguments
                .optional(name)
                .filter(JsonNode::isValueNode)
                .map(value -> value.asString(""))
                .filter(text -> !text.isEmpty());
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
