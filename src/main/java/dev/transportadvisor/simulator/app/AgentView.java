package dev.transportadvisor.simulator.app;

import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.simulator.delivery.Payloads;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Slack adds for an app with {@code features.agent_view}: with what people write to it comes what they look at.
 *
 * @see <a href="https://docs.slack.dev/tools/node-slack-sdk/reference/web-api/interfaces/GenericMessageEvent">The
 *     message event, app_context</a>
 */
final class AgentView {

    private static final String CONTEXT = "app_context";

    private AgentView() {}

    static Payload addTo(Payload payload) {
        if (payload.body().path("event") instanceof ObjectNode event
                && event.path("type").asString("").equals("message")
                && event.path("channel_type").asString("").equals("im")
                && !event.has(CONTEXT)) {
            event.set(CONTEXT, Payloads.channelInSight());
        }
        return payload;
    }
}
