package dev.transportadvisor.simulator.delivery;

import dev.transportadvisor.simulator.slack.Installation;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is different in the payloads of an app that is installed in a whole organization.
 *
 * @see <a href="https://api.slack.com/enterprise/apps/reference">Events: the authorization is the organization's</a>
 * @see <a href="https://github.com/slackapi/bolt-python/pull/23">Interactions: the team is null</a>
 */
public final class OrganizationFields {

    private OrganizationFields() {}

    public static Payload addTo(Payload payload) {
        ObjectNode body = payload.body();
        switch (payload.kind()) {
            case EVENT -> event(body);
            case SLASH_COMMAND -> body.put("enterprise_id", Installation.ENTERPRISE)
                    .put("enterprise_name", Installation.ENTERPRISE_NAME)
                    .put("is_enterprise_install", "true");
            case INTERACTION -> interaction(body);
            default -> {}
        }
        return payload;
    }

    private static void event(ObjectNode body) {
        body.put("enterprise_id", Installation.ENTERPRISE).put("context_enterprise_id", Installation.ENTERPRISE);
        body.path("authorizations").valueStream()
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .forEach(authorization -> authorization
                        .put("enterprise_id", Installation.ENTERPRISE)
                        .putNull("team_id")
                        .put("is_enterprise_install", true));
        if (body.path("event").path("type").asString("").startsWith("team_access_")) {
            body.remove("team_id"); // it is about several: github.com/slackapi/bolt-python, test_events_org_apps.py
        }
    }

    private static void interaction(ObjectNode body) {
        body.put("is_enterprise_install", true)
                .putNull("team")
                .putObject("enterprise")
                .put("id", Installation.ENTERPRISE)
                .put("name", Installation.ENTERPRISE_NAME);
    }
}
