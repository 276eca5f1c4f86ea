package dev.transportadvisor.simulator.web;

import dev.transportadvisor.simulator.http.JsonTree;
import tools.jackson.databind.node.ObjectNode;

/** The Web API says no. */
final class ApiRefusal extends RuntimeException {

    private final transient ObjectNode answer;

    /** @param error Slack's code, such as {@code channel_not_found} */
    ApiRefusal(String error) {
        this(error, JsonTree.object());
    }

    /** @param details what Slack says beside its code */
    ApiRefusal(String error, ObjectNode details) {
        super(error, null, false, false);
        answer = JsonTree.object().put("ok", false).put("error", error);
        answer.setAll(details);
    }

    ObjectNode answer() {
        return answer;
    }
}
