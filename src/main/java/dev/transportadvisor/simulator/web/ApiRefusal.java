package dev.transportadvisor.simulator.web;

import dev.transportadvisor.simulator.http.Json;
import tools.jackson.databind.node.ObjectNode;

/** The Web API says no. */
final class ApiRefusal extends RuntimeException {

    private final transient ObjectNode answer;

    /** @param error Slack's code, such as {@code channel_not_found} */
    ApiRefusal(String error) {
        this(Json.object().put("ok", false).put("error", error));
    }

    ApiRefusal(ObjectNode answer) {
        super(answer.path("error").asString(), null, false, false);
        this.answer = answer;
    }

    ObjectNode answer() {
        return answer;
    }
}
